/**
 * What a person's sign-ins stood on has changed: their contact points, a post, the lead of a team. Whoever opened a session
 * or made an invite, a code or a question about a number did so for what the person was until now; all of it ends, and the
 * person is told by the route that they had.
 */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { type AccessChange, accessChanged } from '../membership.events.ts';

type By = Pick<Actor, 'personId' | 'postId' | 'commandId'> & { sessionId?: string };

@Injectable()
export class EndAccess {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The session through which a person changes their own affairs goes on. */
  async execute(tx: Tx, personIds: readonly string[], why: AccessChange, actor?: By): Promise<void> {
    if (personIds.length === 0) return;
    const told = await this.reachable(tx, personIds);
    const now = this.clock.now();
    await tx.query(
      'update sessions set ended_at = $2 where person_id = any($1) and ended_at is null and id is distinct from $3::uuid',
      [personIds, now, actor?.sessionId || null],
    );
    await tx.query(
      'update invites set revoked_at = $2 where person_id = any($1) and used_at is null and rejected_at is null and revoked_at is null',
      [personIds, now],
    );
    await tx.query(
      'update link_codes set revoked_at = $2 where person_id = any($1) and used_at is null and revoked_at is null',
      [personIds, now],
    );
    await tx.query('update link_tickets set used_at = $2 where matched_person_id = any($1) and used_at is null', [
      personIds,
      now,
    ]);
    await this.closeRequests(tx, personIds, why, actor);
    await tx.query(`select pg_notify('actor_changed', id::text) from unnest($1::uuid[]) as id`, [personIds]);
    if (told.length > 0) await this.outbox.append(tx, accessChanged({ personIds: told, why }), actor);
  }

  /** Accounts that the number proved: it is the person's no more. */
  async doubtByNumber(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.query(
      `with stood as (
         update linked_accounts a set doubted_at = $2 where a.person_id = any($1) and a.ended_at is null and a.doubted_at is null
            and exists (select 1 from phones f where f.person_id = a.person_id and f.e164 = a.phone_e164 and f.replaced_at is not null)
         returning a.person_id)
       update linked_accounts a set doubted_at = $2 from stood
        where a.person_id = stood.person_id and a.proof = 'platform' and a.ended_at is null and a.doubted_at is null`,
      [personIds, this.clock.now()],
    );
  }

  /** A password and accounts that somebody with fewer rights could have had a hand in. */
  async doubtAll(tx: Tx, personId: string): Promise<void> {
    await tx.query('update people set password_hash = null where id = $1', [personId]);
    await tx.query(
      'update linked_accounts set doubted_at = $2 where person_id = $1 and ended_at is null and doubted_at is null',
      [personId, this.clock.now()],
    );
  }

  /** A number that has just been given may be the very one that waits for an officer: that question stays. */
  private async closeRequests(tx: Tx, personIds: readonly string[], why: AccessChange, actor?: By): Promise<void> {
    await tx.query(
      `update link_requests r set decided_at = $2, decided_by = $3
        where r.decided_at is null and exists (
          select 1 from phones f where f.person_id = any($1) and f.e164 = r.phone_e164 and ($4::boolean or f.replaced_at is not null))`,
      [personIds, this.clock.now(), actor?.personId ?? null, why !== 'phone'],
    );
  }

  /** Who has ever been in, or can be written to: for others there is nothing to tell. */
  private async reachable(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select p.id from people p where p.id = any($1) and (
         exists (select 1 from sessions s where s.person_id = p.id) or exists (select 1 from emails e where e.person_id = p.id)
         or exists (select 1 from linked_accounts a where a.person_id = p.id and a.ended_at is null)) order by p.id`,
      [personIds],
    );
    return rows.map(({ id }) => id);
  }
}
