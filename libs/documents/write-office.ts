/** Papers as .docx and long lists as .xlsx, made in a thread. */
import type { Paper } from './paper.ts';
import { PaperThread } from './paper-thread.ts';
import type { SheetToWrite } from './write-workbook.ts';

const writer = new PaperThread(new URL('./office-worker.mjs', import.meta.url), 60_000);

/** @returns the .docx file; the same paper gives the same bytes */
export function writeDocx(paper: Paper): Promise<Buffer> {
  return writer.make('a .docx', { paper });
}

/** As writeWorkbook, beside the event loop. */
export function writeLongWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return writer.make('an .xlsx', { sheets });
}
