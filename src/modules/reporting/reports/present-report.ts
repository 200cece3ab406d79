import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { daysLate, workingDayFrom } from '#contracts/due-days';
import { absent, figureOf, percentOfPlan } from '#contracts/figures';
import { daysBetween } from '#contracts/periods';
import { openReportStates } from '#contracts/report-states';
import { dateInVietnam } from '#i18n';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import type { PersonRef } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { Figures } from '../figures/figure-book.ts';
import { WorkDays } from '../periods/work-days.ts';
import type { ReportData } from '../report.rows.ts';
import { ReportPeople } from './report-people.ts';

export type Head = RouteAnswer<typeof routes.listReports>[number];
export type Figure = RouteAnswer<typeof routes.readReport>['figures'][number];

interface TypedRow {
  code: string;
  source: string;
  by_id: string;
  at: Date;
}

/** Rows as the contract wants them. */
@Injectable()
export class PresentReport {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly people: ReportPeople,
    private readonly days: WorkDays,
    private readonly clock: Clock,
  ) {}

  async heads(reports: readonly ReportData[]): Promise<Head[]> {
    const units = await this.unitsOf(reports);
    const person = await this.people.people(reports.map((report) => report.revision_asked_by));
    const dues = reports.map(({ due_on }) => due_on).sort();
    const calendar = await this.days.calendar(dues[0] ?? this.clock.today(), dues.at(-1) ?? this.clock.today());
    return reports.flatMap((report) => {
      const unit = units.get(report.unit_id);
      if (!unit) return [];
      const due = {
        dueOn: report.due_on,
        fixedOn: report.fixed_due_on,
        workingDayOn: workingDayFrom(report.due_on, -1, calendar),
        daysLeft: daysBetween(this.clock.today(), report.due_on),
      };
      return [this.head(report, { unit, receiver: units.get(report.receiver_id ?? '') ?? null, due, person })];
    });
  }

  /** Every indicator valid on the period's last day, known or not. */
  async figures(report: ReportData, figures: Figures, plans: ReadonlyMap<string, number>): Promise<Figure[]> {
    const [indicators, typed] = await Promise.all([
      this.organization.indicators(null, report.ends_on),
      this.database.rows<TypedRow>(
        'select code, source, by_id, at from typed_figures where unit_id = $1 and month = $2',
        [report.unit_id, `${report.month}-01`],
      ),
    ]);
    const person = await this.people.people(typed.map((row) => row.by_id));
    const byCode = new Map(typed.map((row) => [row.code, row]));
    return [...indicators.values()].map((indicator) => {
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
        typed: source ? { source: source.source, by: person(source.by_id), at: source.at.toISOString() } : null,
        note: report.words.notes?.[indicator.code] ?? null,
      };
    });
  }

  /** Days after the due day: of the first version sent, or so far while it is open and none was. */
  lateOf(report: ReportData): number {
    const on = report.first_submitted_at ? dateInVietnam(report.first_submitted_at) : this.clock.today();
    return daysLate(on, report.due_on);
  }

  private async unitsOf(reports: readonly ReportData[]): Promise<Map<string, UnitRef>> {
    const byDay = new Map<string, string[]>();
    for (const { ends_on, unit_id, receiver_id } of reports)
      byDay.set(ends_on, [...(byDay.get(ends_on) ?? []), unit_id, ...(receiver_id ? [receiver_id] : [])]);
    const maps = await Promise.all([...byDay].map(([day, ids]) => this.people.units(ids, day)));
    return new Map(maps.flatMap((map) => [...map]));
  }

  private head(
    report: ReportData,
    words: { unit: UnitRef; receiver: UnitRef | null; due: Head['due']; person: (id: string) => PersonRef },
  ): Head {
    const { revision_asked_at: at, revision_asked_by: by, revision_reason: why } = report;
    const isOpen = openReportStates.includes(report.state);
    const exception = report.exception_until && isOpen && report.exception_until >= this.clock.today();
    return {
      id: report.id,
      unit: words.unit,
      receiver: words.receiver,
      kind: report.kind,
      title: report.title,
      month: report.month,
      startsOn: report.starts_on,
      endsOn: report.ends_on,
      due: words.due,
      state: report.state,
      version: report.version,
      firstSubmittedAt: report.first_submitted_at?.toISOString() ?? null,
      daysLate: this.lateOf(report),
      exception: exception ? { until: report.exception_until as string, reason: report.exception_reason ?? '' } : null,
      revisionAsked: at && by ? { by: words.person(by), at: at.toISOString(), reason: why ?? '' } : null,
    };
  }
}
