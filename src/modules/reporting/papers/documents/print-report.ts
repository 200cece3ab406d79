import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import { openReportStates } from '#contracts/reporting/report-states';
import { renderPdf, writeDocx, writeLongWorkbook } from '#documents';
import type { Actor } from '#platform/auth';
import { ReportAccess } from '../../reports/report/report-access.ts';
import type { ReportData } from '../../reports/report/report.rows.ts';
import { GatherDocument } from './gather-document.ts';
import { KeptPapers } from './kept-papers.ts';
import { DRAFT } from './read-document-content.ts';
import { reportSheets } from './figure-tables.ts';
import { PrintAppendix } from './print-appendix.ts';
import type { PrintedFile } from './printed-file.ts';
import { fileTitle, reportDocument } from './report-document.ts';

type Query = RouteQuery<typeof routes.reportDocument>;

/** A report on paper: by decree 30 as text, its tables as a sheet; a list of teams is Appendix 1. */
@Injectable()
export class PrintReport {
  constructor(
    private readonly access: ReportAccess,
    private readonly gather: GatherDocument,
    private readonly appendix: PrintAppendix,
    private readonly kept: KeptPapers,
  ) {}

  /** @throws papers.versionUnknown */
  async execute(actor: Actor, reportId: string, query: Query): Promise<PrintedFile> {
    return this.print(actor, await this.access.open(actor, reportId, 'report.read'), query);
  }

  /** After the right to it. What was sent is the file that was kept then, where there is one and nothing is to be filled in. */
  async print(actor: Actor, report: ReportData, query: Query): Promise<PrintedFile> {
    const { format, version, number, issuedOn } = query;
    const isOpen = openReportStates.includes(report.state) && version === undefined;
    const isAsSent = !isOpen && number === undefined && issuedOn === undefined;
    const kept = isAsSent ? await this.kept.one(report.id, version ?? report.version, format) : undefined;
    return kept ?? this.make(actor, report, query);
  }

  /** Set anew. */
  async make(actor: Actor, report: ReportData, { format, ...query }: Query): Promise<PrintedFile> {
    if (report.kind === 'roster') {
      const draft = openReportStates.includes(report.state) ? DRAFT : null;
      return this.appendix.print(actor, report.unitId, {
        format,
        at: report.endsOn,
        draft,
        purpose: 'report',
        isOfReport: true,
      });
    }
    const paper = await this.gather.of(report, query);
    const name = `${paper.draft ? `${paper.draft} - ` : ''}${fileTitle(paper)} - ${paper.unit.fullName}`;
    if (format === 'xlsx') return { file: await writeLongWorkbook(reportSheets(paper)), format, name };
    const set = reportDocument(paper);
    return { file: format === 'docx' ? await writeDocx(set) : await renderPdf('text-document', set), format, name };
  }
}
