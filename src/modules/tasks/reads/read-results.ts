import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { QuickReportKind } from '#contracts/enums';
import { membershipSql } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import type { Assignment } from '../assignments/assignment.entity.ts';
import type { ProgressLine } from '../progress-entry.entity.ts';
import type { Task } from '../task.entity.ts';
import { lookReason } from '../sampling/draw.ts';
import { Sampling } from '../sampling/sampling.ts';
import { EntryQueries } from './entry.queries.ts';
import { type FigureSums, figuresOf } from './figures.ts';
import { waitingReports, waitingTasks } from './waiting-results.sql.ts';

type Result = RouteAnswer<typeof routes.resultsToConfirm>['items'][number];

interface PlaceRow {
  id: string;
  teamId: string;
  teamName: string;
  unitId: string;
  submittedAt: Date;
}
interface TaskRow
  extends PlaceRow,
    Pick<Assignment, 'title' | 'indicator' | 'evidence' | 'minimumCodes'>,
    Pick<Task, 'dueOn'>,
    FigureSums {}
interface ReportRow extends PlaceRow, Pick<ProgressLine, 'indicatorCode'> {
  kind: QuickReportKind;
}

type Page = RouteAnswer<typeof routes.resultsToConfirm>;
/** When it was handed in, and the task or the quick report. */
const pages = pagesOf('resultsToConfirm', z.tuple([z.iso.datetime(), z.uuid()]));
type After = ReturnType<typeof pages.after>;

const longestFirst = (a: PlaceRow, b: PlaceRow): number =>
  a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1);

function isAfter(after: After, at: Sql): Sql {
  return after ? sql`(${at}, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
}

/** What waits for the commune's word: handed-in work, and quick reports that belong to no task. Longest wait first. */
@Injectable()
export class ReadResults {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly entries: EntryQueries,
    private readonly organization: OrganizationApi,
    private readonly sampling: Sampling,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.resultsToConfirm>): Promise<Page> {
    await this.scope.require(actor, 'result.confirm', { unitId });
    const asked = { unitId, ...query };
    // As many of both as the page could hold of either.
    const [after, limit] = [pages.after(asked), query.limit + 1];
    const [tasks, reports, total] = await Promise.all([
      this.tasks(unitId, after, limit),
      this.reports(unitId, after, limit),
      this.count(unitId),
    ]);
    const both = [...tasks, ...reports].toSorted(longestFirst);
    const { items, nextCursor } = pages.cut(asked, both, (row) => [row.submittedAt.toISOString(), row.id]);
    const shown = new Set(items.map(({ id }) => id));
    const places = await this.placesOf(items);
    const byId = new Map([
      ...(await this.ofTasks(
        actor,
        tasks.filter(({ id }) => shown.has(id)),
        places,
      )),
      ...(await this.ofReports(
        actor,
        reports.filter(({ id }) => shown.has(id)),
        places,
      )),
    ]);
    const marked = await this.marked(
      unitId,
      items.flatMap(({ id }) => byId.get(id) ?? []),
      tasks,
    );
    return { items: marked, total, nextCursor };
  }

  /** Says of each what has to be looked at before it is confirmed, where a rule of sampling holds. */
  private async marked(unitId: string, results: Result[], tasks: readonly TaskRow[]): Promise<Result[]> {
    const rule = await this.sampling.ruleOf(unitId);
    if (!rule) return results;
    const open = new Map(tasks.map((row) => [row.id, Number(row.open)]));
    return results.map((result) => {
      const id = result.task?.id ?? result.entries[0]?.id ?? '';
      const look = lookReason(rule, { id, value: open.get(id) ?? result.entries[0]?.value ?? 0 });
      return look ? { ...result, look } : result;
    });
  }

  private async count(unitId: string): Promise<number> {
    const row = await this.database.one<{ total: number }>(
      sql`select ((select count(*) from (${waitingTasks(unitId)}) t) + (select count(*) from (${waitingReports(unitId)}) r))::int as total`,
    );
    return row?.total ?? 0;
  }

  private async ofTasks(actor: Actor, rows: readonly TaskRow[], places: Places): Promise<[string, Result][]> {
    const entries = await this.entries.ofTasks(
      rows.map(({ id }) => id),
      actor.personId,
    );
    return rows.map((row) => [
      row.id,
      {
        task: {
          id: row.id,
          title: row.title,
          state: 'submitted',
          dueOn: row.dueOn,
          indicator: row.indicator,
          figures: figuresOf(row, true),
          evidence: row.evidence,
          minimumCodes: row.minimumCodes,
        },
        report: null,
        ...places(row),
        entries: entries.get(row.id) ?? [],
      },
    ]);
  }

  private async ofReports(actor: Actor, rows: readonly ReportRow[], places: Places): Promise<[string, Result][]> {
    const entries = await this.entries.byIds(
      rows.map(({ id }) => id),
      actor.personId,
    );
    const indicators = await this.organization.indicators([...new Set(rows.map((row) => row.indicatorCode))]);
    return rows.flatMap((row): [string, Result][] => {
      const entry = entries.get(row.id);
      const known = indicators.get(row.indicatorCode);
      const { name, nameEn, unit, unitEn } = known ?? { name: '', nameEn: '', unit: '', unitEn: '' };
      const indicator = { code: row.indicatorCode, name, nameEn, unit, unitEn };
      const report = { kind: row.kind, indicator };
      return entry ? [[row.id, { task: null, report, ...places(row), entries: [entry] }]] : [];
    });
  }

  private tasks(unitId: string, after: After, limit: number): Promise<TaskRow[]> {
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

  private reports(unitId: string, after: After, limit: number): Promise<ReportRow[]> {
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

  private teamName(teamId: Sql): Sql {
    return sql`(select name from teams_at(${this.clock.today()}::date) where id = ${teamId} offset 0)`;
  }

  private async placesOf(rows: readonly PlaceRow[]): Promise<Places> {
    const units = await this.organization.unitRefs(rows.map((row) => row.unitId));
    const members = await this.membersOf(rows.map((row) => row.teamId));
    return (row) => ({
      team: { id: row.teamId, name: row.teamName },
      hamlet: units.get(row.unitId) ?? { id: row.unitId, kind: 'hamlet', name: '', fullName: '' },
      submittedAt: row.submittedAt.toISOString(),
      members: members.get(row.teamId) ?? [],
    });
  }

  private async membersOf(teamIds: readonly string[]): Promise<Map<string, Result['members']>> {
    const rows = await this.database.rows<{ teamId: string; members: Result['members'] }>(
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

type Places = (row: PlaceRow) => Pick<Result, 'team' | 'hamlet' | 'submittedAt' | 'members'>;
