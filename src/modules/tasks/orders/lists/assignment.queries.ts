/** Orders and their sums. Sums are always taken over the tasks themselves, so a whole equals its parts. */
import { Injectable } from '@nestjs/common';
import type { NothingLeft } from '#contracts/organization/ocop';
import { searchPattern } from '#i18n/spoken';
import { communeOn } from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';
import type { Assignment } from '../order/assignment.entity.ts';
import type { Task } from '../../work/task/task.entity.ts';
import type { FigureSums } from '../../work/task/figures.ts';

export interface AssignmentRowData
  extends Pick<
    Assignment,
    | 'id'
    | 'title'
    | 'issuerUnitId'
    | 'templateCode'
    | 'pillar'
    | 'indicator'
    | 'dueOn'
    | 'issuedAt'
    | 'cancelledAt'
    | 'priority'
  > {
  skipped: { month: string; reason: NothingLeft } | null;
}
export interface AssignmentWhole
  extends AssignmentRowData,
    Pick<
      Assignment,
      'work' | 'replyByOn' | 'directiveId' | 'evidence' | 'asks' | 'minimumCodes' | 'issuedBy' | 'recallUntil'
    > {
  origin: { id: string; title: string; issuerUnitId: string } | null;
  recurs: boolean;
  version: number;
}
export interface SumRow extends Pick<Task, 'assignmentId' | 'communeId' | 'state'>, FigureSums {
  teams: number;
}

/** Said at the newest order of a series that still runs. */
const skipped = sql`(select json_build_object('month', s.skipped_month, 'reason', s.skip_reason) from assignment_schedules s
   where s.series_id = a.series_id and s.ended_at is null and s.skipped_month is not null
     and not exists (select 1 from assignments n where n.series_id = a.series_id and n.issued_at > a.issued_at)) as skipped`;
const columns = sql`a.id, a.title, a.issuer_unit_id as "issuerUnitId", a.template_code as "templateCode", a.pillar, a.indicator,
  a.due_on as "dueOn", a.priority, a.issued_at as "issuedAt", a.cancelled_at as "cancelledAt", ${skipped}`;
/** A task of the order lies below one of the units. */
const concerns = (unitIds: readonly string[]): Sql =>
  sql`exists (select 1 from tasks t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds}::uuid[])
    where t.assignment_id = a.id)`;
/** A scalar, so that it is looked up for each order: an `exists` under `or` is answered from the whole country's tasks. */
const hasOpenTask = (id: Sql): Sql =>
  sql`(select t.id from tasks t where t.assignment_id = ${id} and t.state not in ('confirmed', 'cancelled') limit 1) is not null`;
/** The task lies below one of the units. */
const lies = (unitIds: readonly string[]): Sql =>
  sql`exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds}::uuid[]))`;
/**
 * Each task has its lines looked up by itself: of a fresh order statistics know nothing, and a join of all its tasks would be
 * taken for a join of one row. What nobody has begun has no lines.
 * @param orders of the tasks
 * @param commune of a task `v`
 */
const sums = (orders: readonly string[], tasks: Sql, commune: Sql = sql`v.commune_id`): Sql =>
  sql`with orders as materialized (
       select id, indicator_code, cancelled_at is not null as is_cancelled from assignments where id = any(${orders}::uuid[])),
     visible as materialized (
       select t.id, t.assignment_id, t.unit_id, t.commune_id, t.state, t.target, o.indicator_code from (${tasks}) t
         join orders o on o.id = t.assignment_id
        where t.state <> 'cancelled' or o.is_cancelled)
     select v.assignment_id as "assignmentId", ${commune} as "communeId", v.state, count(*)::int as teams,
            sum(v.target)::bigint as target, coalesce(sum(l.reported), 0)::bigint as reported,
            coalesce(sum(l.confirmed), 0)::bigint as confirmed, coalesce(sum(l.open), 0)::bigint as open
       from visible v
       left join lateral (
            select sum(coalesce(confirmed_value, value)) as reported, sum(confirmed_value) as confirmed,
                   sum(value) filter (where confirmed_value is null) as open
              from counted_lines
             where task_id = v.id and indicator_code = v.indicator_code and v.state <> 'assigned' offset 0) l on true
      group by 1, 2, 3`;

