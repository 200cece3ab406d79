/**
 * Finds the table in a sheet: the header row by its words within the first 30 rows, also over two rows and under merged
 * titles; which column is which; what stands above the table (unit, letter, totals). Columns beyond the form are dropped.
 */
import { foldMarks } from '#i18n/fold';
import { cellName, columnName, type Sheet } from '#documents';
import type { RosterContext } from './roster-context.ts';
import type { ColumnMap, DroppedColumn, RosterColumn } from './roster.types.ts';

export interface FoundTable {
  /** Zero-based row of the last header row. */
  headerRow: number;
  columns: ColumnMap;
  headers: string[];
  twoRows: boolean;
}

const searchedRows = 30;

/** In this order: "Số điện thoại" must not count as a number of members. */
const headerWords: readonly [column: RosterColumn, pattern: RegExp][] = [
  ['phone', /dien thoai|\bs ?\.?d ?\.?t\b|^d\.?t\b|di dong|so dt|\bphone\b/],
  ['name', /ho (?:va |, ?)?ten|^ten thanh vien|^ten nguoi/],
  ['count', /so luong|^sl\b|so tv\b|so nguoi|^so thanh vien/],
  ['team', /ten to\b|to cong nghe|to cns|^thon\b|^to$|ten thon|ten ban|khu dan cu/],
  ['role', /vai tro|nhiem vu trong to|chuc danh trong to/],
  ['position', /chuc vu|chuc danh/],
  ['stt', /^(?:stt|tt|so tt|so thu tu)\b/],
];
const sensitiveWords =
  /cccd|cmnd|can cuoc|chung minh|\bsinh\b|tai khoan|\bstk\b|so tk|ngan hang|dia chi|gioi tinh|dan toc|ton giao|email|thu dien tu|bhxh|bhyt/;

export function findTable(context: RosterContext): FoundTable | null {
  const grid = headerGrid(context);
  let best: { row: number; columns: ColumnMap } | null = null;
  for (let row = 0; row < grid.length; row++) {
    const columns = mapColumns(grid[row] ?? []);
    const hits = Object.keys(columns).length;
    if (columns.name === undefined || columns.phone === undefined || hits < 3) continue;
    const better = best === null || hits > Object.keys(best.columns).length;
    const continues =
      best !== null &&
      row === best.row + 1 &&
      hits === Object.keys(best.columns).length &&
      sameTexts(grid[row], grid[best.row]);
    if (better || continues) best = { row, columns };
  }
  if (best === null) return null;
  const own = mapColumns(
    context.sheet.rows[best.row]?.map((_, column) => context.glance({ row: best.row, column })) ?? [],
  );
  const twoRows = Object.keys(own).length < Object.keys(best.columns).length;
  return { headerRow: best.row, columns: best.columns, headers: joinedHeaders(grid, best.row, twoRows), twoRows };
}

/** Which column a header text stands for; undefined for anything beyond the form. */
export function columnOf(header: string): RosterColumn | undefined {
  const folded = foldMarks(header)
    .replace(/[*:()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded === '' || sensitiveWords.test(folded)) return undefined;
  return headerWords.find(([, pattern]) => pattern.test(folded))?.[0];
}

export function mapColumns(headers: readonly string[]): ColumnMap {
  const columns: ColumnMap = {};
  headers.forEach((header, index) => {
    const column = columnOf(header);
    if (column === undefined) return;
    if (columns[column] === undefined) columns[column] = index;
    else if (column === 'phone' && columns.phone2 === undefined && headers[index] !== headers[columns.phone ?? -1])
      columns.phone2 = index;
  });
  return columns;
}

/** Texts of the first rows with merges filled in; a blank below a header word takes the word above it. */
function headerGrid(context: RosterContext): string[][] {
  const { rows, merges } = context.sheet;
  const height = Math.min(searchedRows, rows.length);
  const width = Math.max(0, ...rows.slice(0, height).map((row) => row.length));
  const grid = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => context.glance({ row, column })),
  );
  for (const { top, left, bottom, right } of merges) {
    const text = grid[top]?.[left] ?? '';
    for (const row of grid.slice(top, bottom + 1)) row.fill(text, left, Math.min(right, width - 1) + 1);
  }
  grid.forEach((row, r) => inheritAbove(row, grid[r - 1] ?? []));
  return grid;
}

