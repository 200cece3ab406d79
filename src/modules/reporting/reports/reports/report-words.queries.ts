import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { longPeriodOf } from '#contracts/reporting/long-periods';
import { openReportStates, type ReportSection, reportSections } from '#contracts/reporting/report-states';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';
import type { Figures } from '../figures/figure.queries.ts';
import { monthsOf, type ReportData } from '../report/report.rows.ts';
import { draftWords } from './draft-words.ts';
import { wordsOfMonths } from './words-of-months.ts';
import { ReportPeople } from '../report/report-people.ts';

export type Words = RouteAnswer<typeof routes.readReport>['words'];

/** The words of a report: as it was sent, or what people wrote and a draft for the sections that nobody has touched. */
@Injectable()
export class ReportWordsQueries {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly people: ReportPeople,
  ) {}

  async of(report: ReportData, figures: Figures): Promise<Words> {
    const isOpen = openReportStates.includes(report.state);
    const [drafted, person] = await Promise.all([
      isOpen ? this.draft(report, figures) : this.sent(report),
      this.people.people([report.wordsBy]),
    ]);
    const written = report.words.sections ?? {};
    return {
      sections: reportSections.map((key) => ({
        key,
        text: written[key] ?? drafted[key] ?? '',
        drafted: written[key] === undefined,
      })),
      version: report.wordsVersion,
      by: report.wordsBy ? person(report.wordsBy) : null,
      at: report.wordsAt?.toISOString() ?? null,
    };
  }

  /** Drafted words stand on what is right today; a report that was sent says what it said. */
  private async sent({ id, version }: ReportData): Promise<Partial<Record<ReportSection, string>>> {
    const row = await this.database.one<{ sections: { key: ReportSection; text: string }[] }>(
      sql`select content->'sections' as sections from report_versions where report_id = ${id} and version = ${version}`,
    );
    return Object.fromEntries((row?.sections ?? []).map(({ key, text }) => [key, text]));
  }

  async draft(report: ReportData, figures: Figures) {
    const [unit, citation, indicators, whole] = await Promise.all([
      this.people.units([report.unitId], report.endsOn),
      this.people.citation(report),
      this.organization.indicators(null, report.endsOn),
      report.unitKind === 'commune' ? null : this.membership.strengthUnder(report.unitId, report.standsOn),
    ]);
    const of = unit.get(report.unitId);
    const hasFigure = ([, { now, year }]: [
      string,
      { now: { numerator: number | null }; year: { numerator: number | null } },
    ]) => now.numerator !== null || year.numerator !== null;
    const drafted = draftWords({
      office: of ? this.people.officeOf(of) : '',
      unitKind: report.unitKind,
      month: report.month,
      isOfDays: report.kind !== 'monthly',
      period: longPeriodOf(monthsOf(report)) ?? null,
      startsOn: report.startsOn,
      endsOn: report.endsOn,
      citation,
      indicators: [...indicators.values()],
      known: new Set([...figures].filter(hasFigure).map(([code]) => code)),
      whole,
    });
    return { ...drafted, ...(await this.ofMonths(report)) };
  }

  /** What people judged month by month, as a draft of what they say of the whole: only its months that were sent have a say. */
  private async ofMonths(report: ReportData): Promise<Partial<Record<ReportSection, string>>> {
    const months = monthsOf(report);
    if (months.length === 0) return {};
    const rows = await this.database.rows<{ month: string; key: ReportSection; text: string }>(
      sql`select to_char(r.month, 'YYYY-MM') as month, s.value->>'key' as key, s.value->>'text' as text
         from reports r join report_versions v on v.report_id = r.id and v.version = r.version
        cross join lateral jsonb_array_elements(v.content->'sections') s
        where r.unit_id = ${report.unitId} and r.kind = 'monthly' and r.month = any(${months.map((month) => `${month}-01`)}::date[])
          and r.state in ('submitted', 'accepted') order by r.month`,
    );
    return wordsOfMonths(rows);
  }
}
