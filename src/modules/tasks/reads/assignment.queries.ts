/** Orders and their sums. Sums are always taken over the tasks themselves, so a whole equals its parts. */
import { Injectable } from '@nestjs/common';
import type { NothingLeft } from '#contracts/organization/ocop';
import { Database, type Sql, sql } from '#platform/database';
import type { Assignment } from '../assignments/assignment.entity.ts';
import type { Task } from '../task.entity.ts';
import type { FigureSums } from './figures.ts';

export interface AssignmentRowData
  extends Pick<
    Assignment,
    'id' | 'title' | 'issuerUnitId' | 'templateCode' | 'pillar' | 'indicator' | 'dueOn' | 'issuedAt' | 'cancelledAt'
  > {
  skipped: { month: string; reason: NothingLeft } | null;
}
export interface AssignmentWhole
  extends AssignmentRowData,
    Pick<Assignment, 'work' | 'replyByOn' | 'directiveId' | 'evidence' | 'issuedBy' | 'recallUntil'> {
  recurs: boolean;
}
export interface SumRow extends Pick<Task, 'assignmentId' | 'communeId' | 'state'>, FigureSums {
  teams: number;
}

/** Said at the newest order of a series that still runs. */
const skipped = sql`(select json_build_object('month', s.skipped_month, 'reason', s.skip_reason) from assignment_schedules s
   where s.series_id = a.series_id and s.ended_at is null and s.skipped_month is not null
     and not exists (select 1 from assignments n where n.series_id = a.series_id and n.issued_at > a.issued_at)) as skipped`;
const columns = sql`a.id, a.title, a.issuer_unit_id as "issuerUnitId", a.template_code as "templateCode", a.pillar, a.indicator,
  a.due_on as "dueOn", a.issued_at as "issuedAt", a.cancelled_at as "cancelledAt", ${skipped}`;
/** A task of the order lies below one of the units. */
const concerns = (unitIds: readonly string[]): Sql =>
  sql`exists (select 1 from tasks t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds}::uuid[])
    where t.assignment_id = a.id)`;

@Injectable()
export class AssignmentQueries {
  constructor(private readonly database: Database) {}

  /** Orders with a task below the unit, newest first, from behind the cursor on. */
  list(
    unitId: string,
    filter: { q: string; open: boolean | null; after: { issuedAt: Date; id: string } | null; limit: number },
  ): Promise<(AssignmentRowData & { total: number })[]> {
    const { q, open, limit } = filter;
    const [issuedAt, id] = [filter.after?.issuedAt ?? null, filter.after?.id ?? null];
    return this.database.rows(
      sql`with concerned as materialized (
         select ${columns} from assignments a
          where ${concerns([unitId])} and (${q}::text = '' or a.title_folded like '%' || fold(${q}) || '%')
            and (${open}::boolean is null or ${open} = (a.cancelled_at is null and exists (
              select 1 from tasks t where t.assignment_id = a.id and t.state not in ('confirmed', 'cancelled')))))
       select *, (select count(*)::int from concerned) as total from concerned
        where ${issuedAt}::timestamptz is null or ("issuedAt", id) < (${issuedAt}, ${id}::uuid)
        order by "issuedAt" desc, id desc limit ${limit}`,
    );
  }

  one(id: string): Promise<AssignmentWhole | undefined> {
    return this.database.one(
      sql`select ${columns}, a.work, a.reply_by_on as "replyByOn", a.directive_id as "directiveId", a.evidence,
              a.issued_by as "issuedBy", a.recall_until as "recallUntil",
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

  /** One row per order, commune and state, below the units. A team that was released counts nowhere. */
  sums(assignmentIds: readonly string[], unitIds: readonly string[]): Promise<SumRow[]> {
    return this.database.rows(
      sql`select t.assignment_id as "assignmentId", t.commune_id as "communeId", t.state, count(*)::int as teams, sum(t.target)::bigint as target,
              coalesce(sum(f.reported), 0)::bigint as reported, coalesce(sum(f.confirmed), 0)::bigint as confirmed,
                coalesce(sum(f.open), 0)::bigint as open
         from tasks t join assignments a on a.id = t.assignment_id
         left join (
              select l.task_id, l.indicator_code, sum(coalesce(l.confirmed_value, l.value)) as reported,
                sum(l.confirmed_value) as confirmed, sum(l.value) filter (where l.confirmed_value is null) as open
                from counted_lines l where l.task_id in (select id from tasks where assignment_id = any(${assignmentIds}))
                  group by 1, 2) f on f.task_id = t.id and f.indicator_code = a.indicator_code
        where t.assignment_id = any(${assignmentIds}) and (t.state <> 'cancelled' or a.cancelled_at is not null)
          and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any(${unitIds}))
        group by 1, 2, 3`,
    );
  }
}
