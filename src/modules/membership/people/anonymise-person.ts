import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { AccountStore } from '../accounts/account-store.ts';
import { KnownOfPerson } from '../erasing/known-of-person.ts';
import { PersonErasures } from '../erasing/person-erasures.ts';
import { personAnonymised } from '../membership.events.ts';
import { EndPlaces } from './end-places.ts';

/**
 * A person who asks is made unknown in place: the rows and their sums stay, and what each module holds of who it was goes.
 * Whoever calls has asked for the right.
 */
@Injectable()
export class AnonymisePerson {
  constructor(
    private readonly places: EndPlaces,
    private readonly accounts: AccountStore,
    private readonly known: KnownOfPerson,
    private readonly erasures: PersonErasures,
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
      'agency_accounts',
      'known_devices',
      'linked_accounts',
      'member_cards',
      'card_requests',
    ] as const)
      await execute(tx, sql`delete from ${raw(table)} where person_id = ${personId}`);
    await execute(
      tx,
      sql`select 1 from people where id = ${personId} and anonymised_at is null for update`,
    );
    if (!found) throw platformErrors.notFound();
    // Also what a record that became part of this one still has.
    const parts = await rowsOf<{ id: string }>(tx, sql`select id from people where merged_into_id = ${personId}`);
    const ids = [...parts.map(({ id }) => id), personId];
    const erased = await this.known.of(tx, ids, this.clock.now());
    await this.places.execute(tx, personId, actor);
    for (const id of ids) await this.accounts.erase(tx, id, actor);
    await this.erasures.run(tx, erased);
    await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
    await this.outbox.append(tx, personAnonymised({ personId }), actor);
  }
}
