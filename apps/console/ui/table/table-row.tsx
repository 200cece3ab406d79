import { Checkbox, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Column, DataTableProps } from './table-column.ts';
import { Icon } from '../icon.tsx';
import type { TableKeys } from './use-table-keys.ts';

interface RowProps<T> extends DataTableProps<T> {
  row: T;
  index: number;
  shown: readonly Column<T>[];
  hidden: readonly Column<T>[];
  keys: TableKeys;
}

function Cell<T>({ column, row, index }: { column: Column<T>; row: T; index: number }) {
  const { n } = useI18n();
  if (column.cell) return <>{column.cell(row, index)}</>;
  const value = column.value(row);
  if (value === null) return <span className="muted">–</span>;
  return <>{typeof value === 'number' ? n(value) : value}</>;
}

function Pick({ index, checked, onToggle }: { index: number; checked: boolean; onToggle: () => void }) {
  const { t } = useI18n();
  const label = t('table.selectRow', { n: index + 1 });
  return (
    <Table.Td className="dt-check">
      <Checkbox size="xs" tabIndex={-1} aria-label={label} checked={checked} onChange={onToggle} />
    </Table.Td>
  );
}

function More({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const { t } = useI18n();
  return (
    <Table.Td className="dt-check">
      <button type="button" className="dt-more" aria-expanded={open} aria-label={t('table.more')} onClick={onToggle}>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />
      </button>
    </Table.Td>
  );
}

/** The columns that did not fit, under the row. */
function Expansion<T>({ hidden, row, index, span }: RowPart<T> & { span: number }) {
  return (
    <Table.Tr className="dt-expansion">
      <Table.Td colSpan={span}>
        <dl>
          {hidden
            .filter((column) => column.header)
            .map((column) => (
              <div key={column.id}>
                <dt>{column.header}</dt>
                <dd>
                  <Cell column={column} row={row} index={index} />
                </dd>
              </div>
            ))}
        </dl>
      </Table.Td>
    </Table.Tr>
  );
}

type RowPart<T> = { [K in 'hidden' | 'row' | 'index']: RowProps<T>[K] };

export function TableRow<T>(props: RowProps<T>) {
  const { row, index, shown, hidden, keys, selected, onSelect, onOpen, highlight, rowId } = props;
  const [open, setOpen] = useState(false);
  const id = rowId(row);
  const chosen = selected?.has(id) ?? false;
  const span = shown.length + (onSelect ? 1 : 0) + (hidden.length > 0 ? 1 : 0);
  return (
    <Fragment>
      <Table.Tr
        {...keys.row(id)}
        aria-selected={onSelect ? chosen : undefined}
        data-selected={chosen || highlight?.(row) || undefined}
        data-openable={onOpen ? true : undefined}
      >
        {onSelect && <Pick index={index} checked={chosen} onToggle={() => keys.toggle(id)} />}
        {hidden.length > 0 && <More open={open} onToggle={() => setOpen(!open)} />}
        {shown.map((column) => (
          <Table.Td key={column.id} data-right={column.right || undefined}>
            <Cell column={column} row={row} index={index} />
          </Table.Td>
        ))}
      </Table.Tr>
      {open && hidden.length > 0 && <Expansion hidden={hidden} row={row} index={index} span={span} />}
    </Fragment>
  );
}
