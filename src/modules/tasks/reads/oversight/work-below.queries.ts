/** How the work of several units stands, each with all that lies below it: from their places to their tasks, unit by unit. */
import { Injectable } from '@nestjs/common';
import { Database, type Sql, sql } from '#platform/database';
import { waitingReportsAt, waitingTask } from '../../work/task/waiting-results.sql.ts';

/** Days, both inclusive. */
export interface Span {
  startsOn: string;
  endsOn: string;
}

export interface WorkBelow {
  unitId: string;
  /** Tasks whose last day lies in the span and has come, and how many of them were handed in by then. */
  due: number;
  inTime: number;
  /** Results that wait for the commune's word. */
  waiting: number;
  difficulties: number;
  lateDifficulties: number;
}

/** A task that may still be handed in today has not come due. */
const cameDue = ({ startsOn, endsOn }: Span, today: string): Sql => sql`
  t.due_on between ${startsOn}::date and ${endsOn}::date and t.state not in ('cancelled', 'declined')
  and (t.due_on < ${today}::date or (t.due_on = ${today}::date and t.submitted_at is not null))`;
const handedInByThen = sql`(t.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date <= t.due_on`;

const area = (unitIds: readonly string[], at: string): Sql => sql`area as materialized (
  select p.id as part_id, c.descendant_id as unit_id from unnest(${unitIds}::uuid[]) p(id)
   cross join lateral (select descendant_id from unit_closure_at(${at}::date) where ancestor_id = p.id offset 0) c)`;

@Injectable()
export class WorkBelowQueries {
  constructor(private readonly database: Database) {}

  /** @param at the day whose tree is meant */
  of(unitIds: readonly string[], { span, at, today }: { span: Span; at: string; today: string }): Promise<WorkBelow[]> {
    const unit = sql`a.unit_id`;
    return this.database.rows(
      sql`with ${area(unitIds, at)}
       select a.part_id as "unitId", sum(t.due)::int as due, sum(t.in_time)::int as "inTime",
              sum(t.waiting + e.waiting)::int as waiting, sum(d.open)::int as difficulties, sum(d.late)::int as "lateDifficulties"
         from area a
        cross join lateral (
              select count(*) filter (where ${cameDue(span, today)}) as due,
                     count(*) filter (where ${cameDue(span, today)} and ${handedInByThen}) as in_time,
                     count(*) filter (where ${waitingTask}) as waiting
                from tasks t where t.unit_id = a.unit_id offset 0) t
        cross join lateral (select count(*) as waiting from (${waitingReportsAt(unit)}) w offset 0) e
        cross join lateral (
              select count(*) as open, count(*) filter (where x.due_on < ${today}::date) as late
                from difficulties x where x.unit_id = a.unit_id and x.answered_at is null offset 0) d
        group by 1`,
    );
  }

  /** Tasks of each team that were not handed in by their last day. */
  async lateByTeam(
    unitIds: readonly string[],
    { span, at, today }: { span: Span; at: string; today: string },
  ): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ teamId: string; late: number }>(
      sql`with ${area(unitIds, at)}
       select t.team_id as "teamId", count(*)::int as late from area a
        cross join lateral (
              select t.team_id from tasks t where t.unit_id = a.unit_id and t.team_id is not null
                 and ${cameDue(span, today)} and ${handedInByThen} is not true offset 0) t
        group by 1`,
    );
    return new Map(rows.map(({ teamId, late }) => [teamId, late]));
  }
}
