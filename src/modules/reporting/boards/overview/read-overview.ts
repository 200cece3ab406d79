import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { ShapeQueries } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { OverviewParts } from './overview-parts.ts';
import { OverviewPlace } from './overview-place.ts';
import { OverviewReports } from './overview-reports.ts';

type View = RouteAnswer<typeof routes.overview>;

/** Warnings, parts and figures of a unit: a country by provinces, a province or district by communes, a commune by hamlets. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly place: OverviewPlace,
    private readonly figures: OverviewParts,
    private readonly reports: OverviewReports,
    private readonly shapes: ShapeQueries,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.overview>): Promise<View> {
    const looked = await this.place.of(actor, unitId, query);
    const { unit, month, isCurrent, windows, attention } = looked;
    const { startsOn, endsOn, dueOn } = windows.period;
    // None needs what another says, and of a province each has much to read.
    const [reports, { parts, vacant }, hasMap] = await Promise.all([
      this.reports.of(looked),
      this.figures.of(looked),
      this.shapes.isDrawn(
        looked.parts.map(({ id }) => id),
        looked.at,
      ),
    ]);
    return {
      unit,
      month,
      isCurrent,
      at: looked.at,
      startsOn,
      endsOn,
      dueOn: reports.dueOn ?? dueOn,
      reports: reports.counts,
      parts: parts.map((part) => ({ ...part, report: reports.of(part.unit.id) })),
      warnings: {
        ...reports.warnings,
        overdue: parts.flatMap(({ unit: { id } }) => (isCurrent && reports.of(id)?.status === 'missing' ? [id] : [])),
        vacant,
      },
      silentAfterDays: attention.silentDays,
      lateWarning: { days: attention.lateDays, times: attention.lateTimes, months: attention.lateMonths },
      hasMap,
    };
  }
}
