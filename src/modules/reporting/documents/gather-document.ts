/** What a report's paper says: live while it is open, as it was sent afterwards. */
import { Injectable } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import { dateInVietnam } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FigureQueries, type Figures } from '../figures/figure.queries.ts';
import type { ReportData } from '../report.rows.ts';
import { documentErrors } from '../reporting.errors.ts';
import { PresentReport } from '../reports/present-report.ts';
import type { ReportContent } from '../reports/report-content.ts';
import { WriteContent } from '../reports/write-content.ts';
import { DocumentSources } from './document-sources.ts';
import type { PrintedFigure } from './report-figures.ts';
import type { ReportDocument } from './report-document.types.ts';

export const DRAFT = 'BẢN NHÁP';

interface Told {
  /** When it was as it is printed. */
  at: Date;
  figures: Figures;
  plans: ReadonlyMap<string, number>;
  notes: Readonly<Record<string, string>>;
  words: Pick<ReportDocument, 'sections' | 'silent' | 'difficulties'>;
  draft: string | null;
}

@Injectable()
export class GatherDocument {
  constructor(
    private readonly database: Database,
    private readonly figureQueries: FigureQueries,
    private readonly present: PresentReport,
    private readonly content: WriteContent,
    private readonly sources: DocumentSources,
    private readonly clock: Clock,
  ) {}

  /** @throws papers.versionUnknown */
  async of(
    report: ReportData,
    {
      version,
      number,
      issuedOn,
    }: { version?: number | undefined; number?: number | undefined; issuedOn?: string | undefined },
  ): Promise<ReportDocument> {
    const isOpen = openReportStates.includes(report.state) && version === undefined;
    const told = isOpen ? await this.live(report) : await this.sent(report, version ?? report.version);
    const day = dateInVietnam(told.at);
    const [units, office] = await Promise.all([
      this.sources.people.units([report.unitId, ...(report.receiverId ? [report.receiverId] : [])], report.endsOn),
      this.sources.offices.of(report.unitId, day),
    ]);
    const unit = units.get(report.unitId);
    const figures = await this.figures(report, told);
    const aggregations = new Map(figures.map(({ code, aggregation }) => [code, aggregation]));
    return {
      unit: { name: unit?.name ?? '', fullName: unit?.fullName ?? '' },
      receiver: units.get(report.receiverId ?? '')?.fullName ?? null,
      month: report.month,
      issuedOn: issuedOn ?? day.slice(0, 7),
      number,
      office,
      draft: told.draft,
      figures,
      sections: told.words.sections,
      silent: told.words.silent,
      difficulties: told.words.difficulties,
      units: report.unitKind === 'commune' ? null : await this.sources.below.of(report, told.at, aggregations),
    };
  }

  private async live(report: ReportData): Promise<Told> {
    const figures = await this.figureQueries.of(report);
    const [plans, content] = await Promise.all([
      this.figureQueries.plans(report.unitId, Number(report.month.slice(0, 4))),
      this.content.gather(report, figures),
    ]);
    return { at: this.clock.now(), figures, plans, notes: content.notes, words: content, draft: DRAFT };
  }

  private async sent(report: ReportData, version: number): Promise<Told> {
    const row = await this.database.one<{ submittedAt: Date; content: ReportContent }>(
      sql`select submitted_at as "submittedAt", content from report_versions where report_id = ${report.id} and version = ${version}`,
    );
    if (!row) throw documentErrors.versionUnknown({ version });
    const plans = await this.database.rows<{ code: string; plan: number }>(
      sql`select code, plan::float8 as plan from report_figures where report_id = ${report.id} and version = ${version}
        and plan is not null`,
    );
    return {
      at: row.submittedAt,
      figures: await this.figureQueries.asSent(report.id, version),
      plans: new Map(plans.map(({ code, plan }) => [code, plan])),
      notes: row.content.notes,
      words: row.content,
      draft: null,
    };
  }

  private async figures(report: ReportData, { figures, plans, notes }: Told): Promise<PrintedFigure[]> {
    const shown = await this.present.figures(report, figures, plans);
    return shown.map(({ indicator, before, now, year, plan, percent, late, typed }) => ({
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      pillar: indicator.pillar,
      aggregation: indicator.aggregation,
      before,
      now,
      year,
      plan,
      percent,
      late,
      isTyped: figures.get(indicator.code)?.isTyped ?? false,
      source: typed?.source ?? null,
      note: notes[indicator.code] ?? null,
    }));
  }
}
