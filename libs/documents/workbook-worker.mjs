/**
 * Parses one workbook inside a worker thread, so that a hostile file meets the thread's memory limit and deadline
 * instead of the server's. Plain JavaScript, because a thread starts from a file that Node itself can read,
 * in the build folder and under the test runner alike. Answers with the shapes of workbook.ts or with `{ code, params }`.
 */
import { workerData, parentPort } from 'node:worker_threads';
import { detectDelimiter, parseCsv, readXls, readXlsx } from 'hucre';

class Refusal extends Error {
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

async function read({ bytes, format, limits }) {
  if (format === 'csv') return readCsv(bytes, limits);
  const book = format === 'xls' ? await readXls(bytes) : await readXlsx(bytes, { readStyles: true });
  const budget = { cells: limits.maxCells, merged: limits.maxCells };
  return { format, sheets: book.sheets.map((sheet) => convertSheet(sheet, book.defaultFont?.name, limits, budget)) };
}

function readCsv(bytes, limits) {
  const { text, encoding } = decode(bytes);
  const rows = parseCsv(text, { delimiter: detectDelimiter(text), typeInference: false, maxRows: limits.maxRows + 1 });
  const budget = { cells: limits.maxCells, merged: limits.maxCells };
  return { format: 'csv', encoding, sheets: [convertSheet({ name: 'CSV', rows }, undefined, limits, budget)] };
}

function decode(bytes) {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let i = 0; i < Math.min(bytes.length, 400); i++) if (bytes[i] === 0) zeros[i % 2]++;
  if (zeros[1] > 20 && zeros[1] > zeros[0] * 4) return 'utf-16le';
  if (zeros[0] > 20 && zeros[0] > zeros[1] * 4) return 'utf-16be';
  if (zeros[0] + zeros[1] > 0) throw new Refusal('file.notAWorkbook');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1258';
  }
}

function convertSheet(sheet, defaultFont, limits, budget) {
  const rows = trimRows(sheet, limits);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const converted = rows.map((row, r) =>
    row.map((value, c) => {
      const cell = convertCell(value, sheet.cells?.get(`${r},${c}`), defaultFont);
      if (cell !== null && --budget.cells < 0) throw new Refusal('file.tooManyCells', { max: limits.maxCells });
      return cell;
    }),
  );
  return {
    name: String(sheet.name),
    hidden: Boolean(sheet.hidden || sheet.veryHidden),
    rows: converted,
    merges: clipMerges(sheet.merges ?? [], rows.length, width, limits, budget),
    hiddenRows: [...(sheet.rowDefs ?? new Map())].filter(([r, def]) => def.hidden && r < rows.length).map(([r]) => r),
    hiddenCols: (sheet.columns ?? []).flatMap((def, c) => (def?.hidden && c < width ? [c] : [])),
  };
}

/** A sheet formatted down to row 1,048,576 keeps only what is filled in. */
function trimRows(sheet, limits) {
  const rows = sheet.rows ?? [];
  const formulas = lastFormulas(sheet);
  const end = (r) => Math.max(lastFilled(rows[r]), formulas.get(r) ?? -1);
  let last = rows.length - 1;
  while (last >= 0 && end(last) < 0) last--;
  if (last >= limits.maxRows) throw new Refusal('file.tooManyCells', { max: limits.maxRows });
  return Array.from({ length: last + 1 }, (_, r) => {
    if (end(r) >= limits.maxColumns) throw new Refusal('file.tooManyCells', { max: limits.maxColumns });
    return Array.from({ length: end(r) + 1 }, (_unused, c) => rows[r][c] ?? null);
  });
}

/** A formula without a result counts as filled: someone meant a value there. */
function lastFormulas(sheet) {
  const last = new Map();
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue;
    const [row, column] = key.split(',').map(Number);
    last.set(row, Math.max(last.get(row) ?? -1, column));
  }
  return last;
}

function lastFilled(row) {
  let last = (row?.length ?? 0) - 1;
  while (last >= 0 && (row[last] === null || row[last] === undefined || row[last] === '')) last--;
  return last;
}

function convertCell(value, detail, defaultFont) {
  const formula = detail?.formula;
  const known = detail?.formulaResult ?? value;
  if ((known === null || known === '') && formula === undefined) return null;
  const cell = { value: known ?? null, text: textOf(known) };
  const font = fontOf(detail) ?? defaultFont;
  if (font !== undefined) cell.fontName = font;
  if (formula !== undefined) Object.assign(cell, { formula, hasCachedResult: known !== null && known !== undefined });
  if (detail?.richText) cell.richText = true;
  if (detail?.hyperlink) cell.link = true;
  return cell;
}

function fontOf(detail) {
  return detail?.richText?.find((run) => run.font?.name)?.font.name ?? detail?.style?.font?.name;
}

function textOf(value) {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(value);
}

/** Merges over nothing are dropped, and their sum is bounded: thousands may overlap each other. */
function clipMerges(merges, height, width, limits, budget) {
  if (merges.length > limits.maxMerges) throw new Refusal('file.tooManyCells', { max: limits.maxMerges });
  const kept = [];
  for (const merge of merges) {
    if (merge.startRow >= height || merge.startCol >= width) continue;
    const bottom = Math.min(merge.endRow, height - 1);
    const right = Math.min(merge.endCol, width - 1);
    budget.merged -= (bottom - merge.startRow + 1) * (right - merge.startCol + 1);
    if (budget.merged < 0) throw new Refusal('file.tooManyCells', { max: limits.maxCells });
    kept.push({ top: merge.startRow, left: merge.startCol, bottom, right });
  }
  return kept;
}

function refusalOf(error) {
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  if (error?.name === 'EncryptedFileError') return { code: 'file.encrypted', params: {} };
  if (/over the \d+ limit|bounds/.test(error?.message ?? ''))
    return { code: 'file.tooManyCells', params: { max: workerData.limits.maxCells } };
  return { code: 'file.damaged', params: {}, reason: String(error?.message ?? error) };
}

try {
  parentPort.postMessage({ workbook: await read(workerData) });
} catch (error) {
  parentPort.postMessage({ refusal: refusalOf(error) });
}
