/**
 * Posts into groups as rows: planned once per order or session and group (and day, for a reminder), claimed with a lease, and written
 * back with what became of them. A post whose worker died is in doubt and stays so: a group sees nothing twice.
 */
import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import { endOfDay } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { GroupChat, GroupPost, OrderPostKind } from '../group-chat.entity.ts';

export interface ClaimedPost
  extends Pick<GroupPost, 'messageKey' | 'groupId' | 'kind' | 'assignmentId' | 'sessionId' | 'attempts' | 'expiresAt'>,
    Pick<GroupChat, 'teamId' | 'unitId'> {
  claim: string;
  address: string;
  gone: boolean;
}

interface OrderPost {
  /** What it tells: a group reads it once. */
  key: string;
  kind: OrderPostKind;
  assignmentId: string;
  dueAt: Date;
  expiresAt: Date;
}

export interface PostOutcome {
  state: 'due' | 'sent' | 'failed' | 'unknown' | 'skipped';
  /** Of `due`. */
  dueAt?: Date;
  /** Counts as a try. */
  tried?: boolean;
  providerId?: string | null;
  failureClass?: string;
  failureCode?: string;
}

/** Longer than any wait for a turn and any send. */
const LEASE_MS = 90_000;
const ROUND = 20;

/** Groups of the order's teams and of their communes. */
const groupsOfOrder = (assignmentId: string): Sql => sql`
  select g.id from tasks t join group_chats g on g.team_id = t.team_id
   where t.assignment_id = ${assignmentId} and g.ended_at is null and g.gone_at is null
  union
  select g.id from tasks t join group_chats g on g.unit_id = t.commune_id
   where t.assignment_id = ${assignmentId} and t.team_id is not null and g.ended_at is null and g.gone_at is null`;

@Injectable()
export class GroupPostStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** After the order's hold. */
  planAssigned(assignmentId: string, holdUntil: Date, dueOn: string): Promise<void> {
    const expiresAt = new Date(endOfDay(dueOn));
    const key = `assigned ${assignmentId}`;
    return this.plan(groupsOfOrder(assignmentId), { key, kind: 'assigned', assignmentId, dueAt: holdUntil, expiresAt });
  }

  /**
   * What has not gone out stays in; groups that have seen something of the order are told, unless it is to be silent, or they
   * have read already that it is no longer theirs.
   */
  async planCancelled(assignmentId: string, isSilent: boolean, expiresAt: Date): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`update group_posts set state = 'skipped', failure_code = 'cancelled', changed_at = ${now}
        where assignment_id = ${assignmentId} and state = 'due' and kind <> 'cancelled'`,
    );
    if (isSilent) return;
    const groups = sql`select distinct p.group_id as id
         from group_posts p join group_chats g on g.id = p.group_id and g.ended_at is null
         cross join lateral (
           select l.kind from group_posts l where l.group_id = p.group_id and l.assignment_id = p.assignment_id
              and l.kind in ('assigned', 'cancelled') and l.state in ('claimed', 'sent', 'unknown')
            order by l.created_at desc limit 1) last
        where p.assignment_id = ${assignmentId} and p.state in ('claimed', 'sent', 'unknown') and last.kind = 'assigned'`;
    const key = `cancelled ${assignmentId}`;
    await this.plan(groups, { key, kind: 'cancelled', assignmentId, dueAt: now, expiresAt });
  }

  /** One post about an order for each of the groups (their `id`), now at the earliest. Twice is once. */
  async plan(groups: Sql, { key, kind, assignmentId, dueAt, expiresAt }: OrderPost): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into group_posts (message_key, group_id, kind, assignment_id, due_at, expires_at, created_at, changed_at)
       select ${key}::text, g.id, ${kind}::text, ${assignmentId}::uuid,
         greatest(${dueAt}::timestamptz, ${now}::timestamptz), ${expiresAt}::timestamptz, ${now}::timestamptz,
         ${now}::timestamptz
         from (${groups}) g on conflict do nothing`,
    );
  }

  /** At most one a day for an order and a group. @returns how many were new */
  async planDeadlines(
    day: string,
    wanted: readonly { assignmentId: string; groupId: string }[],
    expiresAt: Date,
  ): Promise<number> {
    const now = this.clock.now();
    const rows = await this.database.rows(
      sql`insert into group_posts (message_key, group_id, kind, assignment_id, due_at, expires_at, created_at, changed_at)
       select distinct 'deadline ' || w.assignment_id || ' ' || ${day}::text, w.group_id, 'deadline', w.assignment_id,
         ${now}::timestamptz, ${expiresAt}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
         from unnest(${wanted.map(({ assignmentId }) => assignmentId)}::uuid[],
           ${wanted.map(({ groupId }) => groupId)}::uuid[]) as w(assignment_id, group_id) on conflict do nothing returning 1`,
    );
    return rows.length;
  }

  /** The oldest due post of each group: a group's posts go one after the other. */
  async claim(channel: string): Promise<ClaimedPost[]> {
    const now = this.clock.now();
    return this.database.rows<ClaimedPost>(
      sql`with first as (
         select distinct on (p.group_id) p.message_key, p.group_id from group_posts p join group_chats g on g.id = p.group_id
          where p.state = 'due' and p.due_at <= ${now} and g.channel = ${channel} and g.ended_at is null and g.address is not null
            and not exists (select 1 from group_posts o where o.group_id = p.group_id and o.state = 'claimed')
          order by p.group_id, p.due_at, p.created_at limit ${ROUND})
       update group_posts p set state = 'claimed', claim = ${v4()}, claimed_until = ${new Date(now.getTime() + LEASE_MS)},
         changed_at = ${now}
         from first f, group_chats g
        where p.message_key = f.message_key and p.group_id = f.group_id and p.state = 'due' and g.id = p.group_id
       returning p.message_key as "messageKey", p.group_id as "groupId", p.kind, p.assignment_id as "assignmentId",
         p.session_id as "sessionId", p.attempts, p.expires_at as "expiresAt", p.claim, g.team_id as "teamId",
         g.unit_id as "unitId", g.address, g.gone_at is not null as gone`,
    );
  }

  /** Nothing is written when the claim was given up meanwhile. */
  async finish(post: ClaimedPost, outcome: PostOutcome): Promise<void> {
    const { state, dueAt, tried, providerId, failureClass, failureCode } = outcome;
    await this.database.rows(
      sql`update group_posts
          set state = ${state}, due_at = coalesce(${dueAt ?? null}, due_at), attempts = attempts + ${tried ? 1 : 0},
            provider_id = ${providerId ?? null}, failure_class = ${failureClass ?? null},
              failure_code = ${failureCode?.slice(0, 100) ?? null}, claim = null, claimed_until = null, changed_at = ${this.clock.now()}
        where message_key = ${post.messageKey} and group_id = ${post.groupId} and claim = ${post.claim}`,
    );
  }

  /** The group wants nothing before then. */
  async restGroup(groupId: string, until: Date): Promise<void> {
    await this.database.rows(
      sql`update group_posts set due_at = ${until} where group_id = ${groupId} and state = 'due' and due_at < ${until}`,
    );
  }

  /** Perhaps they were sent: nobody repeats them. */
  async giveUpDead(): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`update group_posts set state = 'unknown', failure_class = 'AMBIGUOUS', failure_code = 'worker_lost', claim = null,
        claimed_until = null, changed_at = ${now}
        where state = 'claimed' and claimed_until < ${now}`,
    );
  }
}
