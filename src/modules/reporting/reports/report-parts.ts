import { Injectable } from '@nestjs/common';
import { PresentReport } from './present-report.ts';
import { ReportHistory } from './report-history.ts';
import { ReportWordsBook } from './report-words.ts';

/** What a report is put together from. */
@Injectable()
export class ReportParts {
  constructor(
    readonly present: PresentReport,
    readonly words: ReportWordsBook,
    readonly history: ReportHistory,
  ) {}
}
