/**
 * Papers as PDF, set by Typst in a thread of this process: no browser, no network. Data goes in as JSON and is shown
 * letter by letter, whatever a name contains.
 */
import { PaperThread } from '../paper-thread.ts';
import type { Papers } from './papers.ts';

/** A paper of thirty pages takes less than a second; the first one also loads the compiler. */
const typesetter = new PaperThread(new URL('./pdf-worker.mjs', import.meta.url), 30_000);
/** Beyond so many bytes of data a paper is a long list, which marks of structure would make ten times as large and slow. */
const TAGGED_BYTES = 100_000;

/** @throws Error when the template and the data do not fit: a bug, not a matter of input */
export function renderPdf<T extends keyof Papers>(template: T, data: Papers[T]): Promise<Buffer> {
  const json = JSON.stringify(data);
  return typesetter.make(template, { template, data: json, tagged: json.length < TAGGED_BYTES });
}
