import type { ReactNode } from 'react';
import { formatDate } from '#i18n';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../at.ts';
import { copyTable } from './copy-table.ts';
import type { Column, DataTableProps } from './table-column.ts';

interface BarProps<T> extends DataTableProps<T> {
  columns: readonly Column<T>[];
  ordered: readonly T[];
  of: number;
  left?: ReactNode;
}

/** "Đang chọn: 3 · Cộng số người: 8 · Trung bình: 2,7" of the picked rows. */
export function summarize<T>(rows: readonly T[], column: Column<T> | undefined): { sum: number; mean: number } | null {
  const values = column
    ? rows.map((row) => column.value(row)).filter((value): value is number => typeof value === 'number')
    : [];
  if (values.length === 0) return null;
  const sum = values.reduce((a, b) => a + b, 0);
  return { sum, mean: Math.round((sum / values.length) * 10) / 10 };
}

export function ExcelBar<T>({
  columns,
  ordered,
  rows,
  of,
  what,
  selected,
  rowId,
  sumColumn,
  left,
  paged,
}: BarProps<T>) {
  const { t, lang } = useI18n();
  const at = useAt();
  const day = at && formatDate(at, lang, { withYear: true });
  const picked = selected?.size ? ordered.filter((row) => selected.has(rowId(row))) : [];
  const column = columns.find((each) => each.id === sumColumn);
  const chosen = paged?.chosen ?? picked.length;
  // A sum over those of the chosen rows that happen to be here would say nothing.
  const figures = chosen > picked.length ? null : summarize(picked, column);
  const copy = async () => {
    await copyTable(columns, picked.length ? picked : ordered, day && t('day.asOf', { day }));
    showNotice(t('table.copied', { n: picked.length || ordered.length }));
  };
  return (
    <div className="excel-bar">
      <span>{t('table.shown', { n: rows.length, of, what })}</span>
      {left}
      <span className="excel-bar-space" />
      {day && <span>{t('day.copies', { day })}</span>}
      {chosen > 0 && <span>{t('table.selected', { n: chosen })}</span>}
      {figures && column && (
        <span>{t('table.sum', { what: column.header.toLocaleLowerCase('vi'), n: figures.sum })}</span>
      )}
      {figures && <span>{t('table.mean', { n: figures.mean })}</span>}
      <button type="button" className="link" onClick={() => void copy()}>
        {t('table.copy')}
      </button>
    </div>
  );
}
