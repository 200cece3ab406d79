/** Tables that lie on their side: the heads stand in a column, and each person in one of their own. */
import { fieldOf } from './header-words.ts';
import type { RosterContext } from '../roster-context.ts';

const searchedRows = 60;

/** Said with the way to mend it, which Excel has; left out, the sheet is none of the list's. */
export function reportTransposed(context: RosterContext): boolean {
  for (const column of [0, 1, 2]) {
    const fields = context.sheet.rows
      .slice(0, searchedRows)
      .map((_, row) => ({ row, field: fieldOf(context.glance({ row, column })) }));
    const known = new Set(fields.flatMap(({ field }) => field ?? []));
    const name = fields.find(({ field }) => field === 'name');
    if (!name || !known.has('phone') || known.size < 3) continue;
    if (context.isLeftOutBy(name.row, 'table.transposed')) return false;
    context.raise({ at: { row: name.row, column }, code: 'table.transposed', params: { sheet: context.sheet.name } });
    return true;
  }
  return false;
}
