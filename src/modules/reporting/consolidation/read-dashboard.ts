import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { type Pair, sumPairs } from '#contracts/reporting/figures';
import { monthsUntil } from '#contracts/reporting/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import type { LiveFigure } from '../figures/live-figures.ts';
import { type MonthFigures, ReadMonthFigures } from '../figures/month-figures.ts';
import { firstSentOn } from '../report.rows.ts';
import { BoardQueries } from './board.queries.ts';
import { reachByPillar } from './pillar-reach.ts';

type Dashboard = RouteAnswer<typeof routes.dashboard>;
const MONTHS = 6;

interface Punctuality {
  month: string;
  onTime: number;
  late: number;
  missing: number;
}

/** Six months of a unit and of those below: reports in time, figures as sent or from the records, and what plans are reached. */
@Injectable()
export class ReadDashboard {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly monthFigures: ReadMonthFigures,
    private readonly rows: BoardQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.dashboard>): Promise<Dashboard> {
    await this.scope.require(actor, 'report.read', { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.denied();
    const rule = await this.organization.periodRule(unitId);
    const month = query.month ?? (await this.rows.workingMonth(unitId, this.clock.today(), rule));
    const communes = await this.communesOf(unitId);
    const months = monthsUntil(month, MONTHS);
    const [byMonth, punctual, indicators, plans] = await Promise.all([
      this.monthFigures.of(communes, months, rule),
      this.punctuality(unitId, months),
      this.organization.indicators(),
      this.plans(communes, Number(month.slice(0, 4))),
    ]);
    const figures = byMonth.map(totalsOf);
    const current = figures.at(-1) ?? new Map<string, LiveFigure>();
    const all = [...indicators.values()];
    const planned = (of: ReadonlyMap<string, LiveFigure> | undefined) => (code: string) => {
      const [figure, plan] = [of?.get(code), plans.get(code)];
      return figure && plan && { pair: figure.year, plan: plan.sum, units: plan.units };
    };
    return {
      unit,
      month,
      months: months.map((one, i) => ({
        month: one,
        onTime: punctual.get(one)?.onTime ?? 0,
        late: punctual.get(one)?.late ?? 0,
        missing: punctual.get(one)?.missing ?? 0,
        figures: [...(figures[i] ?? [])].map(([code, { now }]) => ({ code, pair: now })),
      })),
      pillars: reachByPillar(all, planned(current), planned(figures.at(-2))),
      indicators: all.map(({ dimensions: _, ...indicator }) => indicator),
    };
  }

  private async communesOf(unitId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct c.descendant_id as id from unit_closure c join units_at(${this.clock.today()}::date) u
        on u.id = c.descendant_id where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'`,
    );
    return rows.map(({ id }) => id);
  }

  private async punctuality(unitId: string, months: readonly string[]): Promise<Map<string, Punctuality>> {
    const rows = await this.database.rows<Punctuality>(
      sql`select to_char(r.month, 'YYYY-MM') as month,
              count(*) filter (where ${firstSentOn} <= r.due_on)::int as "onTime",
              count(*) filter (where ${firstSentOn} > r.due_on)::int as late,
              count(*) filter (where r.first_submitted_at is null and r.due_on < ${this.clock.today()})::int as missing
         from reports r join unit_closure c on c.descendant_id = r.unit_id and c.ancestor_id = ${unitId}
        where r.kind = 'monthly' and r.unit_kind = 'commune' and r.month = any(${months.map((month) => `${month}-01`)}::date[])
          group by 1`,
    );
    return new Map(rows.map((row) => [row.month, row]));
  }

  private async plans(communes: readonly string[], year: number): Promise<Map<string, { sum: number; units: number }>> {
    const rows = await this.database.rows<{ code: string; sum: number; units: number }>(
      sql`select code, sum(value)::float8 as sum, count(*)::int as units from figure_plans where unit_id = any(${communes})
        and year = ${year} group by 1`,
    );
    return new Map(rows.map((row) => [row.code, row]));
  }
}

function totalsOf({ sent, live }: MonthFigures): Map<string, LiveFigure> {
  const byCode = new Map<string, LiveFigure[]>();
  for (const figures of [sent, ...live.values()])
    for (const figure of figures.values()) byCode.set(figure.code, [...(byCode.get(figure.code) ?? []), figure]);
  return new Map([...byCode].map(([code, figures]) => [code, total(code, figures)]));
}

function total(code: string, figures: readonly LiveFigure[]): LiveFigure {
  const sum = (pick: (figure: LiveFigure) => Pair) => sumPairs(figures.map(pick));
  return {
    code,
    now: sum(({ now }) => now),
    before: sum(({ before }) => before),
    year: sum(({ year }) => year),
    records: figures.reduce((n, { records }) => n + records, 0),
    late: figures.reduce((n, { late }) => n + late, 0),
    isTyped: figures.some(({ isTyped }) => isTyped),
  };
}
