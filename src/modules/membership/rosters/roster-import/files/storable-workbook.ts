/**
 * The only version of an uploaded workbook that may be stored: no column of identity papers, no long number on a sheet
 * that is no list, no sheet of that kind that is large,
 * no character that PostgreSQL's jsonb refuses.
 */
import type { Cell, Sheet, Workbook } from '#documents';
import { withoutDroppedColumns } from '../../roster/parse-roster.ts';
import type { Roster } from '../../roster/roster.types.ts';

const storedCells = 20_000;

export function storableWorkbook(workbook: Workbook, roster: Roster): Workbook {
  const listed = new Set(roster.tables.map(({ sheet }) => sheet));
  const kept = withoutDroppedColumns(workbook, roster.droppedColumns);
  return {
    ...kept,
    sheets: kept.sheets.flatMap((sheet) => {
      if (listed.has(sheet.name)) return [sheet];
      const cells = sheet.rows.reduce((sum, row) => sum + row.filter(Boolean).length, 0);
      return cells === 0 || cells > storedCells ? [] : [withoutLongNumbers(sheet)];
    }),
  };
}

/** A sheet that was not recognised is kept so that its columns can be said; numbers of papers in it are not. */
function withoutLongNumbers(sheet: Sheet): Sheet {
  const masked = (text: string) => text.replace(/\d{12,}/g, '•••');
  return {
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell) => {
        if (!cell) return cell;
        const { formula: _formula, struckParts: _struck, original: _original, ...rest } = cell;
        return { ...rest, text: masked(cell.text), value: masked(String(cell.value ?? '')) };
      }),
    ),
  };
}

/** The workbook in characters that text columns take; done before anything reads it. */
export function plainText(workbook: Workbook): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      name: withoutControls(sheet.name),
      rows: sheet.rows.map((row) => row.map((cell) => cell && plainCell(cell))),
    })),
  };
}

function plainCell(cell: Cell): Cell {
  const text = withoutControls(cell.text);
  return { ...cell, text, value: text, ...(cell.formula !== undefined && { formula: withoutControls(cell.formula) }) };
}

/** Without control characters (tabs and line ends stay) and halves of surrogate pairs. */
export function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();
}
