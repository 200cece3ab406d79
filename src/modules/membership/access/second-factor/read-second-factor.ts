import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { FactorRules } from './factor-rules.ts';

/** Whether the person has one, or has to, and how much of the paper is left. */
@Injectable()
export class ReadSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly rules: FactorRules,
  ) {}

  async execute({ personId }: Actor): Promise<RouteAnswer<typeof routes.mySecondFactor>> {
    const row = await this.database.one<{ since: Date; left: number }>(
      sql`select f.confirmed_at as since,
            (select count(*)::int from recovery_codes c where c.factor_id = f.id and c.used_at is null) as left
         from second_factors f where f.person_id = ${personId} and f.confirmed_at is not null`,
    );
    const requiredFrom = await this.rules.requiredFrom(personId);
    return { since: row?.since.toISOString() ?? null, recoveryLeft: row?.left ?? 0, requiredFrom };
  }
}
