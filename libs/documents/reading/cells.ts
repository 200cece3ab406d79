/** Puts what a library read of a sheet into the shapes of workbook.ts: cut, counted and trimmed to what is filled. */
import { type Cell, cellName, type CellValue, type Merge, type Sheet } from '../workbook.ts';
import { type Budget, over } from './limits.ts';

export interface Raw {
  name: string;
  hidden: boolean;
  /** Ragged; null where nothing is. */
  rows: (Cell | null)[][];
  merges: readonly Merge[];
  hiddenRows: readonly number[];
  hiddenCols: readonly number[];
}

/** A value as its cell; null for nothing at all. */
export function cellOf(value: CellValue | undefined, more: Partial<Cell> = {}): Cell | null {
  if ((value === null || value === undefined || value === '') && more.formula === undefined) return null;
  return { value: value ?? null, text: textOf(value ?? null), ...more };
}

/** Counts, cuts and marks every cell. @throws FileError with the limit that a sheet breaks */
export function finishSheet(raw: Raw, budget: Budget): Sheet {
  const rows = trimmed(raw, budget);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const hiddenRows = new Set(raw.hiddenRows.filter((row) => row < rows.length));
  const hiddenCols = new Set(raw.hiddenCols.filter((column) => column < width));
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === null) return;
      cut(cell, budget.limits.maxCellText);
      budget.takeCell(cell.text.length + (cell.formula?.length ?? 0));
      if (hiddenRows.has(r) || hiddenCols.has(c)) cell.hidden = true;
    });
  });
  return {
    name: raw.name.slice(0, 200),
    hidden: raw.hidden,
    rows,
    merges: clipped(raw.merges, rows.length, width, budget),
    hiddenRows: [...hiddenRows],
    hiddenCols: [...hiddenCols],
  };
}

function cut(cell: Cell, max: number): void {
  if (cell.formula !== undefined && cell.formula.length > max) cell.formula = cell.formula.slice(0, max);
  cell.struckParts = cell.struckParts?.map((part) => part.slice(0, max));
  if (cell.struckParts === undefined) delete cell.struckParts;
  if (cell.text.length <= max) return;
  cell.cutFrom = cell.text.length;
  cell.text = cell.text.slice(0, max).toWellFormed();
  cell.value = cell.text;
}

/** Rows down to the last filled one, each to its last filled cell; blanks alone do not fill a cell at the end. */
function trimmed({ rows, name }: Raw, { limits }: Budget): (Cell | null)[][] {
  const ends = rows.map(lastFilled);
  let last = rows.length - 1;
  while (last >= 0 && (ends[last] ?? -1) < 0) last--;
  if (last >= limits.maxRows)
    throw over('file.tooManyRows', limits.maxRows, { sheet: name, cell: cellName(last, Math.max(0, ends[last] ?? 0)) });
  return Array.from({ length: last + 1 }, (_, r) => {
    const end = ends[r] ?? -1;
    if (end >= limits.maxColumns)
      throw over('file.tooManyColumns', limits.maxColumns, { sheet: name, cell: cellName(r, end) });
    return Array.from({ length: end + 1 }, (_unused, c) => rows[r]?.[c] ?? null);
  });
}

function lastFilled(row: readonly (Cell | null)[] | undefined): number {
  let last = (row?.length ?? 0) - 1;
  // A formula without a result counts as filled: someone meant a value there.
  while (last >= 0 && (row?.[last]?.text.trim() ?? '') === '' && row?.[last]?.formula === undefined) last--;
  return last;
}

/** Merges over nothing are dropped, and their sum is bounded: thousands may overlap each other. */
function clipped(merges: readonly Merge[], height: number, width: number, budget: Budget): Merge[] {
  if (merges.length > budget.limits.maxMerges) throw over('file.tooManyMerges', budget.limits.maxMerges);
  const kept: Merge[] = [];
  for (const merge of merges) {
    if (merge.top >= height || merge.left >= width) continue;
    const bottom = Math.min(merge.bottom, height - 1);
    const right = Math.min(merge.right, width - 1);
    budget.takeMerge((bottom - merge.top + 1) * (right - merge.left + 1));
    kept.push({ top: merge.top, left: merge.left, bottom, right });
  }
  return kept;
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(value);
}
