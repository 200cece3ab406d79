import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { PasskeyStore } from './passkeys/passkey-store.ts';
import { RelyingParty } from './passkeys/relying-party.ts';
import { FactorRules } from './factor-rules.ts';

/** Whether the person has one, or has to, of what it is made, and how much of the paper is left. */
@Injectable()
export class ReadSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly rules: FactorRules,
    private readonly keys: PasskeyStore,
    private readonly party: RelyingParty,
  ) {}

  async execute({ personId }: Actor): Promise<RouteAnswer<typeof routes.mySecondFactor>> {
    const row = await this.database.one<{ since: Date; left: number; authenticator: boolean }>(
      sql`select f.confirmed_at as since, f.sealed is not null as authenticator,
            (select count(*)::int from recovery_codes c where c.factor_id = f.id and c.used_at is null) as left
         from second_factors f where f.person_id = ${personId} and f.confirmed_at is not null`,
    );
    const keys = await this.keys.ofPerson(personId);
    return {
      since: row?.since.toISOString() ?? null,
      recoveryLeft: row?.left ?? 0,
      requiredFrom: await this.rules.requiredFrom(personId),
      authenticator: row?.authenticator ?? false,
      passkeys: keys.map(({ id, name, madeAt, usedAt }) => ({
        id,
        name,
        madeAt: madeAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
      keysOffered: this.party.id !== undefined,
    };
  }
}
