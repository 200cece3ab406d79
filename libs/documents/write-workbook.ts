/**
 * Writes .xlsx from plain rows: merged cells, widths, text columns (a phone keeps its leading 0), bold rows,
 * coloured cells and cell notes. Strings are written as strings, so nothing in them can become a formula.
 */
import { writeXlsx, type Cell as XlsxCell, type CellStyle } from 'hucre';
import type { CellValue, Merge } from './workbook.ts';

export interface CellNote {
  row: number;
  column: number;
  text: string;
  /** RGB in hex without '#', for instance 'FDE2E1'. */
  fill?: string;
}

export interface SheetToWrite {
  name: string;
  rows: readonly (readonly CellValue[])[];
  merges?: readonly Merge[];
  /** In characters, by column. */
  widths?: readonly number[];
  /** Columns whose cells are formatted as text. */
  textColumns?: readonly number[];
  boldRows?: readonly number[];
  centredRows?: readonly number[];
  /** Rows from the first to the last that get borders (a table), zero-based and inclusive. */
  table?: { top: number; bottom: number; right: number };
  fonts?: readonly { row: number; column: number; name: string }[];
  notes?: readonly CellNote[];
  frozenRows?: number;
  landscape?: boolean;
}

const thin = { style: 'thin' } as const;

/** @returns the .xlsx file; equal input gives equal cells */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const file = await writeXlsx({
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => [...row]),
      cells: styledCells(sheet),
      columns: (sheet.widths ?? []).map((width) => ({ width })),
      merges: (sheet.merges ?? []).map(({ top, left, bottom, right }) => ({
        startRow: top,
        startCol: left,
        endRow: bottom,
        endCol: right,
      })),
      pageSetup: {
        paperSize: 'a4',
        orientation: sheet.landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
      ...(sheet.frozenRows ? { freezePane: { rows: sheet.frozenRows } } : {}),
    })),
  });
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}

function styledCells(sheet: SheetToWrite): Map<string, Partial<XlsxCell>> {
  const cells = new Map<string, Partial<XlsxCell>>();
  const width = Math.max(0, ...sheet.rows.map((row) => row.length), (sheet.table?.right ?? -1) + 1);
  sheet.rows.forEach((row, r) => {
    for (let c = 0; c < width; c++) {
      const style = styleOf(sheet, r, c);
      if (style) cells.set(`${r},${c}`, { value: row[c] ?? null, style });
    }
  });
  for (const note of sheet.notes ?? []) {
    const key = `${note.row},${note.column}`;
    const cell = cells.get(key) ?? { value: sheet.rows[note.row]?.[note.column] ?? null };
    const fill = note.fill && {
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: note.fill } },
    };
    cells.set(key, { ...cell, comment: { text: note.text }, style: { ...cell.style, ...fill } });
  }
  return cells;
}

function styleOf(sheet: SheetToWrite, row: number, column: number): CellStyle | undefined {
  const style: CellStyle = {};
  const inTable = sheet.table && row >= sheet.table.top && row <= sheet.table.bottom && column <= sheet.table.right;
  const font = sheet.fonts?.find((one) => one.row === row && one.column === column);
  if (sheet.boldRows?.includes(row)) style.font = { bold: true, name: 'Times New Roman', size: 12 };
  if (font) style.font = { ...style.font, name: font.name, size: 12 };
  if (sheet.textColumns?.includes(column)) style.numFmt = '@';
  if (inTable) style.border = { top: thin, bottom: thin, left: thin, right: thin };
  if (inTable) style.alignment = { vertical: 'center', wrapText: true };
  if (sheet.centredRows?.includes(row))
    style.alignment = { horizontal: 'center', vertical: 'center', wrapText: Boolean(inTable) };
  return Object.keys(style).length > 0 ? style : undefined;
}
