/** How much of a file is read. Each limit has its own refusal, which names it. */
import { FileError, type FileErrorCode } from '../workbook.ts';

export interface ReadLimits {
  maxBytes: number;
  /** Of one entry of an archive. */
  maxEntryBytes: number;
  /** Of all entries of an archive together. */
  maxInflatedBytes: number;
  maxEntries: number;
  maxSheets: number;
  /** Filled cells of all sheets together; also the sum of merged areas. */
  maxCells: number;
  maxRows: number;
  maxColumns: number;
  /** Rows times columns of the used areas of all sheets. */
  maxArea: number;
  maxMerges: number;
  /** Tags of a part that has to stand in memory as a whole: shared strings, styles. */
  maxTags: number;
  /** Of one cell; the rest is cut and the cell says so. */
  maxCellText: number;
  /** Of all cells together, after cutting. */
  maxText: number;
  deadlineMs: number;
  maxHeapMb: number;
}

export const defaultReadLimits: ReadLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxEntryBytes: 32 * 1024 * 1024,
  maxInflatedBytes: 64 * 1024 * 1024,
  maxEntries: 2_000,
  maxSheets: 200,
  maxCells: 100_000,
  maxRows: 20_000,
  maxColumns: 256,
  maxArea: 2_000_000,
  maxMerges: 50_000,
  maxTags: 400_000,
  maxCellText: 2_000,
  maxText: 4_000_000,
  deadlineMs: 40_000,
  maxHeapMb: 192,
};

export const inMb = (bytes: number): number => Math.floor(bytes / 1_048_576);

/** What is still allowed of a workbook, over all its sheets. */
export class Budget {
  private cells: number;
  private merged: number;
  private area: number;
  private text: number;

  constructor(readonly limits: ReadLimits) {
    this.cells = limits.maxCells;
    this.merged = limits.maxCells;
    this.area = limits.maxArea;
    this.text = limits.maxText;
  }

  takeCell(text: number): void {
    this.cells -= 1;
    this.text -= text;
    if (this.cells < 0) throw over('file.tooManyCells', this.limits.maxCells);
    if (this.text < 0) throw over('file.tooMuchText', this.limits.maxText);
  }

  takeMerge(area: number): void {
    this.merged -= area;
    if (this.merged < 0) throw over('file.tooManyMerges', this.limits.maxCells);
  }

  takeArea(rows: number, columns: number): void {
    this.area -= rows * columns;
    if (this.area < 0) throw over('file.tooManyCells', this.limits.maxArea);
  }
}

/** @param more what the sentence says beside the limit, for instance the cell */
export function over(code: FileErrorCode, max: number, more: Record<string, string | number> = {}): FileError {
  return new FileError(code, { max, ...more });
}
