import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { monthsUntil, periodOfMonth } from '#contracts/reporting/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { ReadMonthFigures } from '../reports/figures/month-figures.ts';
import { ReportPeople } from '../reports/report/report-people.ts';
import { PastFigureQueries } from './past-figures.queries.ts';
import { windowOf, yearBefore } from './past-periods.ts';
import { type Ago, stoodOn, wholly, yearAgoOf } from './year-ago.ts';

type View = RouteAnswer<typeof routes.yearAgo>;

/** Months of a year ago beside those of now. Sums of reports are read by their one reader, and nothing is added to them. */
@Injectable()
export class ReadYearAgo {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly past: PastFigureQueries,
    private readonly months: ReadMonthFigures,
    private readonly people: ReportPeople,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.yearAgo>): Promise<View> {
    await this.scope.require(actor, 'report.read', { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.notFound();
    const [units, rule] = await Promise.all([this.past.communes(unitId), this.organization.periodRule(unitId)]);
    const own = wholly(units, this.clock.today());
    const asked = monthsUntil(query.month, query.count).map((month) => ({ month, before: yearBefore(month) }));
    const year = yearBefore(query.month).slice(0, 4);
    const [sent, imported] = await Promise.all([
      this.months.sentOf(
        asked.map(({ before }) => ({
          month: before,
          communeIds: stoodOn(own, periodOfMonth(before, rule).endsOn).map(({ id }) => id),
        })),
      ),
      this.past.imported(
        own.map(({ id }) => id),
        [...asked.map(({ before }) => before), year],
      ),
    ]);
    const ofPeriod = (period: string) => imported.filter((one) => one.period === period);
    const then = (period: string) => stoodOn(units, windowOf(period, rule).endsOn);
    const agos = asked.map(({ before }, at) => yearAgoOf(then(before), sent[at] ?? null, ofPeriod(before)));
    const whole = yearAgoOf(then(year), null, ofPeriod(year));
    const told = await this.told([...agos, whole]);
    const indicators = await this.organization.indicators();
    return {
      unit,
      months: asked.map(({ month, before }, at) => ({ month, before, ago: told(agos[at] ?? null) })),
      year: whole && { year, ago: told(whole) },
      indicators: [...indicators.values()].map(({ dimensions: _, ...one }) => one),
    };
  }

  /** With the papers that imported figures are from. */
  private async told(agos: readonly (Ago | null)[]) {
    const ids = [...new Set(agos.flatMap((ago) => ago?.importIds ?? []))];
    const rows = await this.past.sources(ids);
    const person = await this.people.people(rows.map(({ byId }) => byId));
    const byId = new Map(
      rows.map((row) => [
        row.id,
        { importId: row.id, source: row.source, by: person(row.byId), at: row.at.toISOString() },
      ]),
    );
    return <A extends Ago | null>(ago: A) => {
      if (!ago) return null as never;
      const { importIds, ...known } = ago;
      return { ...known, sources: importIds.flatMap((id) => byId.get(id) ?? []) };
    };
  }
}
