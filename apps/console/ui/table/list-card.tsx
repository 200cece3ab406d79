/** A list of a page: what is sought in it, its table page by page, and what is said while it loads, fails, is empty or finds nothing. */
import { type ReactNode, useMemo } from 'react';
import type { Pages } from '../../api/use-pages.ts';
import { SearchField } from '../form.tsx';
import type { IconName } from '../icon.tsx';
import { Card, FilterChips, type FilterOption } from '../layout.tsx';
import { EmptyState, Loaded, NoMatch } from '../states.tsx';
import { DataTable } from './data-table.tsx';
import { type Column, type DataTableProps, unsorted } from './table-column.ts';

export interface ListCardProps<T, F extends string>
  extends Pick<DataTableProps<T>, 'label' | 'what' | 'rowId' | 'onOpen' | 'totals' | 'footLeft'> {
  /** Of `useList`. */
  pages: Pages<T, unknown>;
  /** In the order of the server: none of them sorts. */
  columns: readonly Column<T>[];
  search?: { label: string; value: string; onChange: (text: string) => void; width?: number };
  /** The first one is what the list shows when nothing is sought. */
  filter?: { label: string; options: readonly FilterOption<F>[]; value: F; onChange: (key: F) => void };
  /** Beside what is sought. */
  aside?: ReactNode;
  /** Nothing is there at all; where it is not said, no row and nothing sought. */
  isEmpty?: boolean;
  /** Absent where a list always has something. */
  empty?: { icon: IconName; title: string; text: string; actions?: ReactNode };
  /** Said when what is sought is not there; beside it stands the way back. */
  noMatch?: { text: string; onClear: () => void };
  /** Rows of grey while it loads. */
  loading?: number;
}

type ToolbarProps<F extends string> = Pick<ListCardProps<never, F>, 'search' | 'filter' | 'aside'>;

function Toolbar<F extends string>({ search, filter, aside }: ToolbarProps<F>) {
  if (!search && !filter && !aside) return null;
  return (
    <div className="toolbar">
      {search && <SearchField {...search} />}
      {filter && <FilterChips {...filter} />}
      {aside && <span className="toolbar-space" />}
      {aside}
    </div>
  );
}

export function ListCard<T, F extends string = never>(props: ListCardProps<T, F>) {
  const { pages, columns, search, filter, aside, isEmpty: isSaidEmpty, empty, noMatch, loading, ...table } = props;
  const { rows, total, more, data } = pages;
  const isSought = search?.value || filter?.value !== filter?.options[0]?.key;
  const nothing = isSaidEmpty ?? (rows.length === 0 && !isSought);
  const isEmpty = empty !== undefined && data !== undefined && nothing;
  const inOrder = useMemo(() => columns.map((column): Column<T> => ({ ...column, sortable: false })), [columns]);
  return (
    <Card>
      {!isEmpty && <Toolbar search={search} filter={filter} aside={aside} />}
      <Loaded query={pages} rows={loading}>
        {() =>
          isEmpty ? (
            <EmptyState icon={empty.icon} title={empty.title} actions={empty.actions}>
              {empty.text}
            </EmptyState>
          ) : (
            <DataTable
              {...table}
              cards
              columns={inOrder}
              rows={rows}
              paged={{ ...unsorted, total, more }}
              empty={noMatch && <NoMatch {...noMatch} />}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
