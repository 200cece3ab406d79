/** The writing of write-workbook.ts and, in a process of their own, of long lists. */
import { type Cell, type CellStyle, type ColumnDef, type DataValidation, type WriteSheet, writeXlsx } from 'hucre';
import type { SheetToWrite } from './sheet-to-write.ts';
import { type CellValue, columnName } from './workbook.ts';

const thin = { style: 'thin' } as const;
const FACE = { name: 'Times New Roman', size: 12 };

/** The sheet with what its cells are asked again and again. */
interface Look extends Omit<SheetToWrite, 'textColumns' | 'boldRows' | 'centredRows'> {
  /** The longest row's, or the table's. */
  width: number;
  textColumns: ReadonlySet<number>;
  boldRows: ReadonlySet<number>;
  centredRows: ReadonlySet<number>;
  styles: Map<string, CellStyle | undefined>;
  faces: ReadonlyMap<string, string>;
}
interface Trait {
  inTable: boolean;
  isBold?: boolean;
  isCentred?: boolean;
  face?: string | undefined;
}

export function xlsxOf(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const mark = sheets.find((sheet) => sheet.mark)?.mark;
  return writeXlsx({
    defaultFont: FACE,
    properties: {
      created: new Date(0),
      modified: new Date(0),
      ...(mark && { keywords: mark.code, description: mark.line }),
    },
    sheets: sheets.map(sheetOf),
  });
}

function sheetOf(sheet: SheetToWrite): WriteSheet {
  const look = lookOf(sheet);
  return {
    name: sheet.name,
    rows: sheet.rows.map((row, r) => unchanged(inTable(look, r) ? filled(row, look.width) : row)),
    cells: ownCells(look),
    columns: columnsOf(look),
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
      ...(sheet.repeatedRows && { printTitlesRow: `$${sheet.repeatedRows.top + 1}:$${sheet.repeatedRows.bottom + 1}` }),
    },
    // An ampersand begins a code of the foot, and a digit behind the size would belong to it.
    ...(sheet.mark && { headerFooter: { oddFooter: `&L&8 ${sheet.mark.line.replaceAll('&', '&&')}` } }),
    ...(sheet.offers && { dataValidations: sheet.offers.map(offered) }),
    ...(sheet.frozenRows ? { freezePane: { rows: sheet.frozenRows } } : {}),
  };
}

function offered({ column, top, bottom, values }: NonNullable<SheetToWrite['offers']>[number]): DataValidation {
  const name = columnName(column);
  return {
    type: 'list',
    values: [...values],
    allowBlank: true,
    errorStyle: 'warning',
    range: `${name}${top + 1}:${name}${bottom + 1}`,
  };
}

/** The library takes lists that it could change, and does not; a copy of a long one would take its memory twice. */
const unchanged = (row: readonly CellValue[]) => row as CellValue[];

function lookOf(sheet: SheetToWrite): Look {
  return {
    ...sheet,
    width: sheet.rows.reduce((most, row) => Math.max(most, row.length), (sheet.table?.right ?? -1) + 1),
    textColumns: new Set(sheet.textColumns),
    boldRows: new Set(sheet.boldRows),
    centredRows: new Set(sheet.centredRows),
    styles: new Map(),
    faces: new Map((sheet.fonts ?? []).map(({ row, column, name }) => [`${row},${column}`, name])),
  };
}

const inTable = ({ table }: Look, row: number) => table !== undefined && row >= table.top && row <= table.bottom;

const isPlain = ({ boldRows, centredRows, faces, width, table }: Look, row: number) =>
  faces.size === 0 && width - 1 === table?.right && !boldRows.has(row) && !centredRows.has(row);

/** A merged cell's border is drawn by the cells that it covers, so they are there. */
const filled = (row: readonly CellValue[], width: number) =>
  row.length < width ? [...row, ...Array.from({ length: width - row.length }, () => null)] : row;

/** A column's look is that of a plain cell of the table: of a long list hardly a cell has one of its own. */
function columnsOf(look: Look): ColumnDef[] {
  const count = look.table ? Math.max(look.width, look.widths?.length ?? 0) : (look.widths?.length ?? 0);
  return Array.from({ length: count }, (_, column) => {
    const [width, style] = [look.widths?.[column], plainStyle(look, column)];
    return { ...(width !== undefined && { width }), ...(style && { style }) };
  });
}

/** Cells that do not look like their column, and those with a note. */
function ownCells(look: Look): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  look.rows.forEach((row, r) => {
    const isInside = inTable(look, r);
    if (isInside && isPlain(look, r)) return;
    for (let c = 0; c < look.width; c++) {
      const [style, plain] = [styleOf(look, r, c), plainStyle(look, c)];
      const isOwn = isInside || (plain && c < row.length) ? style !== plain : style !== undefined;
      if (isOwn) cells.set(`${r},${c}`, { value: row[c] ?? null, style: style ?? {} });
    }
  });
  for (const note of look.notes ?? []) {
    const key = `${note.row},${note.column}`;
    const cell = cells.get(key) ?? { value: look.rows[note.row]?.[note.column] ?? null };
    const fill: CellStyle = note.fill
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: note.fill } } }
      : {};
    cells.set(key, { ...cell, comment: { text: note.text }, style: { ...cell.style, ...fill } });
  }
  return cells;
}

/** Few looks for many cells: each is made once. */
function styleOf(look: Look, row: number, column: number): CellStyle | undefined {
  const isInside = look.table !== undefined && inTable(look, row) && column <= look.table.right;
  const face = look.faces.size > 0 ? look.faces.get(`${row},${column}`) : undefined;
  return madeOnce(look, column, {
    inTable: isInside,
    isBold: look.boldRows.has(row),
    isCentred: look.centredRows.has(row),
    face,
  });
}

const plainStyle = (look: Look, column: number) =>
  look.table ? madeOnce(look, column, { inTable: column <= look.table.right }) : undefined;

function madeOnce(look: Look, column: number, { inTable, isBold = false, isCentred = false, face }: Trait) {
  const key = `${inTable ? column : look.textColumns.has(column)}|${isBold}|${isCentred}|${face ?? ''}|${inTable}`;
  if (!look.styles.has(key)) look.styles.set(key, madeStyle(look, column, { inTable, isBold, isCentred, face }));
  return look.styles.get(key);
}

function madeStyle(look: Look, column: number, { inTable, isBold, isCentred, face }: Trait): CellStyle | undefined {
  const style: CellStyle = {};
  if (isBold) style.font = { bold: true, ...FACE };
  if (face) style.font = { ...style.font, name: face, size: 12 };
  if (look.textColumns.has(column)) style.numFmt = '@';
  const side = inTable && look.aligns?.[column];
  if (inTable) style.border = { top: thin, bottom: thin, left: thin, right: thin };
  if (inTable) style.alignment = { vertical: 'center', wrapText: true, ...(side && { horizontal: side }) };
  if (isCentred) style.alignment = { horizontal: 'center', vertical: 'center', wrapText: inTable };
  return Object.keys(style).length > 0 ? style : undefined;
}
