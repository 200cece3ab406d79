/** Columns that many tables have: a figure with its total, in red where it should be 0; a cell of two lines. */
import type { ReactNode } from 'react';
import type { CellValue, Column } from './table-column.ts';

interface CountOptions<T> {
  width?: number;
  hideBelow?: number;
  /** The rows that the total is summed over; none without it. */
  rows?: readonly T[];
  /** Red when true. */
  alarm?: (row: T) => boolean;
}

export interface CountColumnOf<T> {
  (id: string, header: string, value: (row: T) => number | null, options?: CountOptions<T>): Column<T>;
}

/** `n` writes numbers as the reader does. */
export function countColumns<T>(n: (value: number) => string): CountColumnOf<T> {
  return (id, header, value, { width, hideBelow, rows, alarm } = {}) => ({
    id,
    header,
    value,
    right: true,
    width,
    hideBelow,
    total: rows && n(rows.reduce((sum, row) => sum + (value(row) ?? 0), 0)),
    cell: alarm && ((row: T) => <Figure value={value(row)} n={n} alarm={alarm(row)} />),
  });
}

function Figure({ value, n, alarm }: { value: CellValue; n: (value: number) => string; alarm: boolean }) {
  if (typeof value !== 'number') return <span className="muted">–</span>;
  return <span className={alarm ? 'late' : ''}>{n(value)}</span>;
}

/** What the row says, and below it in grey what belongs to it. */
export const twoLines = (first: ReactNode, second: ReactNode) => (
  <span>
    {first}
    <span className="cell-2">{second}</span>
  </span>
);
