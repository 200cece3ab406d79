import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { AccountAccess } from './account-access.ts';
import type { LinkedAccount } from './linked-account.entity.ts';

interface Row extends Pick<LinkedAccount, 'id' | 'space' | 'proof' | 'linkedAt'> {
  suspended: boolean;
}

/** A person's accounts within today's bots and apps, the newest first; never the platforms' ids. */
@Injectable()
export class ReadAccounts {
  constructor(
    private readonly database: Database,
    private readonly places: AccountAccess,
  ) {}

  mine(actor: Actor): Promise<RouteAnswer<typeof routes.myAccounts>> {
    return this.of(actor.personId);
  }

  async ofPerson(actor: Actor, personId: string): Promise<RouteAnswer<typeof routes.personAccounts>> {
    await this.places.require(actor, personId);
    return this.of(personId);
  }

  private async of(personId: string): Promise<RouteAnswer<typeof routes.myAccounts>> {
    const rows = await this.database.rows<Row>(
      sql`select a.id, a.space, a.proof, a.linked_at as "linkedAt",
              a.suspended_at is not null or a.doubted_at is not null as suspended
         from linked_accounts a join account_scopes s on s.space = a.space and s.scope = a.scope
        where a.person_id = ${personId} and a.ended_at is null order by a.linked_at desc, a.id desc`,
    );
    return rows.map(({ id, space, proof, linkedAt, suspended }) => ({
      id,
      space,
      proof,
      linkedAt: linkedAt.toISOString(),
      state: suspended ? 'suspended' : 'active',
    }));
  }
}
