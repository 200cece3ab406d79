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
  /** A line of the row's card all the same, where rows are cards on a phone. */
  inCards?: boolean;
  sortable?: false;
  copy?: false;
  /** What can be done with the row: in the corner of its card on a phone, or in a line of its own. Its head is heard only. */
  acts?: 'corner' | 'line';
  width?: number | string;
}

export interface Paged {
  /** Of the whole list. */
  total: number;
  /** Fetches more rows; undefined when all are here, or some are on their way. */
  more: (() => void) | undefined;
  sort: SortingState;
  onSort: (sort: SortingState) => void;
  /** All rows of the list are chosen, or none; `chosen` of them at present. */
  onSelectAll?: (all: boolean) => void;
  chosen?: number;
}

/** Of a paged list that has one order only. */
export const unsorted: Pick<Paged, 'sort' | 'onSort'> = { sort: [], onSort: () => undefined };

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
  /** The rows are a part of a longer list, which the server sorts. */
  paged?: Paged;
  /** Rows of a paged list are cards on a phone too once all of them are here. */
  cards?: boolean;
  empty?: ReactNode;
}
