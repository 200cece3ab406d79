import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { boardCodes } from '#contracts/reporting/board';
import { absent, type Pair, sumPairs } from '#contracts/reporting/figures';
import { periodOfMonth } from '#contracts/reporting/periods';
import { openReportStates } from '#contracts/reporting/report-states';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { FigureQueries, type Figures } from '../figures/figure.queries.ts';
import type { ReportData } from '../report.rows.ts';
import { type Head, PresentReport } from '../reports/present-report.ts';
import { BoardQueries, type SentFigure } from './board.queries.ts';
import { reachByPillar } from './pillar-reach.ts';
import { remindedOf } from './reminded.ts';

type Board = RouteAnswer<typeof routes.reportBoard>;
type Unit = Board['units'][number];
type Indicators = Awaited<ReturnType<OrganizationApi['indicators']>>;

/** What a district or province has received for a month, and its sum, shown to equal its parts. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly rows: BoardQueries,
    private readonly figureQueries: FigureQueries,
    private readonly present: PresentReport,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.reportBoard>): Promise<Board> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.denied();
    const rule = await this.organization.periodRule(unitId);
    const month = query.month ?? (await this.rows.workingMonth(unitId, this.clock.today(), rule));
    const [reports, sent, totals, indicators] = await Promise.all([
      this.rows.reports(unitId, month),
      this.rows.figures(unitId, month),
      this.figureQueries.summed(unitId, { campaignId: null, month }),
      this.organization.indicators(),
    ]);
    const owing = reports.map((report) => report.unitId);
    const lateBefore = await this.rows.lateBefore(owing, month, this.clock.today());
    const units = await this.units(reports, sent, new Set(query.codes ?? boardCodes));
    // Each unit's own rule may differ; a month that nobody owes is due by this unit's.
    const dueOn =
      reports
        .map((report) => report.dueOn)
        .toSorted()
        .at(-1) ?? periodOfMonth(month, rule).dueOn;
    return {
      unit,
      month,
      dueOn,
      counts: countsOf(units),
      units,
      lateBefore,
      indicators: [...indicators.values()].map(({ dimensions: _, ...indicator }) => indicator),
      totals: [...totals.values()].map(({ code, now, before, year }) => ({ code, pair: now, before, year })),
      differences: differencesOf(totals, [...sent.values()]),
      pillars: reachOf(indicators, [...sent.values()].flat()),
    };
  }

  private async units(
    reports: readonly ReportData[],
    sent: ReadonlyMap<string, SentFigure[]>,
    codes: ReadonlySet<string>,
  ): Promise<Unit[]> {
    const heads = await this.present.heads(reports);
    const reachable = await this.rows.reachable(
      reports.map((report) => report.unitId),
      this.clock.today(),
      this.clock.now(),
    );
    const byId = new Map(reports.map((report) => [report.id, report]));
    return heads
      .map(
        (head): Unit => ({
          unit: head.unit,
          report: head,
          status: statusOf(head),
          daysLate: head.daysLate,
          reachable: reachable.has(head.unit.id),
          reminded: remindedOf(byId.get(head.id)),
          figures: (sent.get(head.id) ?? []).flatMap(({ code, now }) => (codes.has(code) ? [{ code, pair: now }] : [])),
        }),
      )
      .sort((a, b) => comparePlaces(a.unit.fullName, b.unit.fullName));
  }
}

/** Lateness is that of the first version; what was given back after being on time is not late for it. */
export function statusOf({ firstSubmittedAt, daysLate, due }: Head): Unit['status'] {
  if (firstSubmittedAt) return daysLate > 0 ? 'late' : 'on_time';
  return due.daysLeft < 0 ? 'missing' : 'not_due';
}

function countsOf(units: readonly Unit[]): Board['counts'] {
  const of = (status: Unit['status']) => units.filter((unit) => unit.status === status).length;
  const inState = (state: Head['state']) => units.filter((unit) => unit.report?.state === state).length;
  return {
    onTime: of('on_time'),
    late: of('late'),
    missing: units.filter(({ report }) => report && openReportStates.includes(report.state)).length,
    accepted: inState('accepted'),
    returned: inState('returned'),
  };
}

/** The sum by SQL against the sum of the rows that are shown; empty unless something is wrong with the records. */
export function differencesOf(totals: Figures, units: readonly SentFigure[][]): Board['differences'] {
  const parts = new Map<string, Pair[]>();
  for (const { code, now } of units.flat()) parts.set(code, [...(parts.get(code) ?? []), now]);
  return [...new Set([...totals.keys(), ...parts.keys()])].flatMap((code) => {
    const [total, summed] = [totals.get(code)?.now ?? absent, sumPairs(parts.get(code) ?? [])];
    const same = total.numerator === summed.numerator && total.denominator === summed.denominator;
    return same ? [] : [{ code, total, parts: summed }];
  });
}

function reachOf(indicators: Indicators, figures: readonly SentFigure[]): Board['pillars'] {
  const planned = (pick: (figure: SentFigure) => Pair) => (code: string) => {
    const own = figures.filter((figure) => figure.code === code && figure.plan !== null);
    if (own.length === 0) return undefined;
    return {
      pair: sumPairs(own.map(pick)),
      plan: own.reduce((sum, { plan }) => sum + (plan ?? 0), 0),
      units: own.length,
    };
  };
  return reachByPillar(
    [...indicators.values()],
    planned(({ year }) => year),
    planned(withoutThisPeriod),
  );
}

/** The year as it stood a period ago. */
function withoutThisPeriod({ year, now, before }: SentFigure): Pair {
  if (year.denominator !== null) return before;
  return { numerator: year.numerator === null ? null : year.numerator - (now.numerator ?? 0), denominator: null };
}
