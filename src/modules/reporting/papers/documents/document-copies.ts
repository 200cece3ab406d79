import { Injectable } from '@nestjs/common';
import { documentTypes } from '#contracts/reporting/documents';
import { documentFormats } from '#contracts/reporting/report-states';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import { DocumentSettingsStore } from '../../reports/report/document-settings-store.ts';
import { ReportArchiveStore } from './report-archive-store.ts';

export interface CopiedFile {
  /** With its ending. */
  name: string;
  /** Media type. */
  type: string;
  content: Buffer;
}

const PDF = documentTypes[1];

/** Copies of sent reports for an office's mailbox. */
@Injectable()
export class DocumentCopies {
  constructor(
    private readonly archive: ReportArchiveStore,
    private readonly settings: DocumentSettingsStore,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** A sent version as it is kept. Undefined for one that was never sent. */
  async of(reportId: string, version: number): Promise<CopiedFile[] | undefined> {
    const files = await this.archive.keep(reportId, version);
    return files?.map(({ file, format, name }) => ({
      name: `${name}.${format}`,
      type: documentTypes[documentFormats.indexOf(format)] as string,
      content: file,
    }));
  }

  /** What offices of "Nơi nhận" get: the signed file where one came back, else the printed one as it was sent. */
  async paper(reportId: string, version: number): Promise<{ file: CopiedFile; isSigned: boolean } | undefined> {
    const signed = await this.database.one<{ hash: string }>(
      sql`select r.hash from signed_returns r join signed_files f on f.id = r.export_id
        where f.report_id = ${reportId} and f.version = ${version} and f.format = 'pdf' and r.aside_at is null
        order by r.taken_at desc limit 1`,
    );
    const content = signed && (await this.files.get(signed.hash));
    const printed = (await this.of(reportId, version))?.find(({ type }) => type === PDF);
    if (!printed) return undefined;
    return content ? { file: { ...printed, content }, isSigned: true } : { file: printed, isSigned: false };
  }

  /** The lines of "Nơi nhận" of a unit's papers today, without "Như trên" and the archive. */
  async recipients(unitId: string): Promise<string[]> {
    return (await this.settings.of(unitId, this.clock.today())).recipients;
  }

  /** What a unit's papers or its card name as its mailbox. */
  mailbox(unitId: string): Promise<string | null> {
    return this.settings.mailbox(unitId, this.clock.today());
  }
}
