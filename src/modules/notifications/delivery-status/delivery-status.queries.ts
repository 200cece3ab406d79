/** Who has heard of an order, counted per team by its leader and deputies. */
import { Injectable } from '@nestjs/common';
import type { TaskState } from '#contracts/tasks/task-states';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

export interface TeamDeliveryRow {
  taskId: string;
  teamId: string;
  communeId: string;
  state: TaskState;
  stateSince: Date;
  reachedAt: Date | null;
  seenAt: Date | null;
  toldAt: Date | null;
  remindedAt: Date | null;
  onCallListAt: Date | null;
  fetched: boolean;
  channel: string | null;
  hasSession: boolean;
}
export interface ChannelCount {
  channel: string;
  size: number;
  sent: number;
  failed: number;
  unknown: number;
  skipped: number;
}

/** Messages by which a team hears of an order. */
const TELLING = ['taskAssigned', 'assignmentReminded'];

@Injectable()
export class DeliveryStatusQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Teams of the order below the units. The inbox is delivered when the client fetched it; a call counts as both. Each team is
   * looked up by itself: of a fresh order statistics know nothing, and joins of whole sets would be taken for joins of one row.
   */
  async teams(
    assignmentId: string,
    unitIds: readonly string[],
    teamIds: readonly string[] | null = null,
  ): Promise<TeamDeliveryRow[]> {
    const messages = await this.messageIds(assignmentId);
    return this.database.rows<TeamDeliveryRow>(
      sql`with visible as materialized (
         select t.id, t.team_id, t.commune_id, t.state, t.state_since from tasks t
          where t.assignment_id = ${assignmentId} and t.team_id is not null
            and (${teamIds}::uuid[] is null or t.team_id = any(${teamIds}))
            and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds})))
       select v.id as "taskId", v.team_id as "teamId", v.commune_id as "communeId", v.state, v.state_since as "stateSince",
              least(h.fetched_at, h.delivered_at, h.told_at) as "reachedAt", least(h.seen_at, h.told_at) as "seenAt",
              h.told_at as "toldAt", h.fetched_at is not null as fetched, h.channel, h.has_session as "hasSession",
              chased.reminded_at as "remindedAt", chased.listed_at as "onCallListAt"
         from visible v
        cross join lateral (
              select min(n.fetched_at) as fetched_at, min(n.seen_at) as seen_at, min(d.delivered_at) as delivered_at,
                     min(d.channel) as channel, min(c.at) as told_at, coalesce(bool_or(k.has_session), false) as has_session
                from (select person_id from team_members_at(${this.clock.today()}::date)
                       where team_id = v.team_id and role in ('leader', 'deputy') offset 0) m
               cross join lateral (
                     select min(fetched_at) as fetched_at, min(seen_at) as seen_at from notifications
                      where person_id = m.person_id and message_id = any(${messages}::uuid[])) n
               cross join lateral (
                     select min(changed_at) filter (where state = 'delivered') as delivered_at,
                            min(channel) filter (where state in ('due', 'sent', 'delivered')) as channel
                       from deliveries where message_id = any(${messages}::uuid[]) and person_id = m.person_id) d
               cross join lateral (
                     select min(at) as at from call_notes where assignment_id = ${assignmentId} and person_id = m.person_id) c
                left join lateral (
                     select has_session from contactable_at(${this.clock.now()}) where person_id = m.person_id offset 0) k on true) h
        cross join lateral (
              select max(at) filter (where step in ('manual', 'remind')) as reminded_at,
                     max(at) filter (where step = 'call_list') as listed_at
                from chases where assignment_id = ${assignmentId} and team_id = v.team_id and task_id = v.id) chased
        order by v.id`,
    );
  }

  async messageIds(assignmentId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select id from messages where assignment_id = ${assignmentId} and kind = any(${TELLING}) and withdrawn_at is null`,
    );
    return rows.map((row) => row.id);
  }

  /** People told of the order in their inbox, and how the external channels stand. */
  async counts(assignmentId: string): Promise<{ people: number; channels: ChannelCount[] }> {
    const [message] = await this.database.rows<{ people: number }>(
      sql`select coalesce(sum(people), 0)::int as people from messages where assignment_id = ${assignmentId} and kind = 'taskAssigned'`,
    );
    const channels = await this.database.rows<ChannelCount>(
      sql`select c.channel, sum(c.size)::int as size, sum(c.sent)::int as sent, sum(c.failed)::int as failed,
        sum(c.unknown)::int as unknown, sum(c.skipped)::int as skipped
         from delivery_chunks c join messages m on m.id = c.message_id where m.assignment_id = ${assignmentId}
           and m.kind = 'taskAssigned' group by 1 order by 1`,
    );
    return { people: message?.people ?? 0, channels };
  }
}
