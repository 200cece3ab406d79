/**
 * What a person's sign-ins stood on has changed: their contact points, a post, the lead of a team. Whoever opened a session
 * or made an invite, a code or a question about a number did so for what the person was until now; all of it ends, and the
 * person is told by the route that they had.
 */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { type AccessChange, accessChanged } from '../../membership.events.ts';

type By = Pick<Actor, 'personId' | 'postId' | 'commandId' | 'act'> & { sessionId?: string };

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
    await execute(
      tx,
      sql`update sessions set ended_at = ${now}, ended_because = 'changed', ended_by = ${actor?.personId ?? null}
        where person_id = any(${personIds}) and ended_at is null
        and id is distinct from ${actor?.sessionId || null}::uuid`,
    );
    await this.endWays(tx, personIds, now);
    await this.closeRequests(tx, personIds, why, actor);
    await this.heard(tx, personIds);
    const act = actor?.act;
    if (told.length > 0)
      await this.outbox.append(tx, accessChanged({ personIds: told, why, ...(act && { act }) }), actor);
  }

  /**
   * They may less than before, and something of it still: who came in by an invite, and has no other way, goes on reading in the session
   * that is open. What would open another one ends.
   */
  async narrow(tx: Tx, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.endWays(tx, personIds, this.clock.now());
    await this.heard(tx, personIds);
  }

  private async endWays(tx: Tx, personIds: readonly string[], now: Date): Promise<void> {
    await execute(
      tx,
      sql`update invites set revoked_at = ${now} where person_id = any(${personIds}) and used_at is null and rejected_at is null
        and revoked_at is null`,
    );
    await execute(
      tx,
      sql`update link_codes set revoked_at = ${now} where person_id = any(${personIds}) and used_at is null and revoked_at is null`,
    );
    await execute(
      tx,
      sql`update link_tickets set used_at = ${now} where matched_person_id = any(${personIds}) and used_at is null`,
    );
  }

  private heard(tx: Tx, personIds: readonly string[]): Promise<void> {
    return execute(tx, sql`select pg_notify('actor_changed', id::text) from unnest(${personIds}::uuid[]) as id`);
  }

  /** Accounts that the number proved: it is the person's no more. */
  async doubtByNumber(tx: Tx, personIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await execute(
      tx,
      sql`with stood as (
         update linked_accounts a set doubted_at = ${now} where a.person_id = any(${personIds}) and a.ended_at is null
           and a.doubted_at is null
            and exists (select 1 from phones f where f.person_id = a.person_id and f.e164 = a.phone_e164 and f.replaced_at is not null)
         returning a.person_id)
       update linked_accounts a set doubted_at = ${now} from stood
        where a.person_id = stood.person_id and a.proof = 'platform' and a.ended_at is null and a.doubted_at is null`,
    );
  }

  /** Passwords, second factors and accounts that somebody with fewer rights could have had a hand in. */
  async doubtAll(tx: Tx, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await execute(
      tx,
      sql`update people set password_hash = null where id = any(${personIds}) and password_hash is not null`,
    );
    await execute(tx, sql`delete from second_factors where person_id = any(${personIds})`);
    // It waits for an administrator again, who is above the new place.
    await execute(
      tx,
      sql`update agency_accounts set person_id = null, decided_at = null, decided_by = null where person_id = any(${personIds})`,
    );
    await execute(
      tx,
      sql`update linked_accounts set doubted_at = ${this.clock.now()} where person_id = any(${personIds}) and ended_at is null
        and doubted_at is null`,
    );
  }

  /** A number that has just been given may be the very one that waits for an officer: that question stays. */
  private async closeRequests(tx: Tx, personIds: readonly string[], why: AccessChange, actor?: By): Promise<void> {
    await execute(
      tx,
      sql`update link_requests r set decided_at = ${this.clock.now()}, decided_by = ${actor?.personId ?? null}
        where r.decided_at is null and exists (
          select 1 from phones f where f.person_id = any(${personIds}) and f.e164 = r.phone_e164
            and (${why !== 'phone'}::boolean or f.replaced_at is not null))`,
    );
  }

  /**
   * Who has ever been in, or holds an invite and can be written to. Of others nothing has ended: an account that is being made
   * begins with no alarm about itself.
   */
  private async reachable(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select p.id from people p where p.id = any(${personIds}) and (
         exists (select 1 from sessions s where s.person_id = p.id) or (exists (select 1 from emails e where e.person_id = p.id)
           and exists (select 1 from invites i where i.person_id = p.id))
         or exists (select 1 from linked_accounts a where a.person_id = p.id and a.ended_at is null)) order by p.id`,
    );
    return rows.map(({ id }) => id);
  }
}
