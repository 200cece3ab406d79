import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { closeAccessRequests } from '../../identity/sessions/close-access-requests.ts';
import { EndAccess } from '../../people/people/end-access.ts';
import { accessChanged } from '../../membership.events.ts';
import { coveringRoles } from '../../people/rights/rising.ts';
import { Person } from '../../people/people/person.entity.ts';

/** What both sign in with: one login, one password, no session of the record that goes. */
@Injectable()
export class MergeAccess {
  constructor(
    private readonly access: EndAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Of the two, whose accounts would carry more by the other's posts: somebody with fewer rights could have set them. */
  async rising(tx: Tx, from: string, to: string): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`with covering as (
          select * from unnest(${coveringRoles.map(({ role }) => role)}::text[], ${coveringRoles.map(({ by }) => by)}::text[]) as k(role, held)),
        held as (
          select o.person_id, o.unit_id, o.role from posts o
           where o.person_id = any(${[from, to]}::uuid[]) and o.validity && daterange(${this.clock.today()}::date, null))
        select n.id from unnest(${[from, to]}::uuid[]) as n(id) where exists (
          select 1 from held h where h.person_id <> n.id and not exists (
            select 1 from held own join covering k on k.role = h.role and k.held = own.role
              join unit_closure c on c.ancestor_id = own.unit_id and c.descendant_id = h.unit_id
             where own.person_id = n.id)) order by n.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Before anything moves: each hears of it by the routes that they have now. */
  async settle(tx: Tx, from: string, to: string, actor: Actor): Promise<void> {
    const rising = await this.rising(tx, from, to);
    const gains = await this.gains(tx, from);
    await this.access.execute(tx, [from], 'merged', actor);
    if (gains || rising.includes(to)) await this.access.execute(tx, [to], 'merged', actor);
    else await this.outbox.append(tx, accessChanged({ personIds: [to], why: 'merged' }), actor);
    await this.access.doubtAll(tx, rising);
    await closeAccessRequests(tx, from, this.clock.now());
    await this.login(tx, from, to);
    await this.emails(tx, from, to);
    await execute(tx, sql`select pg_notify('actor_changed', id::text) from unnest(${[from, to]}::uuid[]) as id`);
  }

  /** A post or the lead of a team: whoever comes to it signs in anew. */
  private async gains(tx: Tx, from: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      sql`select 1 from person_places pp where pp.person_id = ${from} and pp.role not in ('member', 'supporter')
        and pp.validity && daterange(${this.clock.today()}::date, null) limit 1`,
    );
    return rows.length > 0;
  }

  /** The record that stays keeps its own; without one it takes the other's. */
  private async login(tx: Tx, from: string, to: string): Promise<void> {
    const gone = await tx.findOne(Person, { select: { loginEmail: true, passwordHash: true }, where: { id: from } });
    await tx.update(Person, { id: from }, { loginEmail: null, passwordHash: null });
    await execute(
      tx,
      sql`update people set login_email = coalesce(login_email, ${gone?.loginEmail ?? null}),
          password_hash = case when login_email is null and password_hash is null then ${gone?.passwordHash ?? null} else password_hash end
        where id = ${to}`,
    );
  }

  /** The rows of the record that goes hear for three days more. */
  private async emails(tx: Tx, from: string, to: string): Promise<void> {
    const now = this.clock.now();
    const addresses = await rowsOf<{ address: string }>(
      tx,
      sql`select address from emails where person_id = ${from} and replaced_at is null order by is_primary desc, added_at`,
    );
    for (const { address } of addresses)
      await execute(
        tx,
        sql`insert into emails (id, person_id, address, is_primary, state, added_at)
          select ${v7()}, ${to}, address, not exists (select 1 from emails where person_id = ${to} and is_primary), state, ${now}
            from emails where person_id = ${from} and lower(address) = lower(${address})
          on conflict (person_id, lower(address)) do nothing`,
      );
    await execute(
      tx,
      sql`update emails set is_primary = false, replaced_at = ${now} where person_id = ${from} and replaced_at is null`,
    );
  }
}
