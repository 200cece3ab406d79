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

  /** Teams of the order below the units. The inbox is delivered when the client fetched it; a call counts as both. */
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
            and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds}))),
       heads as materialized (
         select v.id, m.person_id from visible v join team_members_at(${this.clock.today()}::date) m on m.team_id = v.team_id
           where m.role in ('leader', 'deputy')),
       heard as (
         select h.id, min(n.fetched_at) as fetched_at, min(n.seen_at) as seen_at from heads h join notifications n
           on n.person_id = h.person_id and n.message_id = any(${messages}) group by 1),
       pushed as (
         select h.id, min(d.changed_at) filter (where d.state = 'delivered') as delivered_at,
           min(d.channel) filter (where d.state in ('due', 'sent', 'delivered')) as channel
           from unnest(${messages}::uuid[]) as msg(id) cross join heads h join deliveries d on d.message_id = msg.id
             and d.person_id = h.person_id group by 1),
       told as (select h.id, min(c.at) as at from heads h join call_notes c on c.assignment_id = ${assignmentId}
         and c.person_id = h.person_id group by 1),
       chased as (
         select task_id as id, max(at) filter (where step in ('manual', 'remind')) as reminded_at,
           max(at) filter (where step = 'call_list') as listed_at from chases where assignment_id = ${assignmentId} group by 1)
       select v.id as "taskId", v.team_id as "teamId", v.commune_id as "communeId", v.state, v.state_since as "stateSince",
              least(heard.fetched_at, pushed.delivered_at, told.at) as "reachedAt", least(heard.seen_at, told.at) as "seenAt",
              told.at as "toldAt", chased.reminded_at as "remindedAt", chased.listed_at as "onCallListAt", heard.fetched_at is not null as fetched, pushed.channel,
              exists (select 1 from heads h join contactable_at(${this.clock.now()}) k on k.person_id = h.person_id
                where h.id = v.id and k.has_session) as "hasSession"
         from visible v left join heard on heard.id = v.id left join pushed on pushed.id = v.id left join told on told.id = v.id
           left join chased on chased.id = v.id
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
