import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { ShapeQueries } from '#modules/organization';
import { type WorkBelow, WorkBelowQueries } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { type Activity, OverviewActivity, silentByPart } from './overview-activity.ts';
import { OverviewOfficers } from './overview-officers.ts';
import { type Looked, OverviewPlace, workSpan } from './overview-place.ts';
import { OverviewReports, type PlaceReports } from './overview-reports.ts';

type View = RouteAnswer<typeof routes.overview>;
type Part = View['parts'][number];

/** Of the parts, apart from their reports. */
interface Known {
  activity: ReadonlyMap<string, Activity>;
  silent: ReadonlyMap<string, number>;
  works: ReadonlyMap<string, Omit<WorkBelow, 'unitId'>>;
  officers: Awaited<ReturnType<OverviewOfficers['of']>>;
}

const noWork: Omit<WorkBelow, 'unitId'> = { due: 0, inTime: 0, waiting: 0, difficulties: 0, lateDifficulties: 0 };
const noActivity = { active: 0, teams: 0, before: { active: 0, teams: 0 } };
/** Of another day nobody knows today who was silent or what waited then. */
const notToday = { silent: null, waiting: null, difficulties: null, lateDifficulties: null };

/** What needs a hand first, then where, then the figures: of a province or district by communes, of a commune by hamlets. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly place: OverviewPlace,
    private readonly activity: OverviewActivity,
    private readonly reports: OverviewReports,
    private readonly work: WorkBelowQueries,
    private readonly officers: OverviewOfficers,
    private readonly shapes: ShapeQueries,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.overview>): Promise<View> {
    const looked = await this.place.of(actor, unitId, query);
    const { unit, month, isCurrent, windows, attention } = looked;
    const { startsOn, endsOn, dueOn } = windows.period;
    // None needs what another says, and of a province each has much to read.
    const [reports, known, hasMap] = await Promise.all([
      this.reports.of(looked),
      this.known(looked),
      this.shapes.isDrawn(
        looked.parts.map(({ id }) => id),
        looked.at,
      ),
    ]);
    const parts = partsOf(looked, known, reports);
    return {
      unit,
      month,
      isCurrent,
      at: looked.at,
      startsOn,
      endsOn,
      dueOn: reports.dueOn ?? dueOn,
      reports: reports.counts,
      parts,
      warnings: {
        ...reports.warnings,
        overdue: parts.filter(({ report }) => isCurrent && report?.status === 'missing').map((part) => part.unit.id),
        vacant: known.officers.vacant,
      },
      silentAfterDays: attention.silentDays,
      lateWarning: { days: attention.lateDays, times: attention.lateTimes, months: attention.lateMonths },
      hasMap,
    };
  }

  private async known(looked: Looked): Promise<Known> {
    const teams = this.activity.teams(looked);
    const [activity, silent, work, officers] = await Promise.all([
      this.activity.byPart(looked, teams),
      teams.then((all) => silentByPart(looked, all)),
      this.work.of(
        looked.parts.map(({ id }) => id),
        workSpan(looked),
      ),
      this.officers.of(looked),
    ]);
    return { activity, silent, works: new Map(work.map(({ unitId, ...sums }) => [unitId, sums])), officers };
  }
}

function partsOf({ parts, isCurrent }: Looked, known: Known, reports: PlaceReports): Part[] {
  return parts.map(
    (unit): Part => ({
      unit,
      ...(known.activity.get(unit.id) ?? noActivity),
      ...(known.works.get(unit.id) ?? noWork),
      report: reports.of(unit.id),
      silent: known.silent.get(unit.id) ?? 0,
      officer: known.officers.of.get(unit.id) ?? null,
      ...(!isCurrent && notToday),
    }),
  );
}
