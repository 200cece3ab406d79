/** What an import shows of the file itself: its lists with their columns, sheets without one, and what is not imported. */
import type { RouteAnswer, routes } from '#contracts';
import { notStored } from '../roster/cells/cell-account.ts';
import type { Roster } from '../roster/roster.types.ts';
import type { RosterImport } from './roster-import.entity.ts';

type View = RouteAnswer<typeof routes.getRosterImport>;

const listed = 500;
const shownRows = 12;
const shownColumns = 30;

export function partsOf(
  { workbook, dropped, columns }: RosterImport,
  roster: Roster,
): Pick<View, 'tables' | 'otherSheets' | 'notImported' | 'cells'> {
  const withList = new Set(roster.tables.map(({ sheet }) => sheet));
  const remembered = new Set(columns.filter((one) => one.remembered).map((one) => `${one.sheet}!${one.headerRow}`));
  const gone = dropped
    .filter(({ sensitive }) => sensitive)
    .map(({ sheet, index, header, cells }) => notStored(sheet, index, header, cells ?? 0));
  const unseen = gone.reduce((sum, { cells }) => sum + cells, 0);
  const { filled, records, findings, notImported } = roster.cells;
  return {
    tables: roster.tables.map(({ sheet, headerRow, headers, samples, mapped, memberRows, source }) => ({
      sheet,
      headerRow,
      heads: headers,
      samples,
      columns: mapped.map(({ column, field, person }) => ({ column, field, person })),
      memberRows,
      source: remembered.has(`${sheet}!${headerRow}`) ? 'remembered' : source,
    })),
    otherSheets: (workbook?.sheets ?? [])
      .filter(({ name }) => !withList.has(name))
      .map(({ name, rows }) => ({
        sheet: name,
        rows: rows
          .slice(0, shownRows)
          .map((row) => row.slice(0, shownColumns).map((cell) => (cell?.text ?? '').slice(0, 80))),
      })),
    notImported: [...gone, ...roster.notImported].slice(0, listed),
    cells: { filled: filled + unseen, records, findings, notImported: notImported + unseen },
  };
}
