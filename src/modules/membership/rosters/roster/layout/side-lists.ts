/** Lists that stand side by side under one row of heads: each has its own columns and its own teams. */
import type { RosterContext } from '../roster-context.ts';
import type { FoundTable } from './find-table.ts';
import type { SheetTeams } from './sheet-teams.ts';

export interface SideList {
  table: FoundTable;
  sheetTeams: SheetTeams;
  /** The columns that it stands in, the last not included. */
  from: number;
  until: number;
}

/** The table itself, or one narrowed to each list; in the order of the sheet. */
export function tablesBeside(table: FoundTable): Omit<SideList, 'sheetTeams'>[] {
  const firsts = [...new Set(table.people.map(({ list }) => list))];
  if (firsts.length < 2) return [{ table, from: 0, until: Number.POSITIVE_INFINITY }];
  const parts = firsts.map((list) => {
    const people = table.people.filter((one) => one.list === list);
    const own = table.mapped.filter(({ person }) => people.some((_, i) => person === list + i));
    return { people, from: Math.min(...own.map(({ column }) => column)) };
  });
  return parts.map(({ people, from }, i) => ({
    table: { ...table, people, columns: people[0]?.columns ?? {}, isBeside: true },
    from: i === 0 ? 0 : from,
    until: parts[i + 1]?.from ?? Number.POSITIVE_INFINITY,
  }));
}

/** A title over one of several lists says nothing of those beside it, unless its cell reaches over them. */
export function openHeadings(context: RosterContext, lists: readonly SideList[], row: number): void {
  const [only] = lists;
  if (lists.length === 1) return only?.sheetTeams.openHeading(row);
  const titled = lists.filter((list) => hasText(context, row, list));
  const reach = context.sheet.merges.find(({ top, bottom }) => top <= row && row <= bottom);
  for (const list of lists) {
    if (titled.includes(list)) list.sheetTeams.openHeading(row, list.from, list.until);
    else if (reach && reach.left < list.until && reach.right >= list.from) list.sheetTeams.openHeading(row);
    else list.sheetTeams.leave();
  }
}

export function hasText(context: RosterContext, row: number, { from, until }: SideList): boolean {
  return (context.sheet.rows[row] ?? []).some(
    (_, column) => column >= from && column < until && context.glance({ row, column }) !== '',
  );
}
