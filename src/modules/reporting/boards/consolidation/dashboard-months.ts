import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type Pair, sumPairs } from '#contracts/reporting/figures';
import { type PeriodRule, periodOfMonth } from '#contracts/reporting/periods';
import { type MonthFigures, ReadMonthFigures } from '../../reports/figures/month-figures.ts';
import { ObligationQueries } from '../standing/obligation.queries.ts';

type Months = RouteAnswer<typeof routes.dashboard>['months'];

/** Months of a unit: how its communes of then stood with their reports, and their figures as sent or as the records say. */
@Injectable()
export class DashboardMonths {
  constructor(
    private readonly figures: ReadMonthFigures,
    private readonly obligations: ObligationQueries,
  ) {}

  async of(unitId: string, months: readonly string[], rule: PeriodRule): Promise<Months> {
    const periods = months.map((month) => periodOfMonth(month, rule));
    const [owed, communes, own] = await Promise.all([
      this.obligations.below(unitId, periods),
      this.obligations.communes(unitId, periods),
      this.obligations.own(unitId, periods),
    ]);
    const byMonth = await this.figures.of(
      months.map((month) => ({ month, communeIds: communes.get(month) ?? [] })),
      rule,
    );
    return byMonth.map((of) => ({
      month: of.month,
      reportId: own.get(of.month) ?? null,
      ...this.obligations.counts(owed, of.month),
      figures: [...totalsOf(of)].map(([code, pair]) => ({ code, pair })),
    }));
  }
}

function totalsOf({ sent, live }: MonthFigures): Map<string, Pair> {
  const byCode = new Map<string, Pair[]>();
  for (const figures of [sent, ...live.values()])
    for (const { code, now } of figures.values()) byCode.set(code, [...(byCode.get(code) ?? []), now]);
  return new Map([...byCode].map(([code, pairs]) => [code, sumPairs(pairs)]));
}
