/** Documents as .docx and long lists as .xlsx, made in a process of their own. */
import type { Appendix1 } from './appendix-1.ts';
import type { FileMark } from './file-mark.ts';
import type { OfficeJob } from './office-worker.ts';
import type { TextDocument } from './text-document.ts';
import { DocumentProcess } from './document-process.ts';
import { scriptBeside } from './script-beside.ts';
import type { SheetToWrite } from './sheet-to-write.ts';

/** A province of 20,000 rows fits twice; with more room the process would only keep what it has thrown away. */
const LIMITS = ['--max-old-space-size=80', '--max-semi-space-size=2'];
const writer = new DocumentProcess<OfficeJob>(scriptBeside(import.meta.url, './office-worker'), 60_000, LIMITS);

/** @returns the .docx file; the same document gives the same bytes */
export function writeDocx(document: TextDocument): Promise<Buffer> {
  return writer.make('a .docx', { document });
}

/** As writeWorkbook, beside the event loop. */
export function writeLongWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return writer.make('an .xlsx', { sheets });
}

/** Appendix 1 of any length: the rows of its sheet are laid out where they are written. */
export function writeAppendix(appendix: Appendix1, mark: FileMark): Promise<Buffer> {
  return writer.make('an .xlsx', { appendix, mark });
}
