/** Rows that look like somebody and became nobody: the reading asks about them instead of trusting itself. */
import { phoneDigits } from './header-words.ts';
import type { FoundTable } from './find-table.ts';
import { readPosition } from '../cells/positions.ts';
import type { RosterContext } from '../roster-context.ts';
import { isSigner } from './row-kinds.ts';
import { isFullName } from './row-lines.ts';

/** A mobile number, a role beside somebody's name, or a running number before one. */
export function looksLikePerson(context: RosterContext, row: number, table: FoundTable | null): boolean {
  const texts = (context.sheet.rows[row] ?? []).map((_, column) => context.glance({ row, column }));
  if (texts.some((text) => holdsMobile(context, text))) return true;
  const isRole = (text: string) => {
    const { role, position, unknown } = readPosition(text);
    return role !== null && position === null && unknown.length === 0;
  };
  if (texts.some(isRole) && texts.some((text) => isFullName(text) && !isSigner(text))) return true;
  const stt = table?.columns.stt;
  if (table === null || stt === undefined || !/^\d{1,4}\.?$/.test(texts[stt] ?? '')) return false;
  return table.people.some(({ columns }) => /\p{L}{2}/u.test(texts[columns.name ?? 0] ?? ''));
}

function holdsMobile(context: RosterContext, text: string): boolean {
  const [digits] = phoneDigits.exec(text.slice(0, 400)) ?? [];
  return digits !== undefined && context.phones(digits).phones.some(({ kind }) => kind !== 'landline');
}

const aboutRows = ['rows.unread', 'rows.hidden'] as const;

/** A question about rows that stay in the list of what is not imported: its first cell does not hold them back. */
export function isAboutRows(code: string): boolean {
  return (aboutRows as readonly string[]).includes(code);
}

/** One question of a sheet; the rows are zero-based. */
export function askAboutRows(context: RosterContext, code: (typeof aboutRows)[number], rows: readonly number[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const column = Math.max(
    0,
    (context.sheet.rows[first] ?? []).findIndex((cell) => cell !== null && cell.text.trim() !== ''),
  );
  const text = context.sheet.rows[first]?.[column]?.text ?? '';
  context.raise({
    at: { row: first, column },
    code,
    params: { count: rows.length, rows: rangesOf(rows) },
    proposed: text,
  });
}

/** '5–9, 12' of zero-based rows in order. */
function rangesOf(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const said = runs.slice(0, 20).map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`));
  return said.join(', ') + (runs.length > 20 ? ', ...' : '');
}
