import { Injectable } from '@nestjs/common';
import { ReportArchive } from './archive.ts';
import { OfficePapers } from './office-papers.ts';

/** What a copy by mail is made of: the kept files, and the mailbox that they go to. */
@Injectable()
export class PaperCopies {
  constructor(
    readonly archive: ReportArchive,
    readonly offices: OfficePapers,
  ) {}
}
