/**
 * The console's one table: hairlines both ways, sticky header, Vietnamese order, one tab stop with roving focus,
 * selection as in Excel and a foot bar with count, sum and mean. Columns that do not fit live in the row's expansion;
 * nothing scrolls sideways. Above 100 rows only what is on screen is in the document.
 */
import { Checkbox, Table } from '@mantine/core';
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { copyTable } from './copy-table.ts';
import { ExcelBar } from './excel-bar.tsx';
import { Icon } from '../icon.tsx';
import type { Column, DataTableProps } from './table-column.ts';
import { type RowActs, TableRow } from './table-row.tsx';
import { useTableKeys } from './use-table-keys.ts';
import { useRowWindow, wholeUpTo } from './use-row-window.ts';
import { compareValues } from '../vietnamese-order.ts';
import { useViewportStep } from '../viewport.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** The table's library takes records only; what a row is, is its column's business. */
interface Wrapped<T> {
  row: T;
}

/** As the server sorts a list of which only a part is here; else by the column pressed last. */
function useSorted<T>({ columns, rows, sort, paged }: DataTableProps<T>) {
  const [sorting, setSorting] = useState<SortingState>(sort ?? []);
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Wrapped<T>> => ({
          id: column.id,
          accessorFn: ({ row }) => (column.sortBy ?? column.value)(row),
          enableSorting: column.sortable !== false,
          sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
        }),
      ),
    [columns],
  );
  const data = useMemo(() => (paged ? [] : rows.map((row): Wrapped<T> => ({ row }))), [rows, paged]);
  const table = useTable({ features, columns: definitions, data, state: { sorting }, onSortingChange: setSorting });
  const ordered = table.getRowModel().rows;
  const sorted = useMemo(() => ordered.map(({ original }) => original.row), [ordered]);
  return paged
    ? { ordered: rows, sorting: paged.sort, setSorting: paged.onSort }
    : { ordered: sorted, sorting, setSorting };
}

function HeaderCell<T>({
  column,
  sorting,
  onSort,
}: {
  column: Column<T>;
  sorting: SortingState;
  onSort: (state: SortingState) => void;
}) {
  const { t } = useI18n();
  const current = sorting[0]?.id === column.id ? (sorting[0].desc ? 'descending' : 'ascending') : undefined;
  const press = () => onSort([{ id: column.id, desc: current === 'ascending' }]);
  if (column.sortable === false)
    return (
      <Table.Th data-right={column.right || undefined} style={{ width: column.width }}>
        {column.acts || !column.header ? (
          <span className="visually-hidden">{column.header || t('table.acts')}</span>
        ) : (
          column.header
        )}
      </Table.Th>
    );
  return (
    <Table.Th aria-sort={current} data-right={column.right || undefined} style={{ width: column.width }}>
      <button type="button" className="dt-sort" tabIndex={-1} onClick={press}>
        {column.header}
        {current && <Icon name={current === 'ascending' ? 'arrow-up' : 'arrow-down'} size={14} />}
      </button>
    </Table.Th>
  );
}

interface Frame<T> {
  shown: readonly Column<T>[];
  hidden: readonly Column<T>[];
  ids: readonly string[];
}

/** What fits the window, what moves to the expansion, and the rows' ids in the order shown. */
function useFrame<T>({ columns, rowId }: DataTableProps<T>, ordered: readonly T[], isCards: boolean): Frame<T> {
  const step = useViewportStep();
  const [shown, hidden] = useMemo(() => {
    const fits = ({ hideBelow, inCards }: Column<T>) => !hideBelow || step >= hideBelow || (isCards && inCards);
    return [columns.filter(fits), columns.filter((column) => !fits(column))];
  }, [columns, step, isCards]);
  return {
    shown,
    hidden,
    ids: useMemo(() => ordered.map(rowId), [ordered, rowId]),
  };
}

function SelectAll({
  ids,
  selected,
  onSelect,
  paged,
}: Pick<DataTableProps<never>, 'selected' | 'onSelect' | 'paged'> & { ids: readonly string[] }) {
  const { t } = useI18n();
  const chosen = paged?.chosen ?? selected?.size ?? 0;
  const all = paged ? chosen > 0 && chosen === paged.total : ids.length > 0 && ids.every((id) => selected?.has(id));
  const some = !all && (paged ? chosen > 0 : ids.some((id) => selected?.has(id)));
  const toggle = () => (paged?.onSelectAll ? paged.onSelectAll(!all) : onSelect?.(all ? new Set() : new Set(ids)));
  return (
    <Table.Th className="dt-check">
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={paged?.onSelectAll ? t('table.selectWhole', { n: paged.total }) : t('table.selectAll')}
        checked={all}
        indeterminate={some}
        onChange={toggle}
      />
    </Table.Th>
  );
}

