import { Checkbox, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import type { Column, DataTableProps } from './data-table.tsx';
import { Icon } from './icon.tsx';
import type { TableKeys } from './use-table-keys.ts';

interface RowProps<T> extends DataTableProps<T> {
  row: T;
  id: string;
  index: number;
  shown: readonly Column<T>[];
  hidden: readonly Column<T>[];
  keys: TableKeys;
  span: number;
}

function Cell<T>({ column, row, index }: { column: Column<T>; row: T; index: number }) {
  const { n } = useI18n();
  if (column.cell) return <>{column.cell(row, index)}</>;
  const value = column.value(row);
  if (value === null) return <span className="muted">–</span>;
  return <>{typeof value === 'number' ? n(value) : value}</>;
}

export function TableRow<T>({
  row,
  id,
  index,
  shown,
  hidden,
  keys,
  span,
  selected,
  onSelect,
  onOpen,
  highlight,
}: RowProps<T>) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const chosen = selected?.has(id) ?? false;
  return (
    <Fragment>
      <Table.Tr
        {...keys.row(id)}
        aria-selected={onSelect ? chosen : undefined}
        data-selected={chosen || highlight?.(row) || undefined}
        data-openable={onOpen ? true : undefined}
      >
        {onSelect && (
          <Table.Td className="dt-check">
            <Checkbox
              size="xs"
              tabIndex={-1}
              aria-label={t('table.selectRow', { n: index + 1 })}
              checked={chosen}
              onChange={() => keys.toggle(id)}
            />
          </Table.Td>
        )}
        {hidden.length > 0 && (
          <Table.Td className="dt-check">
            <button
              type="button"
              className="dt-more"
              aria-expanded={open}
              aria-label={t('table.more')}
              onClick={() => setOpen(!open)}
            >
              <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />
            </button>
          </Table.Td>
        )}
        {shown.map((column) => (
          <Table.Td key={column.id} data-right={column.right || undefined}>
            <Cell column={column} row={row} index={index} />
          </Table.Td>
        ))}
      </Table.Tr>
      {open && hidden.length > 0 && (
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
      )}
    </Fragment>
  );
}
