import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { QuickReportKind } from '#contracts/enums';
import { membershipSql } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { Assignment } from '../assignments/assignment.entity.ts';
import type { ProgressLine } from '../progress-entry.entity.ts';
import type { Task } from '../task.entity.ts';
import { EntryQueries } from './entry.queries.ts';
import { type FigureSums, figuresOf } from './figures.ts';

type Result = RouteAnswer<typeof routes.resultsToConfirm>[number];

interface PlaceRow {
  id: string;
  teamId: string;
  teamName: string;
  unitId: string;
  submittedAt: Date;
}
interface TaskRow
  extends PlaceRow,
    Pick<Assignment, 'title' | 'indicator' | 'evidence'>,
    Pick<Task, 'dueOn'>,
    FigureSums {}
interface ReportRow extends PlaceRow, Pick<ProgressLine, 'indicatorCode'> {
  kind: QuickReportKind;
}

const MOST = 500;

/** What waits for the commune's word: handed-in work, and quick reports that belong to no task. Longest wait first. */
@Injectable()
export class ReadResults {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly entries: EntryQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<Result[]> {
    await this.scope.require(actor, 'result.confirm', { unitId });
    const [tasks, reports] = await Promise.all([this.tasks(unitId), this.reports(unitId)]);
    const places = await this.placesOf([...tasks, ...reports]);
    const ofTasks = await this.ofTasks(actor, tasks, places);
    const ofReports = await this.ofReports(actor, reports, places);
    return [...ofTasks, ...ofReports].toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt)).slice(0, MOST);
  }

  private async ofTasks(actor: Actor, rows: readonly TaskRow[], places: Places): Promise<Result[]> {
    const entries = await this.entries.ofTasks(
      rows.map(({ id }) => id),
      actor.personId,
    );
    return rows.map((row) => ({
      task: {
        id: row.id,
        title: row.title,
        state: 'submitted',
        dueOn: row.dueOn,
        indicator: row.indicator,
        figures: figuresOf(row, true),
        evidence: row.evidence,
      },
      report: null,
      ...places(row),
      entries: entries.get(row.id) ?? [],
    }));
  }

  private async ofReports(actor: Actor, rows: readonly ReportRow[], places: Places): Promise<Result[]> {
    const entries = await this.entries.byIds(
      rows.map(({ id }) => id),
      actor.personId,
    );
    const indicators = await this.organization.indicators([...new Set(rows.map((row) => row.indicatorCode))]);
    return rows.flatMap((row) => {
      const entry = entries.get(row.id);
      const known = indicators.get(row.indicatorCode);
      const { name, nameEn, unit, unitEn } = known ?? { name: '', nameEn: '', unit: '', unitEn: '' };
      const indicator = { code: row.indicatorCode, name, nameEn, unit, unitEn };
      return entry ? [{ task: null, report: { kind: row.kind, indicator }, ...places(row), entries: [entry] }] : [];
    });
  }

  private tasks(unitId: string): Promise<TaskRow[]> {
    return this.database.rows<TaskRow>(
      sql`select t.id, a.title, t.due_on as "dueOn", a.indicator, a.evidence, t.target, f.reported, f.confirmed, f.open,
              t.team_id as "teamId", coalesce(tm.name, '') as "teamName", t.unit_id as "unitId", t.submitted_at as "submittedAt"
         from tasks t join assignments a on a.id = t.assignment_id
         left join teams_at(${this.clock.today()}::date) tm on tm.id = t.team_id
        cross join lateral (
              select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported,
                     coalesce(sum(l.confirmed_value), 0)::bigint as confirmed,
                     coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
                from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
        where t.state = 'submitted' and t.team_id is not null and ${below(sql`t.unit_id`, unitId)}
        order by t.submitted_at, t.id limit ${MOST}`,
    );
  }

  private reports(unitId: string): Promise<ReportRow[]> {
    return this.database.rows<ReportRow>(
      sql`select e.id, e.quick_kind as kind, l.indicator_code as "indicatorCode", e.team_id as "teamId",
              coalesce(tm.name, '') as "teamName", e.unit_id as "unitId", e.recorded_at as "submittedAt"
         from progress_entries e join counted_lines l on l.entry_id = e.id and l.position = 0
         left join teams_at(${this.clock.today()}::date) tm on tm.id = e.team_id
        where e.kind = 'quick' and e.task_id is null and l.confirmed_value is null and ${below(sql`e.unit_id`, unitId)}
          and not exists (select 1 from entry_decisions d where d.entry_id = e.id and d.undone_at is null)
        order by e.recorded_at, e.id limit ${MOST}`,
    );
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
      sql`select m.team_id as "teamId", json_agg(json_build_object('id', p.id, 'fullName', p.full_name, 'position', m.position)
        order by array_position(array['leader', 'deputy', 'member'], m.role), p.id) as members
         from team_members_at(${this.clock.today()}::date) m join ${membershipSql.people} p on p.id = m.person_id
           where m.team_id = any(${teamIds}) group by m.team_id`,
    );
    return new Map(rows.map((row) => [row.teamId, row.members]));
  }
}

type Places = (row: PlaceRow) => Pick<Result, 'team' | 'hamlet' | 'submittedAt' | 'members'>;

const below = (column: Sql, unitId: string): Sql =>
  sql`exists (select 1 from unit_closure c where c.descendant_id = ${column} and c.ancestor_id = ${unitId})`;
