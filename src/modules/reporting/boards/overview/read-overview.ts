import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { ShapeQueries } from '#modules/organization';
import { type WorkBelow, WorkBelowQueries } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { OverviewActivity, silentByPart } from './overview-activity.ts';
import { OverviewOfficers } from './overview-officers.ts';
import { type Looked, OverviewPlace, workSpan } from './overview-place.ts';
import { OverviewReports, type PlaceReports } from './overview-reports.ts';

type View = RouteAnswer<typeof routes.overview>;
type Part = View['parts'][number];
type Vacant = Pick<View['warnings'], 'vacant'>;

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
    const reports = await this.reports.of(looked);
    const { parts, vacant } = await this.parts(looked, reports);
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

  private async parts(looked: Looked, reports: PlaceReports): Promise<Pick<View, 'parts'> & Vacant> {
    const { parts, isCurrent } = looked;
    const teams = await this.activity.teams(looked);
    const [activity, work, officers] = await Promise.all([
      this.activity.byPart(looked, teams),
      this.work.of(
        parts.map(({ id }) => id),
        workSpan(looked),
      ),
      this.officers.of(looked),
    ]);
    const works = new Map(work.map(({ unitId, ...sums }) => [unitId, sums]));
    const silent = silentByPart(looked, teams);
    return {
      parts: parts.map(
        (unit): Part => ({
          unit,
          ...(activity.get(unit.id) ?? noActivity),
          ...(works.get(unit.id) ?? noWork),
          report: reports.of(unit.id),
          silent: silent.get(unit.id) ?? 0,
          officer: officers.of.get(unit.id) ?? null,
          ...(!isCurrent && notToday),
        }),
      ),
      vacant: officers.vacant,
    };
  }
}
