import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { QuickReportKind } from '#contracts/enums';
import { membershipSql } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { Assignment } from '../../orders/order/assignment.entity.ts';
import type { ProgressLine } from '../../work/task/progress-entry.entity.ts';
import type { Task } from '../../work/task/task.entity.ts';
import type { FigureSums } from '../../work/task/figures.ts';
import { waitingReports, waitingTasks } from '../../work/task/waiting-results.sql.ts';

type Members = RouteAnswer<typeof routes.resultsToConfirm>['items'][number]['members'];

export interface PlaceRow {
  id: string;
  teamId: string;
  teamName: string;
  unitId: string;
  submittedAt: Date;
}
export interface TaskRow
  extends PlaceRow,
    Pick<Assignment, 'title' | 'indicator' | 'evidence' | 'minimumCodes'>,
    Pick<Task, 'dueOn'>,
    FigureSums {}
export interface ReportRow extends PlaceRow, Pick<ProgressLine, 'indicatorCode'> {
  kind: QuickReportKind;
}

/** When the last one of the page before was handed in, and which it was. */
export type After = readonly [string, string] | null;

function isAfter(after: After, at: Sql): Sql {
  return after ? sql`(${at}, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
}

/** Pages of what waits for the commune's word, longest wait first, and who is in the teams. */
@Injectable()
export class WaitingRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async count(unitId: string): Promise<number> {
    const row = await this.database.one<{ total: number }>(
      sql`select ((select count(*) from (${waitingTasks(unitId)}) t) + (select count(*) from (${waitingReports(unitId)}) r))::int as total`,
    );
    return row?.total ?? 0;
  }

  tasks(unitId: string, after: After, limit: number): Promise<TaskRow[]> {
    return this.database.rows<TaskRow>(
      sql`with waiting as materialized (${waitingTasks(unitId)}),
       page as materialized (
         select * from waiting where ${isAfter(after, sql`submitted_at`)} order by submitted_at, id limit ${limit})
       select t.id, a.title, t.due_on as "dueOn", a.indicator, a.evidence, a.minimum_codes as "minimumCodes", t.target, f.reported, f.confirmed, f.open,
              t.team_id as "teamId", coalesce(tm.name, '') as "teamName", t.unit_id as "unitId", t.submitted_at as "submittedAt"
         from page t cross join lateral (select * from assignments where id = t.assignment_id offset 0) a
         left join lateral ${this.teamName(sql`t.team_id`)} tm on true
        cross join lateral (
              select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported,
                     coalesce(sum(l.confirmed_value), 0)::bigint as confirmed,
                     coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
                from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
        order by t.submitted_at, t.id`,
    );
  }

  reports(unitId: string, after: After, limit: number): Promise<ReportRow[]> {
    return this.database.rows<ReportRow>(
      sql`with waiting as materialized (${waitingReports(unitId)}),
       page as materialized (
         select * from waiting where ${isAfter(after, sql`recorded_at`)} order by recorded_at, id limit ${limit})
       select e.id, e.quick_kind as kind, e.indicator_code as "indicatorCode", e.team_id as "teamId",
              coalesce(tm.name, '') as "teamName", e.unit_id as "unitId", e.recorded_at as "submittedAt"
         from page e left join lateral ${this.teamName(sql`e.team_id`)} tm on true
        order by e.recorded_at, e.id`,
    );
  }

  /** Of a team that has ended as it was called on its last day. */
  private teamName(teamId: Sql): Sql {
    return sql`(select n.name from ${membershipSql.teams} w
      cross join lateral teams_at(least(${this.clock.today()}::date, upper(w.validity) - 1)) n
      where w.id = ${teamId} and n.id = w.id offset 0)`;
  }

  async membersOf(teamIds: readonly string[]): Promise<Map<string, Members>> {
    const rows = await this.database.rows<{ teamId: string; members: Members }>(
      sql`select t.id as "teamId", json_agg(json_build_object('id', p.id, 'fullName', p.full_name, 'position', m.position)
        order by array_position(array['leader', 'deputy', 'member'], m.role), p.id) as members
         from unnest(${[...new Set(teamIds)]}::uuid[]) as t(id)
        cross join lateral (
              select person_id, role, position from team_members_at(${this.clock.today()}::date)
               where team_id = t.id offset 0) m
        cross join lateral (select id, full_name from ${membershipSql.people} k where k.id = m.person_id offset 0) p
        group by t.id`,
    );
    return new Map(rows.map((row) => [row.teamId, row.members]));
  }
}
