import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type Pair, sumPairs } from '#contracts/reporting/figures';
import { type PeriodRule, periodOfMonth } from '#contracts/reporting/periods';
import { isSent, standingOf } from '#contracts/reporting/report-standing';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { type FigureRow, type LiveFigure, LiveFigures, toFigure } from '../../reports/figures/live-figures.ts';
import { figureColumns } from '../../reports/figures/figure-columns.ts';
import { FigureQueries } from '../../reports/figures/figure.queries.ts';
import { ObligationQueries } from './obligation.queries.ts';
import { reachByPillar } from './pillar-reach.ts';

type Reach = RouteAnswer<typeof routes.dashboard>['pillars'];
type PlannedFigure = LiveFigure & { plan: number };

/**
 * How far the plans of a year are reached, by pillar: over the communes whose report of the month stands as sent, as they sent
 * it; of a commune itself as its records say until it has sent. The one reader: whoever shows it shows the same.
 */
@Injectable()
export class ReadPlanReach {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly obligations: ObligationQueries,
    private readonly figures: FigureQueries,
    private readonly live: LiveFigures,
    private readonly clock: Clock,
  ) {}

  async of({ id, kind }: Pick<UnitRef, 'id' | 'kind'>, month: string, rule: PeriodRule): Promise<Reach> {
    const owed = await this.obligations.below(id, [periodOfMonth(month, rule)]);
    const sent = owed.filter((report) => isSent(standingOf(report, this.clock.today()).status));
    const planned =
      kind === 'commune' && sent.length === 0 ? await this.ofRecords(id, month, rule) : await this.asSent(sent);
    const over = (pick: (figure: LiveFigure) => Pair) => (code: string) => {
      const own = planned.filter((figure) => figure.code === code);
      if (own.length === 0) return undefined;
      return {
        pair: sumPairs(own.map(pick)),
        plan: own.reduce((sum, { plan }) => sum + plan, 0),
        units: own.length,
      };
    };
    return reachByPillar(
      [...(await this.organization.indicators()).values()],
      over(({ year }) => year),
      over(withoutThisPeriod),
    );
  }

  private async asSent(reports: readonly { id: string; version: number }[]): Promise<PlannedFigure[]> {
    const rows = await this.database.rows<FigureRow & { plan: number }>(
      sql`select ${figureColumns}, f.plan::float8 as plan
         from unnest(${reports.map(({ id }) => id)}::uuid[], ${reports.map(({ version }) => version)}::int[]) r (id, version)
         cross join lateral (
           select * from report_figures x where x.report_id = r.id and x.version = r.version and x.plan is not null offset 0) f`,
    );
    return rows.map(({ plan, ...row }) => ({ ...toFigure(row), plan }));
  }

  private async ofRecords(unitId: string, month: string, rule: PeriodRule): Promise<PlannedFigure[]> {
    const plans = await this.figures.plans(unitId, Number(month.slice(0, 4)));
    if (plans.size === 0) return [];
    const known = (await this.live.ofCommunes([unitId], month, rule)).get(unitId);
    return [...plans].flatMap(([code, plan]) => {
      const figure = known?.get(code);
      return figure ? [{ ...figure, plan }] : [];
    });
  }
}

/** The year as it stood a period ago. */
function withoutThisPeriod({ year, now, before }: Pick<LiveFigure, 'year' | 'now' | 'before'>): Pair {
  if (year.denominator !== null) return before;
  return { numerator: year.numerator === null ? null : year.numerator - (now.numerator ?? 0), denominator: null };
}
