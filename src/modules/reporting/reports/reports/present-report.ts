import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { daysLate, isClosed, workingDayFrom } from '#contracts/reporting/due-days';
import { absent, figureOf, percentOfPlan } from '#contracts/reporting/figures';
import { daysBetween, monthBefore } from '#contracts/reporting/periods';
import { openReportStates } from '#contracts/reporting/report-states';
import { dateInVietnam } from '#i18n';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import type { PersonRef } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { ApprovalQueries } from '../report/approval.queries.ts';
import { countsByDays } from '../figures/day-figures.ts';
import type { Figures } from '../figures/figure.queries.ts';
import type { TypedFigure } from '../figures/report-figure.entity.ts';
import { WorkDays } from '../periods/work-days.ts';
import { isOwnSum, type ReportData } from '../report/report.rows.ts';
import { ReportPeople } from '../report/report-people.ts';

export type Head = RouteAnswer<typeof routes.listReports>[number];
export type Figure = RouteAnswer<typeof routes.readReport>['figures'][number];

interface TypedRow extends Pick<TypedFigure, 'code' | 'source' | 'byId' | 'at'> {
  numerator: number;
  denominator: number | null;
  /** Of the report's month; else of the one before. */
  isOfMonth: boolean;
}

/** Rows as the contract wants them. */
@Injectable()
export class PresentReport {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly people: ReportPeople,
    private readonly days: WorkDays,
    private readonly approvals: ApprovalQueries,
    private readonly clock: Clock,
  ) {}

  async heads(reports: readonly ReportData[]): Promise<Head[]> {
    const units = await this.unitsOf(reports);
    const person = await this.people.people(
      reports.flatMap(({ revisionAskedBy, approvalAskedBy }) => [revisionAskedBy, approvalAskedBy]),
    );
    const dues = reports.map(({ dueOn }) => dueOn).sort();
    const calendar = await this.days.calendar(dues[0] ?? this.clock.today(), dues.at(-1) ?? this.clock.today());
    const approvers = await this.approversOf(reports);
    return reports.flatMap((report) => {
      const unit = units.get(report.unitId);
      if (!unit) return [];
      const due = {
        dueOn: report.dueOn,
        fixedOn: report.fixedDueOn,
        workingDayOn: workingDayFrom(report.dueOn, -1, calendar),
        daysLeft: daysBetween(this.clock.today(), report.dueOn),
      };
      return [
        this.head(report, {
          unit,
          receiver: units.get(report.receiverId ?? '') ?? null,
          due,
          person,
          approvers: approvers.get(report.id) ?? [],
        }),
      ];
    });
  }

  /** Every indicator valid on the period's last day, known or not; of a campaign those that say something of its days. */
  async figures(report: ReportData, figures: Figures, plans: ReadonlyMap<string, number>): Promise<Figure[]> {
    const [indicators, typed] = await Promise.all([
      this.organization.indicators(null, report.endsOn),
      this.database.rows<TypedRow>(
        sql`select code, source, by_id as "byId", at, numerator::float8 as numerator, denominator::float8 as denominator,
              month = ${`${report.month}-01`}::date as "isOfMonth"
           from typed_figures where unit_id = ${report.unitId}
            and month in (${`${report.month}-01`}::date, ${`${monthBefore(report.month)}-01`}::date)`,
      ),
    ]);
    const person = await this.people.people(typed.map((row) => row.byId));
    const ofMonth = (isOfMonth: boolean) =>
      new Map(typed.filter((row) => row.isOfMonth === isOfMonth).map((row) => [row.code, row]));
    const [byCode, earlier] = [ofMonth(true), ofMonth(false)];
    const shown = [...indicators.values()].filter((one) => report.kind !== 'results' || countsByDays(one));
    return shown.map((indicator) => {
      const figure = figures.get(indicator.code);
      const plan = plans.get(indicator.code) ?? null;
      const source = figure?.isTyped ? byCode.get(indicator.code) : undefined;
      const { dimensions: _, ...words } = indicator;
      return {
        indicator: words,
        before: figure?.before ?? absent,
        now: figure?.now ?? absent,
        year: figure?.year ?? absent,
        plan,
        percent: percentOfPlan(figureOf(figure?.year ?? absent, indicator.aggregation), plan),
        records: figure?.records ?? 0,
        late: figure?.late ?? 0,
        typed: source ? { source: source.source, by: person(source.byId), at: source.at.toISOString() } : null,
        typedBefore: source ? null : beforeOf(earlier.get(indicator.code)),
        note: report.words.notes?.[indicator.code] ?? null,
      };
    });
  }

  /** Days after the due day: of the first version sent, or so far while it is open and none was. */
  lateOf(report: ReportData): number {
    if (isOwnSum(report)) return 0;
    const on = report.firstSubmittedAt ? dateInVietnam(report.firstSubmittedAt) : this.clock.today();
    return daysLate(on, report.dueOn);
  }

  /** Nobody waits for what an office sums up for itself. */
  isClosed(report: ReportData): boolean {
    if (report.firstSubmittedAt || isOwnSum(report)) return false;
    return isClosed(report.dueOn, report.exceptionUntil, this.clock.today());
  }

  /** Of the few that wait to be approved. */
  private async approversOf(reports: readonly ReportData[]): Promise<Map<string, string[]>> {
    const waiting = reports.filter(({ approvalAskedAt }) => approvalAskedAt !== null);
    return new Map(
      await Promise.all(waiting.map(async ({ id, unitId }) => [id, await this.approvals.heads(unitId)] as const)),
    );
  }

  private async unitsOf(reports: readonly ReportData[]): Promise<Map<string, UnitRef>> {
    const byDay = new Map<string, string[]>();
    for (const { endsOn, unitId, receiverId } of reports)
      byDay.set(endsOn, [...(byDay.get(endsOn) ?? []), unitId, ...(receiverId ? [receiverId] : [])]);
    const maps = await Promise.all([...byDay].map(([day, ids]) => this.people.units(ids, day)));
    return new Map(maps.flatMap((map) => [...map]));
  }

  private head(
    report: ReportData,
    words: {
      unit: UnitRef;
      receiver: UnitRef | null;
      due: Head['due'];
      person: (id: string) => PersonRef;
      approvers: string[];
    },
  ): Head {
    const { revisionAskedAt: at, revisionAskedBy: by, revisionReason: why } = report;
    const { approvalAskedAt, approvalAskedBy } = report;
    const isOpen = openReportStates.includes(report.state);
    const exception = report.exceptionUntil && isOpen && report.exceptionUntil >= this.clock.today();
    return {
      id: report.id,
      unit: words.unit,
      receiver: words.receiver,
      kind: report.kind,
      title: report.title,
      month: report.month,
      startsOn: report.startsOn,
      endsOn: report.endsOn,
      due: words.due,
      state: report.state,
      version: report.version,
      firstSubmittedAt: report.firstSubmittedAt?.toISOString() ?? null,
      daysLate: this.lateOf(report),
      closed: this.isClosed(report),
      exception: exception ? { until: report.exceptionUntil as string, reason: report.exceptionReason ?? '' } : null,
      revisionAsked: at && by ? { by: words.person(by), at: at.toISOString(), reason: why ?? '' } : null,
      approvalAsked:
        approvalAskedAt && approvalAskedBy
          ? { by: words.person(approvalAskedBy), at: approvalAskedAt.toISOString(), approvers: words.approvers }
          : null,
    };
  }
}

const beforeOf = (row: TypedRow | undefined): Figure['typedBefore'] =>
  row ? { pair: { numerator: row.numerator, denominator: row.denominator }, source: row.source } : null;
