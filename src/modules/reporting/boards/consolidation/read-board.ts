import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { boardCodes } from '#contracts/reporting/report-standing';
import { absent, type Pair, sumPairs } from '#contracts/reporting/figures';
import { periodOfMonth } from '#contracts/reporting/periods';
import { countStandings, standingOf } from '#contracts/reporting/report-standing';
import { dateInVietnam } from '#i18n';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import type { Figures } from '../../reports/figures/figure.queries.ts';
import type { ReportData } from '../../reports/report/report.rows.ts';
import { type Head, PresentReport } from '../../reports/reports/present-report.ts';
import { ReadPlanReach } from '../standing/plan-reach.ts';
import { BoardQueries, type SentFigure } from './board.queries.ts';
import { remindedOf } from './reminded.ts';

type Board = RouteAnswer<typeof routes.reportBoard>;
type Unit = Board['units'][number];

/** What a district or province has received for a month, and its sum, shown to equal its parts. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly rows: BoardQueries,
    private readonly present: PresentReport,
    private readonly reach: ReadPlanReach,
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
      this.rows.totals(unitId, month),
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
      pillars: await this.reach.of(unit, month, rule),
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
          ...standing(head, this.clock.today()),
          reachable: reachable.has(head.unit.id),
          reminded: remindedOf(byId.get(head.id)),
          figures: (sent.get(head.id) ?? []).flatMap(({ code, now }) => (codes.has(code) ? [{ code, pair: now }] : [])),
        }),
      )
      .sort((a, b) => comparePlaces(a.unit.fullName, b.unit.fullName));
  }
}

/** As every count of reports has it. */
export const standing = ({ due, firstSubmittedAt, state }: Head, today: string) =>
  standingOf({ dueOn: due.dueOn, firstSentOn: firstSubmittedAt && dateInVietnam(firstSubmittedAt), state }, today);

const countsOf = (units: readonly Unit[]): Board['counts'] => ({
  ...countStandings(units),
  accepted: units.filter(({ report }) => report?.state === 'accepted').length,
});

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
