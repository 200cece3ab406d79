import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { monthsUntil } from '#contracts/reporting/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { ReadPlanReach } from '../standing/plan-reach.ts';
import { BoardQueries } from './board.queries.ts';
import { DashboardMonths } from './dashboard-months.ts';

type Dashboard = RouteAnswer<typeof routes.dashboard>;
const MONTHS = 6;

/** Six months of a unit and of those below: reports in time, figures as sent or from the records, and what plans are reached. */
@Injectable()
export class ReadDashboard {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly rows: BoardQueries,
    private readonly months: DashboardMonths,
    private readonly reach: ReadPlanReach,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.dashboard>): Promise<Dashboard> {
    await this.scope.require(actor, 'report.read', { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.denied();
    const rule = await this.organization.periodRule(unitId);
    const month = query.month ?? (await this.rows.workingMonth(unitId, this.clock.today(), rule));
    const [months, indicators, pillars] = await Promise.all([
      this.months.of(unitId, monthsUntil(month, MONTHS), rule),
      this.organization.indicators(),
      this.reach.of(unit, month, rule),
    ]);
    return {
      unit,
      month,
      months,
      pillars,
      indicators: [...indicators.values()].map(({ dimensions: _, ...indicator }) => indicator),
    };
  }
}
