import { Checkbox } from '@mantine/core';
import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Column } from './table-column.ts';
import { Icon } from '../icon.tsx';

export interface RowActs {
  toggle: (id: string) => void;
  focus: (id: string) => void;
}

interface RowProps<T> {
  row: T;
  id: string;
  index: number;
  shown: readonly Column<T>[];
  hidden: readonly Column<T>[];
  /** Undefined where rows cannot be chosen. */
  chosen: boolean | undefined;
  isMarked: boolean;
  /** The one that Tab comes to. */
  isCurrent: boolean;
  canOpen: boolean;
  acts: RowActs;
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
    <td className="dt-check">
      <Checkbox size="xs" tabIndex={-1} aria-label={label} checked={checked} onChange={onToggle} />
    </td>
  );
}

function More({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const { t } = useI18n();
  return (
    <td className="dt-check">
      <button type="button" className="dt-more" aria-expanded={open} aria-label={t('table.more')} onClick={onToggle}>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />
      </button>
    </td>
  );
}

/** The columns that did not fit, under the row. */
function Expansion<T>({ hidden, row, index, span }: RowPart<T> & { span: number }) {
  return (
    <tr className="dt-expansion">
      <td colSpan={span}>
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
      </td>
    </tr>
  );
}

/** The whole table is one stop of Tab, and then what can be pressed in its row: not each button of a hundred rows. */
function useOneStop(row: RefObject<HTMLTableRowElement | null>, isCurrent: boolean): void {
  useLayoutEffect(() => {
    for (const control of row.current?.querySelectorAll<HTMLElement>('a[href], button, td:not(.dt-check) input') ?? [])
      control.tabIndex = isCurrent ? 0 : -1;
  });
}

type RowPart<T> = { [K in 'hidden' | 'row' | 'index']: RowProps<T>[K] };

function Row<T>({ row, id, index, shown, hidden, chosen, isMarked, isCurrent, canOpen, acts }: RowProps<T>) {
  const [open, setOpen] = useState(false);
  const own = useRef<HTMLTableRowElement>(null);
  useOneStop(own, isCurrent);
  const span = shown.length + (chosen === undefined ? 0 : 1) + (hidden.length > 0 ? 1 : 0);
  return (
    <>
      <tr
        ref={own}
        tabIndex={isCurrent ? 0 : -1}
        data-row-id={id}
        onFocus={() => acts.focus(id)}
        aria-selected={chosen}
        data-selected={chosen || isMarked || undefined}
        data-openable={canOpen || undefined}
      >
        {chosen !== undefined && <Pick index={index} checked={chosen} onToggle={() => acts.toggle(id)} />}
        {hidden.length > 0 && <More open={open} onToggle={() => setOpen(!open)} />}
        {shown.map((column, at) => (
          <td
            key={column.id}
            data-right={column.right || undefined}
            data-lead={at === 0 || undefined}
            data-label={column.acts ? undefined : column.header || undefined}
            data-acts={column.acts}
          >
            <Cell column={column} row={row} index={index} />
          </td>
        ))}
      </tr>
      {open && hidden.length > 0 && <Expansion hidden={hidden} row={row} index={index} span={span} />}
    </>
  );
}

/** While a long table is scrolled, only the rows that come into view are drawn. */
export const TableRow = memo(Row) as typeof Row;
