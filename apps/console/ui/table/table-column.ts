import type { SortingState } from '@tanstack/react-table';
import type { ReactNode } from 'react';

export type CellValue = string | number | null;

export interface Column<T> {
  id: string;
  header: string;
  /** What is sorted, copied and added up. */
  value: (row: T) => CellValue;
  cell?: (row: T, index: number) => ReactNode;
  /** Sort key where it differs from the value. */
  sortBy?: (row: T) => CellValue;
  right?: boolean;
  total?: ReactNode;
  /** Leaves the table below this window width and lives in the row's expansion. */
  hideBelow?: number;
  sortable?: false;
  copy?: false;
  width?: number | string;
}

export interface DataTableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** All rows before filtering, for "Hiện 3 trong 11 tổ". */
  of?: number;
  what: string;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  onOpen?: (row: T) => void;
  highlight?: (row: T) => boolean;
  sumColumn?: string;
  totals?: boolean;
  sort?: SortingState;
  footLeft?: ReactNode;
  empty?: ReactNode;
}
