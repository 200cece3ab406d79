import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { ShapeQueries } from '#modules/organization';
import { type WorkBelow, WorkBelowQueries } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { ReportPeople } from '../reports/report-people.ts';
import { OverviewActivity, silentByPart } from './overview-activity.ts';
import { type Looked, OverviewPlace } from './overview-place.ts';
import { OverviewQueries, type OwedReport } from './overview.queries.ts';
import { likelyLate, standingOf } from './report-punctuality.ts';

type View = RouteAnswer<typeof routes.overview>;
type Part = View['parts'][number];

const noWork: Omit<WorkBelow, 'unitId'> = { due: 0, inTime: 0, waiting: 0, difficulties: 0, lateDifficulties: 0 };
const noActivity = { active: 0, teams: 0, before: { active: 0, teams: 0 } };

/** What needs a hand first, then where, then the figures: of a province or district by communes, of a commune by hamlets. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly place: OverviewPlace,
    private readonly activity: OverviewActivity,
    private readonly queries: OverviewQueries,
    private readonly work: WorkBelowQueries,
    private readonly people: ReportPeople,
    private readonly shapes: ShapeQueries,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.overview>): Promise<View> {
    const looked = await this.place.of(actor, unitId, query);
    const { unit, month, isCurrent, windows, today, attention } = looked;
    const { startsOn, endsOn, dueOn } = windows.period;
    const reports = await this.reportsOf(looked);
    const { parts, vacant } = await this.parts(looked, reports);
    const current = isCurrent ? [...reports] : [];
    const likely = current.flatMap(([communeId, owed]) => {
      const past = likelyLate(owed, month, today, looked.attentionOf(communeId));
      return past ? [{ unitId: communeId, ...past }] : [];
    });
    return {
      unit,
      month,
      isCurrent,
      at: looked.at,
      startsOn,
      endsOn,
      dueOn: latest(reports, month) ?? dueOn,
      parts,
      warnings: {
        likelyLate: likely.map(({ unitId: communeId }) => communeId),
        lateBefore: likely,
        overdue: parts.filter(({ report }) => isCurrent && report?.status === 'missing').map((part) => part.unit.id),
        vacant,
      },
      silentAfterDays: attention.silentDays,
      lateWarning: { days: attention.lateDays, times: attention.lateTimes, months: attention.lateMonths },
      hasMap: await this.shapes.isDrawn(
        parts.map((part) => part.unit.id),
        looked.at,
      ),
    };
  }

  /** By commune; hamlets owe none. */
  private async reportsOf({ unit, communeIds, month, attentionOf }: Looked): Promise<Map<string, OwedReport[]>> {
    const longest = Math.max(0, ...communeIds.map((id) => attentionOf(id).lateMonths));
    const rows = unit.kind === 'commune' ? [] : await this.queries.reports(communeIds, month, longest);
    const byUnit = new Map<string, OwedReport[]>();
    for (const row of rows) byUnit.set(row.unitId, [...(byUnit.get(row.unitId) ?? []), row]);
    return byUnit;
  }

  private async parts(looked: Looked, reports: Map<string, OwedReport[]>): Promise<Pick<View, 'parts'> & Vacant> {
    const { parts, month, today, at, windows } = looked;
    const span = { startsOn: windows.period.startsOn, endsOn: windows.period.endsOn };
    const teams = await this.activity.teams(looked);
    const [activity, work, officers] = await Promise.all([
      this.activity.byPart(looked, teams),
      this.work.of(
        parts.map(({ id }) => id),
        { span, at, today },
      ),
      this.officers(looked),
    ]);
    const works = new Map(work.map(({ unitId, ...sums }) => [unitId, sums]));
    const silent = silentByPart(looked, teams);
    return {
      parts: parts.map((unit): Part => {
        const owed = reports.get(unit.id)?.find((report) => report.month === month);
        return {
          unit,
          ...(activity.get(unit.id) ?? noActivity),
          ...(works.get(unit.id) ?? noWork),
          report: owed ? standingOf(owed, today) : null,
          silent: silent.get(unit.id) ?? 0,
          officer: officers.of.get(unit.id) ?? null,
        };
      }),
      vacant: officers.vacant,
    };
  }

  private async officers({ unit, communeIds, today }: Looked): Promise<{ of: Map<string, Officer> } & Vacant> {
    if (unit.kind === 'commune') return { of: new Map(), vacant: [] };
    const ids = await this.queries.officers(communeIds, today);
    const person = await this.people.people([...ids.values()]);
    return {
      of: new Map([...ids].map(([unitId, personId]) => [unitId, person(personId)])),
      vacant: await this.queries.vacantSince(
        communeIds.filter((id) => !ids.has(id)),
        today,
      ),
    };
  }
}

type Officer = NonNullable<Part['officer']>;
type Vacant = Pick<View['warnings'], 'vacant'>;

/** The day by which the last of them is due: holidays move it. */
function latest(reports: Map<string, OwedReport[]>, month: string): string | undefined {
  const days = [...reports.values()].flat().filter((report) => report.month === month);
  return days
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1);
}
