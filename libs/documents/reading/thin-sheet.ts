/**
 * Takes the empty cells and rows out of a worksheet's XML, in one walk over its tags. A sheet that somebody formatted
 * down to XFD1048576 is then as large as what is filled in, and its limits are known before a parser builds anything.
 */
import { cellName, FileError } from '../workbook.ts';
import { type Budget, over } from './limits.ts';

export interface ThinSheet {
  xml: string;
  /** Filled cells. */
  cells: number;
}

interface Walk {
  xml: string;
  budget: Budget;
  sheet: string;
  kept: string[];
  /** Filled cells, rows and columns of the used area. */
  cells: number;
  height: number;
  width: number;
}

/** @throws FileError file.tooManyRows, file.tooManyColumns, file.tooManyCells, file.tooManyMerges */
export function thinSheet(xml: string, sheet: string, budget: Budget): ThinSheet {
  const walk: Walk = { xml, budget, sheet, kept: [], cells: 0, height: 0, width: 0 };
  countMerges(walk);
  const data = nextTag(xml, 'sheetData', 0, xml.length);
  if (data === undefined || data.isEmpty) return { xml, cells: 0 };
  const end = endOf(xml, data.prefix, 'sheetData', data.end);
  walk.kept.push(xml.slice(0, data.end));
  for (let at = data.end; at < end; ) at = keepRow(walk, at, end);
  walk.kept.push(xml.slice(end));
  budget.takeArea(walk.height, walk.width);
  return { xml: walk.kept.join(''), cells: walk.cells };
}

interface Tag {
  start: number;
  /** Behind the `>`. */
  end: number;
  text: string;
  prefix: string;
  isEmpty: boolean;
}

function keepRow(walk: Walk, at: number, end: number): number {
  const row = nextTag(walk.xml, 'row', at, end);
  if (row === undefined) return end;
  if (row.isEmpty) {
    if (attribute(row.text, 'r') === undefined) walk.kept.push(row.text);
    return row.end;
  }
  const close = endOf(walk.xml, row.prefix, 'row', row.end);
  const before = walk.cells;
  const cells: string[] = [];
  const number = Number(attribute(row.text, 'r') ?? walk.height + 1);
  for (let cell = row.end; cell < close; ) cell = keepCell(walk, cells, cell, close, number);
  const rowEnd = walk.xml.indexOf('>', close) + 1;
  if (walk.cells === before && attribute(row.text, 'r') !== undefined) return rowEnd || end;
  walk.height = Math.max(walk.height, number);
  walk.kept.push(row.text, ...cells, walk.xml.slice(close, rowEnd));
  return rowEnd || end;
}

function keepCell(walk: Walk, cells: string[], at: number, close: number, row: number): number {
  const cell = nextTag(walk.xml, 'c', at, close);
  if (cell === undefined) return close;
  const ref = attribute(cell.text, 'r');
  const behind = cell.isEmpty ? cell.end : endOf(walk.xml, cell.prefix, 'c', cell.end);
  const isEmpty = cell.isEmpty || !/<(?:\w+:)?(?:v|f|is)[\s>/]/.test(walk.xml.slice(cell.end, behind));
  const next = cell.isEmpty ? cell.end : walk.xml.indexOf('>', behind) + 1;
  if (isEmpty && ref !== undefined) return next;
  if (!isEmpty) count(walk, ref === undefined ? cells.length : columnOf(ref), row);
  cells.push(walk.xml.slice(cell.start, next));
  return next;
}

function count(walk: Walk, column: number, row: number): void {
  const { limits } = walk.budget;
  const { sheet } = walk;
  const cell = cellName(Math.max(0, row - 1), column);
  if (!(row <= limits.maxRows)) throw over('file.tooManyRows', limits.maxRows, { sheet, cell });
  if (column >= limits.maxColumns) throw over('file.tooManyColumns', limits.maxColumns, { sheet, cell });
  walk.cells += 1;
  if (walk.cells > limits.maxCells) throw over('file.tooManyCells', limits.maxCells);
  walk.width = Math.max(walk.width, column + 1);
}

function countMerges({ xml, budget }: Walk): void {
  let merges = 0;
  for (let at = xml.indexOf('mergeCell '); at >= 0; at = xml.indexOf('mergeCell ', at + 1)) merges += 1;
  if (merges > budget.limits.maxMerges) throw over('file.tooManyMerges', budget.limits.maxMerges);
}

/** The next `<name ...>` or `<x:name ...>` between two places; `>` inside quotes belongs to the tag. */
function nextTag(xml: string, name: string, from: number, to: number): Tag | undefined {
  for (let start = xml.indexOf('<', from); start >= 0 && start < to; start = xml.indexOf('<', start + 1)) {
    const head = nameAt(xml, start + 1);
    const colon = head.indexOf(':');
    if (head.slice(colon + 1) !== name) continue;
    const end = tagEnd(xml, start);
    const text = xml.slice(start, end);
    return { start, end, text, prefix: head.slice(0, colon + 1), isEmpty: text.endsWith('/>') };
  }
  return undefined;
}

/** No name that is looked for, with its prefix, is longer. */
const longestName = 40;

function nameAt(xml: string, at: number): string {
  let end = at;
  for (; end < at + longestName && end < xml.length; end++) {
    const code = xml.charCodeAt(end);
    if (code <= 32 || code === 47 || code === 62) break;
  }
  return xml.slice(at, end);
}

function tagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return xml.length;
}

function endOf(xml: string, prefix: string, name: string, from: number): number {
  const at = xml.indexOf(`</${prefix}${name}`, from);
  if (at < 0) throw new FileError('file.damaged');
  return at;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']{0,20})["']`).exec(tag.slice(0, 400))?.[1];
}

/** Zero-based column of 'F12'. */
function columnOf(ref: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,4}/i.exec(ref)?.[0].toUpperCase() ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
