/** Writes .docx and .xlsx in a process of its own. */
import { answerJobs } from './answer-jobs.ts';
import { docxOf } from './docx/docx-writer.ts';
import type { TextDocument } from './text-document.ts';
import type { SheetToWrite } from './sheet-to-write.ts';
import { xlsxOf } from './xlsx-writer.ts';

export type OfficeJob = { document: TextDocument } | { sheets: readonly SheetToWrite[] };

answerJobs<OfficeJob>((job) => ('document' in job ? docxOf(job.document) : xlsxOf(job.sheets)));
