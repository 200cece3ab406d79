import { Injectable } from '@nestjs/common';
import { PresentReport } from './present-report.ts';
import { ReadReportHistory } from './read-report-history.ts';
import { ReportWordsQueries } from './report-words.queries.ts';

/** What a report is put together from. */
@Injectable()
export class ReportParts {
  constructor(
    readonly present: PresentReport,
    readonly words: ReportWordsQueries,
    readonly history: ReadReportHistory,
  ) {}
}
