import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { EvidenceKind, QuickReportKind } from '#contracts/enums';
import { membershipSql } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { IndicatorWords } from '../assignments/assignment.entity.ts';
import { EntryQueries } from './entry.queries.ts';
import { figuresOf } from './figures.ts';

type Result = RouteAnswer<typeof routes.resultsToConfirm>[number];

interface PlaceRow {
  id: string;
  team_id: string;
  team_name: string;
  unit_id: string;
  submitted_at: Date;
}
interface TaskRow extends PlaceRow {
  title: string;
  due_on: string;
  indicator: IndicatorWords;
  target: number;
  reported: number;
  confirmed: number;
  open: number;
  evidence: EvidenceKind[];
}
interface ReportRow extends PlaceRow {
  kind: QuickReportKind;
  indicator_code: string;
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
        dueOn: row.due_on,
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
    const indicators = await this.organization.indicators([...new Set(rows.map((row) => row.indicator_code))]);
    return rows.flatMap((row) => {
      const entry = entries.get(row.id);
      const known = indicators.get(row.indicator_code);
      const { name, nameEn, unit, unitEn } = known ?? { name: '', nameEn: '', unit: '', unitEn: '' };
      const indicator = { code: row.indicator_code, name, nameEn, unit, unitEn };
      return entry ? [{ task: null, report: { kind: row.kind, indicator }, ...places(row), entries: [entry] }] : [];
    });
  }

  private tasks(unitId: string): Promise<TaskRow[]> {
    return this.database.rows<TaskRow>(
      `select t.id, a.title, t.due_on, a.indicator, a.evidence, t.target, f.reported, f.confirmed, f.open, t.team_id, coalesce(tm.name, '') as team_name, t.unit_id, t.submitted_at
         from tasks t join assignments a on a.id = t.assignment_id left join teams_at($2::date) tm on tm.id = t.team_id
        cross join lateral (
              select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::bigint as reported, coalesce(sum(l.confirmed_value), 0)::bigint as confirmed, coalesce(sum(l.value) filter (where l.confirmed_value is null), 0)::bigint as open
                from counted_lines l where l.task_id = t.id and l.indicator_code = a.indicator_code) f
        where t.state = 'submitted' and t.team_id is not null and ${below('t')} order by t.submitted_at, t.id limit ${MOST}`,
      [unitId, this.clock.today()],
    );
  }

  private reports(unitId: string): Promise<ReportRow[]> {
    return this.database.rows<ReportRow>(
      `select e.id, e.quick_kind as kind, l.indicator_code, e.team_id, coalesce(tm.name, '') as team_name, e.unit_id, e.recorded_at as submitted_at
         from progress_entries e join counted_lines l on l.entry_id = e.id and l.position = 0 left join teams_at($2::date) tm on tm.id = e.team_id
        where e.kind = 'quick' and e.task_id is null and l.confirmed_value is null and ${below('e')}
          and not exists (select 1 from entry_decisions d where d.entry_id = e.id and d.undone_at is null) order by e.recorded_at, e.id limit ${MOST}`,
      [unitId, this.clock.today()],
    );
  }

  private async placesOf(rows: readonly PlaceRow[]): Promise<Places> {
    const units = await this.organization.unitRefs(rows.map((row) => row.unit_id));
    const members = await this.membersOf(rows.map((row) => row.team_id));
    return (row) => ({
      team: { id: row.team_id, name: row.team_name },
      hamlet: units.get(row.unit_id) ?? { id: row.unit_id, kind: 'hamlet', name: '', fullName: '' },
      submittedAt: row.submitted_at.toISOString(),
      members: members.get(row.team_id) ?? [],
    });
  }

  private async membersOf(teamIds: readonly string[]): Promise<Map<string, Result['members']>> {
    const rows = await this.database.rows<{ team_id: string; members: Result['members'] }>(
      sql`select m.team_id, json_agg(json_build_object('id', p.id, 'fullName', p.full_name, 'position', m.position)
        order by array_position(array['leader', 'deputy', 'member'], m.role), p.id) as members
         from team_members_at(${this.clock.today()}::date) m join ${membershipSql.people} p on p.id = m.person_id
           where m.team_id = any(${teamIds}) group by m.team_id`,
    );
    return new Map(rows.map((row) => [row.team_id, row.members]));
  }
}

type Places = (row: PlaceRow) => Pick<Result, 'team' | 'hamlet' | 'submittedAt' | 'members'>;

const below = (alias: string) =>
  `exists (select 1 from unit_closure c where c.descendant_id = ${alias}.unit_id and c.ancestor_id = $1)`;
