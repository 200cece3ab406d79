import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { DocumentFormat } from '#contracts/reporting/report-states';
import { dateInVietnam } from '#i18n';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import { OnEvent } from '#platform/outbox';
import { ReportAccess } from '../report-access.ts';
import type { ReportData } from '../report.rows.ts';
import { documentErrors } from '../reporting.errors.ts';
import { reportSubmitted } from '../reporting.events.ts';
import { PrintAppendix } from './print-appendix.ts';
import { PrintReport } from './print-report.ts';
import type { PrintedFile } from './printed-file.ts';

interface Kept {
  format: DocumentFormat;
  hash: string;
  name: string;
}

/** A text is kept to be read and to be taken up again, a list of teams as the form itself and to be read. */
const formats: Record<ReportData['kind'], readonly DocumentFormat[]> = {
  monthly: ['docx', 'pdf'],
  roster: ['xlsx', 'pdf'],
  results: ['docx', 'pdf'],
};

/** The copy that stays in the office: each sent version as it was printed then, whatever signers and symbols become later. */
@Injectable()
export class ReportArchiveStore {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly report: PrintReport,
    private readonly appendix: PrintAppendix,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @OnEvent(reportSubmitted, 'reporting.archive')
  async sent({ reportId, version }: { reportId: string; version: number }): Promise<void> {
    await this.keep(reportId, version);
  }

  /** The version's files, made and kept when they are not yet. Undefined for a version that was never sent. */
  async keep(reportId: string, version: number): Promise<PrintedFile[] | undefined> {
    const [report, sent] = await Promise.all([
      this.access.byId(reportId),
      this.database.one<{ submittedAt: Date; submittedBy: string }>(
        sql`select submitted_at as "submittedAt", submitted_by as "submittedBy" from report_versions
          where report_id = ${reportId} and version = ${version}`,
      ),
    ]);
    if (!report || !sent) return undefined;
    const kept = new Map((await this.rows(reportId, version)).map((row) => [row.format, row]));
    const found: PrintedFile[] = [];
    for (const format of formats[report.kind]) {
      const known = kept.get(format);
      const file = known && (await this.files.get(known.hash));
      if (known && file) found.push({ file, format, name: known.name });
      else found.push(await this.make(report, { version, format, ...sent }));
    }
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
    const row = (await this.rows(reportId, version)).find((one) => one.format === format);
    if (!row) throw documentErrors.notKept({ version });
    const file = await this.files.get(row.hash);
    if (!file) throw documentErrors.fileGone();
    return { file, format: row.format, name: row.name };
  }

  private rows(reportId: string, version: number): Promise<Kept[]> {
    return this.database.rows<Kept>(
      sql`select format, hash, name from report_archive where report_id = ${reportId} and version = ${version}`,
    );
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
        : await this.report.print(sender, report, { format, version });
    const hash = await this.files.put(printed.file);
    await this.database.rows(
      sql`insert into report_archive (report_id, version, format, hash, name, kept_at)
        values (${report.id}, ${version}, ${format}, ${hash}, ${printed.name}, ${this.clock.now()})
       on conflict (report_id, version, format) do nothing`,
    );
    return printed;
  }
}
