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
  return {
    name: sheet.name,
    rows: sheet.rows,
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
      ...(sheet.repeatedRows && { printTitlesRow: `$${sheet.repeatedRows.top + 1}:$${sheet.repeatedRows.bottom + 1}` }),
    },
    ...(sheet.frozenRows ? { freezePane: { rows: sheet.frozenRows } } : {}),
  };
}

function styledCells(sheet) {
  const cells = new Map();
  const look = {
    ...sheet,
    textColumns: new Set(sheet.textColumns),
    boldRows: new Set(sheet.boldRows),
    centredRows: new Set(sheet.centredRows),
    styles: new Map(),
    faces: new Map((sheet.fonts ?? []).map(({ row, column, name }) => [`${row},${column}`, name])),
  };
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), (sheet.table?.right ?? -1) + 1);
  sheet.rows.forEach((row, r) => {
    for (let c = 0; c < width; c++) {
      const style = styleOf(look, r, c);
      if (style) cells.set(`${r},${c}`, { value: row[c] ?? null, style });
    }
  });
  for (const note of sheet.notes ?? []) {
    const key = `${note.row},${note.column}`;
    const cell = cells.get(key) ?? { value: sheet.rows[note.row]?.[note.column] ?? null };
    const fill = note.fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: note.fill } } };
    cells.set(key, { ...cell, comment: { text: note.text }, style: { ...cell.style, ...fill } });
  }
  return cells;
}

/** Few looks for many cells: each is made once. */
function styleOf(look, row, column) {
  const { table } = look;
  const inTable = table && row >= table.top && row <= table.bottom && column <= table.right;
  const [isBold, isCentred] = [look.boldRows.has(row), look.centredRows.has(row)];
  const face = look.faces.size > 0 ? look.faces.get(`${row},${column}`) : undefined;
  const key = `${inTable ? column : look.textColumns.has(column)}|${isBold}|${isCentred}|${face ?? ''}|${Boolean(inTable)}`;
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
