/** Writes .docx and .xlsx in a process of its own. */
import { answerJobs } from './answer-jobs.ts';
import { type Appendix1, appendixSheet } from './appendix-1.ts';
import type { FileMark } from './file-mark.ts';
import { docxOf } from './docx/docx-writer.ts';
import type { TextDocument } from './text-document.ts';
import type { SheetToWrite } from './sheet-to-write.ts';
import { xlsxOf } from './xlsx-writer.ts';

export type OfficeJob =
  | { document: TextDocument }
  | { sheets: readonly SheetToWrite[] }
  | { appendix: Appendix1; mark: FileMark };

answerJobs<OfficeJob>((job) => {
  if ('document' in job) return docxOf(job.document);
  return xlsxOf('sheets' in job ? job.sheets : [{ ...appendixSheet(job.appendix), mark: job.mark }]);
});