@Injectable()
export class AssignmentQueries {
  constructor(private readonly database: Database) {}

  /** Orders with a task below the unit, newest first, from behind the cursor on. */
  list(
    unitId: string,
    filter: {
      q: string;
      open: boolean | null;
      teamId: string | null;
      after: readonly [issuedAt: string, id: string] | null;
      limit: number;
    },
  ): Promise<(AssignmentRowData & { total: number })[]> {
    const { q, open, teamId, limit } = filter;
    const [issuedAt, id] = filter.after ?? [null, null];
    return this.database.rows(
      sql`with ids as materialized (
         select distinct t.assignment_id as id from unit_closure c
          cross join lateral (
                select assignment_id from tasks
                 where unit_id = c.descendant_id and (${teamId}::uuid is null or team_id = ${teamId}::uuid) offset 0) t
          where c.ancestor_id = ${unitId}),
       concerned as materialized (
         select a.id, a.issued_at from ids cross join lateral (
           select n.id, n.issued_at from assignments n
            where n.id = ids.id and (${q}::text = '' or n.title_folded ~ ${searchPattern(q)})
              and (${open}::boolean is null or ${open} = (n.cancelled_at is null and ${hasOpenTask(sql`n.id`)})) offset 0) a),
       page as materialized (
         select * from concerned where ${issuedAt}::timestamptz is null or (issued_at, id) < (${issuedAt}, ${id}::uuid)
          order by issued_at desc, id desc limit ${limit})
       select ${columns}, (select count(*)::int from concerned) as total
         from page cross join lateral (select * from assignments where id = page.id offset 0) a
        order by page.issued_at desc, page.id desc`,
    );
  }

  one(id: string): Promise<AssignmentWhole | undefined> {
    return this.database.one(
      sql`select ${columns}, a.work, a.reply_by_on as "replyByOn", a.directive_id as "directiveId", a.evidence,
              a.asks, a.minimum_codes as "minimumCodes", a.issued_by as "issuedBy", a.recall_until as "recallUntil",
              coalesce((select max(c.version) from order_changes c where c.assignment_id = a.id), 1) as version,
              (select json_build_object('id', o.id, 'title', o.title, 'issuerUnitId', o.issuer_unit_id) from allotments o
                where o.id = a.origin_id) as origin,
              exists (select 1 from assignment_schedules s where s.series_id = a.series_id and s.ended_at is null) as recurs
         from assignments a where a.id = ${id}`,
    );
  }

  /** True when a task of the order lies below one of the units. */
  async concerns(id: string, unitIds: readonly string[]): Promise<boolean> {
    const found = await this.database.rows(
      sql`select 1 from assignments a where a.id = ${id} and ${concerns(unitIds)}`,
    );
    return found.length > 0;
  }

  /** One row per order, commune and state, below the unit. A team that was released counts nowhere. */
  sumsBelow(unitId: string, assignmentIds: readonly string[]): Promise<SumRow[]> {
    return this.database.rows(
      sums(
        assignmentIds,
        sql`select t.* from unit_closure c
             cross join lateral (
                   select * from tasks where unit_id = c.descendant_id and assignment_id = any(${assignmentIds}::uuid[]) offset 0) t
             where c.ancestor_id = ${unitId}`,
      ),
    );
  }

  /**
   * Those of one order, below any of the units.
   * @param day by the communes of its tree; without one by those whose tasks they were last
   */
  sumsOf(assignmentId: string, unitIds: readonly string[], day?: string): Promise<SumRow[]> {
    const tasks = sql`select t.* from tasks t where t.assignment_id = ${assignmentId} and ${lies(unitIds)}`;
    const commune = day && sql`coalesce(${communeOn(sql`v.unit_id`, sql`${day}::date`)}, v.commune_id)`;
    return this.database.rows(sums([assignmentId], tasks, commune || undefined));
  }
}
