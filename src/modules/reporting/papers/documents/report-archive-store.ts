import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { DocumentFormat } from '#contracts/reporting/report-states';
import { dateInVietnam } from '#i18n';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { OnEvent } from '#platform/outbox';
import { ReportAccess } from '../../reports/report/report-access.ts';
import type { ReportData } from '../../reports/report/report.rows.ts';
import { documentErrors } from '../../reporting.errors.ts';
import { reportSubmitted } from '../../reporting.events.ts';
import { type Kept, KeptPapers } from './kept-papers.ts';
import { PrintAppendix } from './print-appendix.ts';
import { PrintReport } from './print-report.ts';
import type { PrintedFile } from './printed-file.ts';
import { ReportVersion } from '../../reports/report/report.entity.ts';

/** A text is kept to be read and to be taken up again, a list of teams as the form itself and to be read. */
const formats: Record<ReportData['kind'], readonly DocumentFormat[]> = {
  monthly: ['docx', 'pdf'],
  roster: ['xlsx', 'pdf'],
  results: ['docx', 'pdf'],
  months: ['docx', 'pdf'],
};

/** The copy that stays in the office: each sent version as it was printed then, whatever signers and symbols become later. */
@Injectable()
export class ReportArchiveStore {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly report: PrintReport,
    private readonly appendix: PrintAppendix,
    private readonly kept: KeptPapers,
  ) {}

  @OnEvent(reportSubmitted, 'reporting.archive')
  async sent({ reportId, version }: { reportId: string; version: number }): Promise<void> {
    await this.keep(reportId, version);
  }

  /** The version's files, made and kept when they are not yet. Undefined for a version that was never sent. */
  async keep(reportId: string, version: number): Promise<PrintedFile[] | undefined> {
    const [report, sent] = await Promise.all([
      this.access.byId(reportId),
      this.database.manager.findOne(ReportVersion, {
        select: { submittedAt: true, submittedBy: true },
        where: { reportId, version },
      }),
    ]);
    if (!report || !sent) return undefined;
    const { submittedAt, submittedBy } = sent;
    const found: PrintedFile[] = [];
    for (const format of formats[report.kind])
      found.push(
        (await this.kept.one(reportId, version, format)) ??
          (await this.make(report, { version, format, submittedAt, submittedBy })),
      );
    return found;
  }

  async list(actor: Actor, reportId: string): Promise<RouteAnswer<typeof routes.reportArchive>> {
    await this.access.open(actor, reportId, 'report.read');
    const rows = await this.database.rows<Kept & { version: number; keptAt: Date }>(
      sql`select version, format, hash, name, kept_at as "keptAt" from report_archive where report_id = ${reportId}
        order by version desc, format`,
    );
    return rows.map(({ keptAt, ...row }) => ({ ...row, keptAt: keptAt.toISOString() }));
  }

  /** @throws papers.notKept, papers.fileGone */
  async file(
    actor: Actor,
    reportId: string,
    { version, format }: RouteQuery<typeof routes.archivedFile>,
  ): Promise<PrintedFile> {
    await this.access.open(actor, reportId, 'report.read');
    const file = await this.kept.one(reportId, version, format);
    if (file) return file;
    const isKept = (await this.kept.rows(reportId, version)).some((one) => one.format === format);
    throw isKept ? documentErrors.fileGone() : documentErrors.notKept({ version });
  }

  private async make(
    report: ReportData,
    {
      version,
      format,
      submittedAt,
      submittedBy,
    }: { version: number; format: DocumentFormat; submittedAt: Date; submittedBy: string },
  ): Promise<PrintedFile> {
    // Numbers of people on a list are looked at in the name of who sent it.
    const sender: Actor = { personId: submittedBy, fullName: '', language: 'vi', sessionId: '', posts: [] };
    const printed =
      report.kind === 'roster'
        ? await this.appendix.print(sender, report.unitId, {
            format,
            at: dateInVietnam(submittedAt),
            draft: null,
            purpose: 'report',
            isBackground: true,
            isOfReport: true,
          })
        : await this.report.make(sender, report, { format, version });
    await this.kept.keep(report.id, version, printed);
    return printed;
  }
}
