import { Injectable } from '@nestjs/common';
import { ReportArchiveStore } from './report-archive-store.ts';
import { DocumentSettingsStore } from './document-settings-store.ts';

/** What a copy by mail is made of: the kept files, and the mailbox that they go to. */
@Injectable()
export class DocumentCopies {
  constructor(
    readonly archive: ReportArchiveStore,
    readonly offices: DocumentSettingsStore,
  ) {}
}