function inheritAbove(row: string[], above: readonly string[]): void {
  const own = mapColumns(row);
  if (Object.keys(own).length < 2 || Object.keys(mapColumns(above)).length < 2) return;
  row.forEach((text, column) => {
    if (text === '') row[column] = above[column] ?? '';
  });
}

function sameTexts(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.every((text, i) => text === b[i]);
}

function joinedHeaders(grid: readonly string[][], row: number, twoRows: boolean): string[] {
  const below = grid[row] ?? [];
  return below.map((text, column) => {
    const above = twoRows ? (grid[row - 1]?.[column] ?? '') : '';
    return above && above !== text ? `${above} / ${text}` : text;
  });
}

/** Columns with a header or content that the form does not have; a note column goes silently. */
export function droppedColumns(sheet: Sheet, table: FoundTable): DroppedColumn[] {
  const used = new Set(Object.values(table.columns));
  const width = Math.max(table.headers.length, ...sheet.rows.map((row) => row.length));
  const dropped: DroppedColumn[] = [];
  for (let index = 0; index < width; index++) {
    const header = table.headers[index]?.split(' / ').at(-1) ?? '';
    const filled = sheet.rows.slice(table.headerRow + 1).some((row) => row[index]?.text);
    if (used.has(index) || (header === '' && !filled) || /^ghi chu/.test(foldMarks(header))) continue;
    dropped.push({
      sheet: sheet.name,
      index,
      column: columnName(index),
      header: header || columnName(index),
      sensitive: sensitiveWords.test(foldMarks(header)),
    });
  }
  return dropped;
}

export interface Preamble {
  unitName: string | null;
  directive: string | null;
  declaredTeams: { value: number; row: number; column: number } | null;
  declaredMembers: { value: number; row: number; column: number } | null;
  unitCell: { row: number; column: number } | null;
}

/** What the form says above its table. A figure may stand in the label's cell or to its right. */
export function readPreamble(context: RosterContext, headerRow: number): Preamble {
  const preamble: Preamble = {
    unitName: null,
    directive: null,
    declaredTeams: null,
    declaredMembers: null,
    unitCell: null,
  };
  for (let row = 0; row < headerRow; row++) {
    const cells = (context.sheet.rows[row] ?? []).map((_, column) => context.glance({ row, column }));
    cells.forEach((text, column) =>
      readLabel(preamble, text, cells.slice(column + 1).find(Boolean) ?? '', { row, column }),
    );
  }
  return preamble;
}

function readLabel(preamble: Preamble, text: string, beside: string, at: { row: number; column: number }): void {
  const folded = foldMarks(text);
  const unit = /^(?:tên đơn vị\s*:?\s*)?(UBND (?:xã|thị trấn|phường)\s+[^.…\s].*)$/iu.exec(text);
  if (unit?.[1] && preamble.unitName === null) {
    preamble.unitName = unit[1].trim();
    preamble.unitCell = at;
  }
  const letter =
    /công văn số\s*:?\s*([^·;]*)/iu.exec(text)?.[1]?.trim() || (/cong van so\s*:?\s*$/.test(folded) ? beside : '');
  if (letter && preamble.directive === null) preamble.directive = letter.replace(/[\s.]+$/, '');
  const figure = (pattern: RegExp) => {
    const inside = pattern.exec(folded);
    if (inside === null) return null;
    const value = Number(inside[1] ?? /\d+/.exec(beside)?.[0]);
    return Number.isInteger(value) && value > 0 ? { value, ...at } : null;
  };
  preamble.declaredTeams ??= figure(/tong so to\b[^:·\d]*:?\s*(\d+)?/);
  preamble.declaredMembers ??= figure(/tong so thanh vien[^:·\d]*:?\s*(\d+)?/);
}

/** 'F12' of a zero-based place. */
export function placeName(at: { row: number; column: number }): string {
  return cellName(at.row, at.column);
}
