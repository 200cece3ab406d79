/** "nt", "như trên", ditto marks: the cell says what the one above it says. */
import { foldMarks } from '#i18n/fold';
import type { Place, RosterContext } from '../roster-context.ts';

export function isDitto(text: string): boolean {
  return text.length < 20 && /^(?:nt|n\/t|nhutren|"+|''|[“”„〃])$/.test(foldMarks(text).replace(/[\s.\-–—]/g, ''));
}

/** The cell's text, or that of the nearest cell above it which says something of its own. */
export function textOrAbove(context: RosterContext, at: Place): string {
  const text = context.text(at);
  if (!isDitto(text)) return text;
  for (let row = at.row - 1; row >= 0; row--) {
    const above = context.glance({ row, column: at.column });
    if (above === '' || isDitto(above)) continue;
    return context.raise({ at, code: 'cell.ditto', params: { text: above }, original: text, proposed: above })
      ? above
      : text;
  }
  return text;
}
