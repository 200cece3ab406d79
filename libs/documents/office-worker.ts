/** Writes .docx and .xlsx inside a worker thread. */
import { answerJobs } from './answer-jobs.ts';
import { docxOf } from './docx/docx-writer.ts';
import type { Paper } from './paper.ts';
import type { SheetToWrite } from './sheet-to-write.ts';
import { xlsxOf } from './xlsx-writer.ts';

export type OfficeJob = { paper: Paper } | { sheets: readonly SheetToWrite[] };

answerJobs<OfficeJob>((job) => ('paper' in job ? docxOf(job.paper) : xlsxOf(job.sheets)));
