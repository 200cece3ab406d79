/** "nt", "như trên", ditto marks: the cell says what the one above it says. */
import { foldMarks } from '#i18n/fold';

export function isDitto(text: string): boolean {
  return text.length < 20 && /^(?:nt|n\/t|nhutren|"+|''|[“”„〃])$/.test(foldMarks(text).replace(/[\s.\-–—]/g, ''));
}
