/** Sums of who has heard of an order, and whom its messages have not moved. */
import { Injectable } from '@nestjs/common';
import type { TeamDeliveryState } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { chaseRuleOf, isDueAfter } from './chase-rules.ts';
import { busyUntil, type Heard, heardTeams, type Place, visibleTasks } from './heard.sql.ts';

/** Teams of a commune that stand alike. */
export interface HeardSum {
  communeId: string;
  shown: TeamDeliveryState;
  teams: number;
  reached: number;
  seen: number;
}
export interface ChannelCount {
  channel: string;
  size: number;
  sent: number;
  failed: number;
  unknown: number;
  skipped: number;
}
export interface SilentTask {
  taskId: string;
  teamId: string;
}
/** A team without an answer, and why a reminder does not go to it. */
export interface SilentToRemind extends SilentTask {
  why: 'not_delivered' | 'said_busy' | 'reminded_recently' | null;
}

export interface UnansweredTeam {
  name: string;
  since: Date;
  /** Whether the order has reached it. */
  heard: boolean;
  /** Of all that are like it in this. */
  total: number;
}

/** Messages by which a team hears of an order. */
const TELLING = ['taskAssigned', 'assignmentReminded'];

@Injectable()
export class DeliveryStatusQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async heardOf(assignmentId: string): Promise<Heard> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select id from messages where assignment_id = ${assignmentId} and kind = any(${TELLING}) and withdrawn_at is null`,
    );
    return { messages: rows.map((row) => row.id), today: this.clock.today() };
  }

  async sums(place: Place): Promise<HeardSum[]> {
    const heard = await this.heardOf(place.assignmentId);
    return this.database.rows<HeardSum>(
      sql`with ${visibleTasks(place, heard.today)}, ${heardTeams(heard)}
       select commune_id as "communeId", shown, count(*)::int as teams,
              count(*) filter (where reached_at is not null or seen_at is not null)::int as reached, count(seen_at)::int as seen
         from heard group by 1, 2`,
    );
  }

  /** Teams without an answer: a reminder may move those that have been told, and were not reminded since the time. */
  async toRemind(place: Place, notSince: Date): Promise<SilentToRemind[]> {
    const heard = await this.heardOf(place.assignmentId);
    return this.database.rows<SilentToRemind>(
      sql`with ${visibleTasks(place, heard.today, ['assigned'])}, ${heardTeams(heard)}
       select v.id as "taskId", v.team_id as "teamId", case when v.shown = 'not_delivered' then 'not_delivered'
                when ${busyUntil(sql`v.team_id`, heard.today)} is not null then 'said_busy'
                when r.at > ${notSince} then 'reminded_recently' end as why from heard v
        cross join lateral (
              select max(at) as at from chases
               where assignment_id = v.assignment_id and team_id = v.team_id and step in ('manual', 'remind')) r
        order by v.id`,
    );
  }

  /** Teams without an answer for which the first step of chasing has come: who has heard and who has not, a few of each by name. */
  async unanswered(place: Place, limit: number): Promise<UnansweredTeam[]> {
    const heard = await this.heardOf(place.assignmentId);
    return this.database.rows<UnansweredTeam>(
      sql`with ${visibleTasks(place, heard.today, ['assigned'])}, ${heardTeams(heard)},
       picked as materialized (
         select h.team_id, h.since, h.shown <> 'not_delivered' as heard,
                row_number() over (partition by h.shown <> 'not_delivered' order by h.since, h.team_id) as place,
                count(*) over (partition by h.shown <> 'not_delivered')::int as total
           from assignments a cross join ${chaseRuleOf(heard.today)} join heard h on h.assignment_id = a.id
          where a.id = ${place.assignmentId}
            and ${busyUntil(sql`h.team_id`, heard.today)} is null
            and ${isDueAfter('remind', this.clock.now(), sql`h.state_since`, sql`h.reply_by_on`)})
       select coalesce(t.name, '') as name, p.since, p.heard, p.total from picked p
         left join lateral (select name from teams_at(${heard.today}::date) where id = p.team_id offset 0) t on true
        where p.place <= ${limit} order by p.since, p.team_id`,
    );
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
