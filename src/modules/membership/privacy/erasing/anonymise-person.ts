import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { AccountStore } from '../../identity/accounts/account-store.ts';
import { KnownOfPerson } from './known-of-person.ts';
import { PersonErasures } from './person-erasures.ts';
import { personAnonymised } from '../../membership.events.ts';
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

  /** @throws platform.notFound for nobody's id, and for who is unknown already */
  async execute(tx: Tx, actor: Actor, personId: string): Promise<void> {
    const [found] = await rowsOf(
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