function Head<T>({
  frame,
  props,
  sorting,
  onSort,
}: {
  frame: Frame<T>;
  props: DataTableProps<T>;
  sorting: SortingState;
  onSort: (state: SortingState) => void;
}) {
  const { t } = useI18n();
  return (
    <Table.Thead>
      <Table.Tr>
        {props.onSelect && (
          <SelectAll ids={frame.ids} selected={props.selected} onSelect={props.onSelect} paged={props.paged} />
        )}
        {frame.hidden.length > 0 && (
          <Table.Th className="dt-check">
            <span className="visually-hidden">{t('table.more')}</span>
          </Table.Th>
        )}
        {frame.shown.map((column) => (
          <HeaderCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function Totals<T>({ frame, props }: { frame: Frame<T>; props: DataTableProps<T> }) {
  if (!props.totals || props.rows.length === 0) return null;
  return (
    <Table.Tfoot>
      <Table.Tr>
        {props.onSelect && <Table.Td />}
        {frame.hidden.length > 0 && <Table.Td />}
        {frame.shown.map((column, at) => (
          <Table.Td
            key={column.id}
            data-right={column.right || undefined}
            data-lead={at === 0 || undefined}
            data-label={column.header || undefined}
          >
            {column.total}
          </Table.Td>
        ))}
      </Table.Tr>
    </Table.Tfoot>
  );
}

const gridOf = (rows: number) => ({ role: 'grid', 'aria-rowcount': rows + 1, 'aria-multiselectable': true });

function stateOf<T>({ selected, onSelect, onOpen, highlight, rowId }: DataTableProps<T>, row: T) {
  return {
    chosen: onSelect && (selected?.has(rowId(row)) ?? false),
    isMarked: highlight?.(row) ?? false,
    canOpen: onOpen !== undefined,
  };
}

/** The same functions at every drawing, so that a row is not drawn again for them. */
function useStableActs(keys: RowActs): RowActs {
  const latest = useRef(keys);
  latest.current = keys;
  return useMemo(() => ({ toggle: (id) => latest.current.toggle(id), focus: (id) => latest.current.focus(id) }), []);
}

/** Rows still to come below the window when the next page is asked for. */
const ahead = 25;

function useFetchAhead(paged: DataTableProps<never>['paged'], left: number): void {
  const more = left < ahead ? paged?.more : undefined;
  useEffect(() => more?.(), [more]);
}

const spacer = (height: number) => height > 0 && <tr aria-hidden="true" style={{ height }} />;

/** Whether all rows of the list are here, and whether they are cards on a phone. */
function extentOf({ paged, cards }: Pick<DataTableProps<never>, 'paged' | 'cards'>, rows: number) {
  const isWhole = !paged || rows >= paged.total;
  return { isWhole, isCards: (!paged || (cards === true && isWhole)) && rows <= wholeUpTo };
}

export function DataTable<T>(props: DataTableProps<T>) {
  const { label, rows, rowId, selected, onSelect, of, footLeft, empty, paged } = props;
  const { ordered, sorting, setSorting } = useSorted(props);
  const { isWhole, isCards } = extentOf(props, ordered.length);
  const frame = useFrame(props, ordered, isCards);
  const open = (id: string) => {
    const row = ordered[frame.ids.indexOf(id)];
    if (row) props.onOpen?.(row);
  };
  const all = paged?.onSelectAll;
  const copy = () => copyRows(frame.shown, ordered, selected, rowId);
  const keys = useTableKeys({ ids: frame.ids, selected, onSelect, onOpen: open, copy, ...(all && { all }) });
  const acts = useStableActs(keys);
  const view = useRowWindow(ordered.length, isWhole ? wholeUpTo : 0);
  useFetchAhead(paged, ordered.length - view.to);
  const grid = onSelect && gridOf(paged?.total ?? ordered.length);
  return (
    <div className="dt" ref={view.ref} data-cards={isCards || undefined}>
      <Table className="dt-table" aria-label={label} {...grid} {...keys.table}>
        <Head frame={frame} props={props} sorting={sorting} onSort={setSorting} />
        <Table.Tbody>
          {spacer(view.before)}
          {ordered.slice(view.from, view.to).map((row, offset) => (
            <TableRow
              key={frame.ids[view.from + offset]}
              id={frame.ids[view.from + offset] ?? ''}
              row={row}
              index={view.from + offset}
              shown={frame.shown}
              hidden={frame.hidden}
              {...stateOf(props, row)}
              isCurrent={keys.current === frame.ids[view.from + offset]}
              acts={acts}
            />
          ))}
          {spacer(view.after)}
        </Table.Tbody>
        <Totals frame={frame} props={props} />
      </Table>
      {rows.length === 0 && <div className="dt-empty">{empty}</div>}
      <ExcelBar
        {...props}
        columns={frame.shown}
        ordered={ordered}
        of={of ?? paged?.total ?? rows.length}
        left={footLeft}
      />
    </div>
  );
}

function copyRows<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  selected: ReadonlySet<string> | undefined,
  rowId: (row: T) => string,
): void {
  const picked = selected?.size ? rows.filter((row) => selected.has(rowId(row))) : rows;
  void copyTable(columns, picked);
}
