import { useEffect, useMemo, useRef, useState } from 'react';
import { formatTime } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import { type BoardActs, useBoardColumns } from './board-columns.tsx';
import { boardFilters, type BoardFilter, type BoardRow, matches } from './board.ts';

interface TableProps {
  rows: readonly BoardRow[];
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  acts: BoardActs;
  above: boolean;
  asOf: string | undefined;
}

/** Live rows change in place; their order waits until the officer asks ("Có 2 thay đổi, xếp lại"). */
function useCalmOrder(rows: readonly BoardRow[]): { ordered: BoardRow[]; moved: number; resort: () => void } {
  const [order, setOrder] = useState<readonly string[]>([]);
  const ids = rows.map((row) => row.task.taskId);
  const known = useRef<Set<string>>(new Set());
  useEffect(() => {
    const fresh = ids.filter((id) => !known.current.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) known.current.add(id);
    setOrder(ids);
  });
  const place = new Map((order.length > 0 ? order : ids).map((id, index) => [id, index]));
  const ordered = [...rows].sort((a, b) => (place.get(a.task.taskId) ?? 0) - (place.get(b.task.taskId) ?? 0));
  const moved = ordered.filter((row, index) => row.task.taskId !== ids[index]).length;
  return { ordered, moved, resort: () => setOrder(ids) };
}

export function BoardTable({ rows, filter, onFilter, acts, above, asOf }: TableProps) {
  const { t } = useI18n();
  const { ordered, moved, resort } = useCalmOrder(rows);
  const shown = useMemo(() => ordered.filter((row) => matches(row, filter)), [ordered, filter]);
  const latest = useRef(acts);
  latest.current = acts;
  const stable = useMemo<BoardActs>(
    () => ({
      remind: (row) => latest.current.remind(row),
      call: (row) => latest.current.call(row),
      answer: (row) => latest.current.answer(row),
      confirm: (row) => latest.current.confirm(row),
    }),
    [],
  );
  const columns = useBoardColumns(shown, stable, above);
  const options = boardFilters
    .map((key) => ({ key, label: t(`board.filter.${key}`), count: rows.filter((row) => matches(row, key)).length }))
    .filter((option) => option.key === 'all' || option.count > 0 || option.key === filter);
  return (
    <>
      <div className="toolbar">
        <FilterChips label={t('teams.filters')} options={options} value={filter} onChange={onFilter} />
        <span className="toolbar-space" />
        {moved > 0 ? (
          <button type="button" className="link" onClick={resort}>
            {t('board.resort', { n: moved })}
          </button>
        ) : (
          <span className="caption">{t('board.sorted')}</span>
        )}
      </div>
      <DataTable
        label={t('board.table')}
        columns={columns}
        rows={shown}
        of={rows.length}
        rowId={(row) => row.task.taskId}
        what={t('unit.teams')}
        totals
        footLeft={
          <span>
            {t('board.ladder')}
            {asOf && ` · ${t('board.updated', { time: formatTime(asOf, true) })}`}
          </span>
        }
        empty={
          <>
            {t('teams.noMatch')}{' '}
            <button type="button" className="link" onClick={() => onFilter('all')}>
              {t('act.clearFilter')}
            </button>
          </>
        }
      />
    </>
  );
}
