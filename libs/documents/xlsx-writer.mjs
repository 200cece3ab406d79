/** The writing of write-workbook.ts, in plain JavaScript, because a thread runs it for long lists. */
import { writeXlsx } from 'hucre';

const thin = { style: 'thin' };
const FACE = { name: 'Times New Roman', size: 12 };

/**
 * @param {readonly import('./write-workbook.ts').SheetToWrite[]} sheets
 * @returns {Promise<Uint8Array>}
 */
export function xlsxOf(sheets) {
  return writeXlsx({
    defaultFont: FACE,
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: sheets.map(sheetOf),
  });
}

function sheetOf(sheet) {
  const look = lookOf(sheet);
  return {
    name: sheet.name,
    rows: sheet.rows.map((row, r) => (inTable(look, r) ? filled(row, look.width) : row)),
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
    ...(sheet.frozenRows ? { freezePane: { rows: sheet.frozenRows } } : {}),
  };
}

function lookOf(sheet) {
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

const inTable = ({ table }, row) => table !== undefined && row >= table.top && row <= table.bottom;

const isPlain = ({ boldRows, centredRows, faces, width, table }, row) =>
  faces.size === 0 && width === table.right + 1 && !boldRows.has(row) && !centredRows.has(row);

/** A merged cell's border is drawn by the cells that it covers, so they are there. */
const filled = (row, width) =>
  row.length < width ? [...row, ...Array.from({ length: width - row.length }, () => null)] : row;

/** A column's look is that of a plain cell of the table: of a long list hardly a cell has one of its own. */
function columnsOf(look) {
  const count = look.table ? Math.max(look.width, look.widths?.length ?? 0) : (look.widths?.length ?? 0);
  return Array.from({ length: count }, (_, column) => {
    const [width, style] = [look.widths?.[column], plainStyle(look, column)];
    return { ...(width !== undefined && { width }), ...(style && { style }) };
  });
}

/** Cells that do not look like their column, and those with a note. */
function ownCells(look) {
  const cells = new Map();
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
    const fill = note.fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: note.fill } } };
    cells.set(key, { ...cell, comment: { text: note.text }, style: { ...cell.style, ...fill } });
  }
  return cells;
}

/** Few looks for many cells: each is made once. */
function styleOf(look, row, column) {
  const isInside = inTable(look, row) && column <= look.table.right;
  const face = look.faces.size > 0 ? look.faces.get(`${row},${column}`) : undefined;
  return madeOnce(look, column, {
    inTable: isInside,
    isBold: look.boldRows.has(row),
    isCentred: look.centredRows.has(row),
    face,
  });
}

const plainStyle = (look, column) =>
  look.table ? madeOnce(look, column, { inTable: column <= look.table.right }) : undefined;

function madeOnce(look, column, { inTable, isBold = false, isCentred = false, face }) {
  const key = `${inTable ? column : look.textColumns.has(column)}|${isBold}|${isCentred}|${face ?? ''}|${inTable}`;
  if (!look.styles.has(key)) look.styles.set(key, madeStyle(look, column, { inTable, isBold, isCentred, face }));
  return look.styles.get(key);
}

function madeStyle(look, column, { inTable, isBold, isCentred, face }) {
  const style = {};
  if (isBold) style.font = { bold: true, ...FACE };
  if (face) style.font = { ...style.font, name: face, size: 12 };
  if (look.textColumns.has(column)) style.numFmt = '@';
  const side = inTable && look.aligns?.[column];
  if (inTable) style.border = { top: thin, bottom: thin, left: thin, right: thin };
  if (inTable) style.alignment = { vertical: 'center', wrapText: true, ...(side && { horizontal: side }) };
  if (isCentred) style.alignment = { horizontal: 'center', vertical: 'center', wrapText: Boolean(inTable) };
  return Object.keys(style).length > 0 ? style : undefined;
}
