import { Injectable } from '@nestjs/common';
import { documentTypes } from '#contracts/reporting/documents';
import { documentFormats } from '#contracts/reporting/report-states';
import { Clock } from '#platform/clock';
import { DocumentSettingsStore } from './document-settings-store.ts';
import { ReportArchiveStore } from './report-archive-store.ts';

export interface CopiedFile {
  /** With its ending. */
  name: string;
  /** Media type. */
  type: string;
  content: Buffer;
}

/** Copies of sent reports for an office's mailbox. */
@Injectable()
export class DocumentCopies {
  constructor(
    private readonly archive: ReportArchiveStore,
    private readonly settings: DocumentSettingsStore,
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

  /** Where copies for a unit's office go; null where it has no mailbox. */
  mailbox(unitId: string): Promise<string | null> {
    return this.settings.mailbox(unitId, this.clock.today());
  }
}
