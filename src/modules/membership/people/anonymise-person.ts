import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { AccountStore } from '../accounts/account-store.ts';
import { personAnonymised } from '../membership.events.ts';
import { EndPlaces } from './end-places.ts';

/** What stands in place of the name in lists of the past. */
export const ANONYMOUS = 'Người đã rút tên';

/** A person who asks is made unknown in place: the rows and their sums stay, name, contact and access go. */
@Injectable()
export class AnonymisePerson {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly places: EndPlaces,
    private readonly accounts: AccountStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, personId: string): Promise<void> {
    // Their rows lie anywhere in the country, so no part's administrator may do it.
    await this.scope.requireAtTop(actor, 'post.manage');
    await this.database.tx(async (tx) => {
      const known = await rowsOf(
        tx,
        sql`select 1 from people where id = ${personId} and anonymised_at is null for update`,
      );
      if (known.length === 0) throw platformErrors.notFound();
      await this.places.execute(tx, personId, actor);
      await execute(tx, sql`update team_members set position = null, end_reason = null where person_id = ${personId}`);
      // Their sessions name accounts that have gone over.
      const parts = await rowsOf<{ id: string }>(tx, sql`select id from people where merged_into_id = ${personId}`);
      for (const { id } of [...parts, { id: personId }]) await this.erase(tx, id, actor);
      await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
      await this.outbox.append(tx, personAnonymised({ personId }), actor);
    });
  }

  /** Also what a record that became part of this one still has. */
  private async erase(tx: Tx, personId: string, actor: Actor): Promise<void> {
    await this.accounts.erase(tx, personId, actor);
    for (const table of [
      'phones',
      'emails',
      'invites',
      'sessions',
      'second_factors',
      'known_devices',
      'linked_accounts',
      'member_cards',
      'card_requests',
    ] as const)
      await execute(tx, sql`delete from ${raw(table)} where person_id = ${personId}`);
    await execute(
      tx,
      sql`update people set full_name = ${ANONYMOUS}, login_email = null, password_hash = null, anonymised_at = ${this.clock.now()}
        where id = ${personId}`,
    );
  }
}
