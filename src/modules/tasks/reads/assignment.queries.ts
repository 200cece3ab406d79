/** Orders and their sums. Sums are always taken over the tasks themselves, so a whole equals its parts. */
import { Injectable } from '@nestjs/common';
import type { EvidenceKind, Pillar } from '#contracts/enums';
import type { NothingLeft } from '#contracts/organization/ocop';
import { Database, sql } from '#platform/database';
import type { IndicatorWords } from '../assignments/assignment.entity.ts';

export interface AssignmentRowData {
  id: string;
  title: string;
  issuer_unit_id: string;
  template_code: string;
  pillar: Pillar;
  indicator: IndicatorWords;
  due_on: string;
  issued_at: Date;
  cancelled_at: Date | null;
  skipped: { month: string; reason: NothingLeft } | null;
}
export interface AssignmentWhole extends AssignmentRowData {
  work: string;
  reply_by_on: string;
  directive_id: string;
  evidence: EvidenceKind[];
  issued_by: string;
  recall_until: Date;
  recurs: boolean;
}
export interface SumRow {
  assignment_id: string;
  commune_id: string;
  state: string;
  teams: number;
  target: number;
  reported: number;
  confirmed: number;
  open: number;
}

/** Said at the newest order of a series that still runs. */
const skipped = sql`(select json_build_object('month', s.skipped_month, 'reason', s.skip_reason) from assignment_schedules s
   where s.series_id = a.series_id and s.ended_at is null and s.skipped_month is not null
     and not exists (select 1 from assignments n where n.series_id = a.series_id and n.issued_at > a.issued_at)) as skipped`;
const columns = sql`a.id, a.title, a.issuer_unit_id, a.template_code, a.pillar, a.indicator, a.due_on, a.issued_at, a.cancelled_at, ${skipped}`;
/** $1: units that the reader covers; `units` is the unit whose list it is. */
const concerns = (parameter: string) =>
  `exists (select 1 from tasks t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = any(${parameter}) where t.assignment_id = a.id)`;

@Injectable()
export class AssignmentQueries {
  constructor(private readonly database: Database) {}

  /** Orders with a task below the unit, newest first, from behind the cursor on. */
  list(
    unitId: string,
    filter: { q: string; open: boolean | null; after: { issuedAt: Date; id: string } | null; limit: number },
  ): Promise<(AssignmentRowData & { total: number })[]> {
    return this.database.rows(
      `with concerned as materialized (
         select ${columns.text} from assignments a
          where ${concerns('array[$1::uuid]')} and ($2 = '' or a.title_folded like '%' || fold($2) || '%')
            and ($3::boolean is null or $3 = (a.cancelled_at is null and exists (select 1 from tasks t where t.assignment_id = a.id and t.state not in ('confirmed', 'cancelled')))))
       select *, (select count(*)::int from concerned) as total from concerned
        where $4::timestamptz is null or (issued_at, id) < ($4, $5::uuid) order by issued_at desc, id desc limit $6`,
      [unitId, filter.q, filter.open, filter.after?.issuedAt ?? null, filter.after?.id ?? null, filter.limit],
    );
  }

  one(id: string): Promise<AssignmentWhole | undefined> {
    return this.database.one(
      sql`select ${columns}, a.work, a.reply_by_on, a.directive_id, a.evidence, a.issued_by, a.recall_until,
              exists (select 1 from assignment_schedules s where s.series_id = a.series_id and s.ended_at is null) as recurs
         from assignments a where a.id = ${id}`,
    );
  }

  /** True when a task of the order lies below one of the units. */
  async concerns(id: string, unitIds: readonly string[]): Promise<boolean> {
    return (
      (
        await this.database.rows(`select 1 from assignments a where a.id = $1 and ${concerns('$2::uuid[]')}`, [
          id,
          unitIds,
        ])
      ).length > 0
    );
  }

  /** One row per order, commune and state, below the units. A team that was released counts nowhere. */
  sums(assignmentIds: readonly string[], unitIds: readonly string[]): Promise<SumRow[]> {
    return this.database.rows(
      sql`select t.assignment_id, t.commune_id, t.state, count(*)::int as teams, sum(t.target)::bigint as target,
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
