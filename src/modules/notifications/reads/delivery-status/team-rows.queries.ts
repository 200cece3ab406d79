/** The teams of an order page by page: as the board shows them, and as they are called. */
import { Injectable } from '@nestjs/common';
import type { ProgressFilter, ProgressSort } from '#contracts/notifications/progress';
import type { TeamDeliveryState } from '#contracts/enums';
import type { TaskState } from '#contracts/tasks/task-states';
import { searchPattern } from '#i18n/spoken';
import { membershipSql } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { DeliveryStatusQueries } from './delivery-status.queries.ts';
import { busyUntil, chasedOf, heardTeams, lookUp, type Place, visibleTasks } from './heard.sql.ts';

/** What a list sorts by: a number, then a text in the order of names, then the task. */
export type RowKey = readonly [n: number, s: string, taskId: string];

export interface TeamRow {
  taskId: string;
  teamId: string;
  communeId: string;
  shown: TeamDeliveryState;
  since: Date;
  reachedAt: Date | null;
  seenAt: Date | null;
  toldAt: Date | null;
  remindedAt: Date | null;
  onCallListAt: Date | null;
  /** The last day on which who answers for the team cannot, as they said. */
  busyUntil: string | null;
  fetched: boolean;
  channel: string | null;
  hasSession: boolean;
  n: number;
  s: string;
  total: number;
}

export interface RowsAsked {
  q?: string | undefined;
  sort: ProgressSort;
  desc: boolean;
  after: RowKey | null;
  limit: number;
}

const statesOf: Record<ProgressFilter, readonly TaskState[]> = {
  undelivered: ['assigned'],
  silent: ['assigned'],
  declined: ['declined'],
  doing: ['accepted'],
  submitted: ['submitted'],
  returned: ['returned'],
  done: ['confirmed'],
};

const urgency: readonly TeamDeliveryState[] = [
  'not_delivered',
  'not_seen',
  'not_answered',
  'declined',
  'returned',
  'doing',
  'submitted',
  'confirmed',
  'cancelled',
];

/** Of a team `v` with its name. The longest silence comes first: rank and time make one number. */
const keys: Record<ProgressSort, Sql> = {
  state: sql`(select array_position(${urgency}::text[], v.shown) * 100000000000000 + floor(extract(epoch from v.since) * 1000)::bigint as n,
    v.name as s)`,
  team: sql`(select 0::bigint as n, v.name as s)`,
  commune: sql`(select 0::bigint as n, coalesce(max(u.name), '') || ' ' || v.name as s
    from (select name from units_at(v.today) where id = v.commune_id offset 0) u)`,
  result: sql`(select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as n, v.name as s from counted_lines l
    where l.task_id = v.id and l.indicator_code = (select indicator_code from assignments where id = v.assignment_id))`,
  target: sql`(select v.target::bigint as n, v.name as s)`,
};

const upwards = sql`v.n, v.s collate "vi-natural", v.id`;
const downwards = sql`v.n desc, v.s collate "vi-natural" desc, v.id desc`;

const unanswered = statesOf.silent;
/** Nothing has reached them, or the steps of chasing are over; who was told by phone stays on the list. */
const toCall = sql`(v.shown = 'not_delivered' or v.told_at is not null or exists (
  select 1 from chases where assignment_id = v.assignment_id and team_id = v.team_id and task_id = v.id and step = 'call_list'))`;
const everyone = sql`true`;
/** Of those without an answer: whom nothing has reached is not silent. */
const conditions: Partial<Record<ProgressFilter, Sql>> = {
  undelivered: sql`v.shown = 'not_delivered'`,
  silent: sql`v.shown <> 'not_delivered'`,
};

@Injectable()
export class TeamRowQueries {
  constructor(
    private readonly database: Database,
    private readonly status: DeliveryStatusQueries,
    private readonly clock: Clock,
  ) {}

  /** As the board shows them. */
  board(place: Place, asked: RowsAsked & { show?: ProgressFilter | undefined }): Promise<TeamRow[]> {
    const { show } = asked;
    return this.page(place, asked, {
      states: show ? statesOf[show] : null,
      condition: (show && conditions[show]) ?? everyone,
    });
  }

  /** Those whose leaders and deputies are to be called, commune by commune. */
  calls(place: Place, { after, limit }: Pick<RowsAsked, 'after' | 'limit'>): Promise<TeamRow[]> {
    return this.page(place, { after, limit, sort: 'commune', desc: false }, { states: unanswered, condition: toCall });
  }

  private async page(
    place: Place,
    { q, sort, desc, after, limit }: RowsAsked,
    { states, condition }: { states: readonly TaskState[] | null; condition: Sql },
  ): Promise<TeamRow[]> {
    const heard = await this.status.heardOf(place.assignmentId);
    const { today } = heard;
    return this.database.rows<TeamRow>(
      sql`with ${visibleTasks(place, today, states)}, ${heardTeams(heard)},
       named as materialized (
         select v.*, coalesce(t.name, '') as name from heard v
           left join lateral (select name from teams_at(${today}::date) where id = v.team_id offset 0) t on true
          where ${condition}),
       keyed as materialized (
         select v.*, k.n, k.s from named v cross join lateral ${keys[sort]} k where ${isFound(q ?? null, today)}),
       page as materialized (
         select v.* from keyed v where ${isAfter(after, desc)} order by ${desc ? downwards : upwards} limit ${limit})
       select v.id as "taskId", v.team_id as "teamId", v.commune_id as "communeId", v.shown, v.since, h.reached_at as "reachedAt",
              h.seen_at as "seenAt", h.told_at as "toldAt", h.fetched, h.channel, c.has_session as "hasSession",
              c.reminded_at as "remindedAt", c.listed_at as "onCallListAt",
              ${busyUntil(sql`v.team_id`, today)} as "busyUntil", v.n::float8 as n, v.s,
              (select count(*)::int from keyed) as total
         from page v cross join ${lookUp(heard)} h cross join ${chasedOf(today, this.clock.now())} c
        order by ${desc ? downwards : upwards}`,
    );
  }
}

/** By words of the team's name or of its leader's. A scalar, so that it is looked up for each team. */
function isFound(q: string | null, today: string): Sql {
  return sql`(${q}::text is null or fold(v.name) ~ ${searchPattern(q ?? '')} or (
    select true from team_members_at(${today}::date) m join ${membershipSql.people} p on p.id = m.person_id
     where m.team_id = v.team_id and m.role = 'leader' and fold(p.full_name) ~ ${searchPattern(q ?? '')} limit 1) is not null)`;
}

function isAfter(after: RowKey | null, desc: boolean): Sql {
  if (!after) return everyone;
  const [n, s, id] = after;
  return desc
    ? sql`(v.n, v.s collate "vi-natural", v.id) < (${n}::bigint, ${s}::text, ${id}::uuid)`
    : sql`(v.n, v.s collate "vi-natural", v.id) > (${n}::bigint, ${s}::text, ${id}::uuid)`;
}
