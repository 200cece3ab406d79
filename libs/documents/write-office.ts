/** Documents as .docx and long lists as .xlsx, made in a thread. */
import type { OfficeJob } from './office-worker.ts';
import type { TextDocument } from './text-document.ts';
import { DocumentThread } from './document-thread.ts';
import { scriptBeside } from './script-beside.ts';
import type { SheetToWrite } from './sheet-to-write.ts';

/** A province of 20,000 rows fits twice; with more room the thread would only keep what it has thrown away. */
const LIMITS = { maxOldGenerationSizeMb: 80, maxYoungGenerationSizeMb: 8 };
const writer = new DocumentThread<OfficeJob>(scriptBeside(import.meta.url, './office-worker'), 60_000, LIMITS);

/** @returns the .docx file; the same document gives the same bytes */
export function writeDocx(document: TextDocument): Promise<Buffer> {
  return writer.make('a .docx', { document });
}

/** As writeWorkbook, beside the event loop. */
export function writeLongWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return writer.make('an .xlsx', { sheets });
}
