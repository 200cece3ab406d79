/** What a report's document tells: live while the report is open, as it was sent afterwards. */
import { Injectable } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FigureQueries, type Figures } from '../../reports/figures/figure.queries.ts';
import type { ReportData } from '../../reports/report/report.rows.ts';
import { documentErrors } from '../../reporting.errors.ts';
import type { ReportContent } from '../../reports/report/report-content.ts';
import { WriteContent } from '../../reports/reports/write-content.ts';
import type { PaperFacts, ReportDocument } from '../../reports/report/report-document.types.ts';
import { ReportVersion } from '../../reports/report/report.entity.ts';

export const DRAFT = 'BẢN NHÁP';

export interface Told {
  /** When it was as it is printed. */
  at: Date;
  figures: Figures;
  plans: ReadonlyMap<string, number>;
  notes: Readonly<Record<string, string>>;
  words: Pick<ReportDocument, 'sections' | 'silent' | 'difficulties'>;
  /** As they were kept; absent while it is open, and of versions that were sent before they were kept. */
  paper?: PaperFacts;
  /** How a version named its unit and who got it; null while it is open. */
  named: Pick<ReportContent, 'unit' | 'receiver'> | null;
  draft: string | null;
}

@Injectable()
export class ReadDocumentContent {
  constructor(
    private readonly database: Database,
    private readonly figures: FigureQueries,
    private readonly content: WriteContent,
    private readonly clock: Clock,
  ) {}

  /** @throws papers.versionUnknown */
  of(report: ReportData, version: number | undefined): Promise<Told> {
    const isOpen = openReportStates.includes(report.state) && version === undefined;
    return isOpen ? this.live(report) : this.sent(report, version ?? report.version);
  }

  private async live(report: ReportData): Promise<Told> {
    const figures = await this.figures.of(report);
    const [plans, content] = await Promise.all([this.figures.plansOf(report), this.content.gather(report, figures)]);
    return { at: this.clock.now(), figures, plans, notes: content.notes, words: content, named: null, draft: DRAFT };
  }

  private async sent(report: ReportData, version: number): Promise<Told> {
    const row: { submittedAt: Date; content: ReportContent } | null = await this.database.manager.findOne(
      ReportVersion,
      { select: { submittedAt: true, content: true }, where: { reportId: report.id, version } },
    );
    if (!row) throw documentErrors.versionUnknown({ version });
    const plans = await this.database.rows<{ code: string; plan: number }>(
      sql`select code, plan::float8 as plan from report_figures where report_id = ${report.id} and version = ${version}
        and plan is not null`,
    );
    return {
      at: row.submittedAt,
      figures: await this.figures.asSent(report.id, version),
      plans: new Map(plans.map(({ code, plan }) => [code, plan])),
      notes: row.content.notes,
      words: row.content,
      named: row.content,
      ...(row.content.paper && { paper: row.content.paper }),
      draft: null,
    };
  }
}
