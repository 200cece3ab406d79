import { useEffect, useMemo, useRef, useState } from 'react';
import { formatTime } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import { NoMatch } from '../../ui/states.tsx';
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

/** The same functions on every render, so that the columns are built once. */
function useStableActs(acts: BoardActs): BoardActs {
  const latest = useRef(acts);
  latest.current = acts;
  return useMemo<BoardActs>(
    () => ({
      remind: (row) => latest.current.remind(row),
      call: (row) => latest.current.call(row),
      answer: (row) => latest.current.answer(row),
      confirm: (row) => latest.current.confirm(row),
      trace: (row) => latest.current.trace(row),
    }),
    [],
  );
}

function Toolbar({
  rows,
  filter,
  onFilter,
  moved,
  resort,
}: Pick<TableProps, 'rows' | 'filter' | 'onFilter'> & { moved: number; resort: () => void }) {
  const { t } = useI18n();
  const options = boardFilters
    .map((key) => ({ key, label: t(`board.filter.${key}`), count: rows.filter((row) => matches(row, key)).length }))
    .filter((option) => option.key === 'all' || option.count > 0 || option.key === filter);
  return (
    <div className="toolbar">
      <FilterChips label={t('teams.filters')} options={options} value={filter} onChange={onFilter} />
      <span className="toolbar-space" />
      {moved === 0 && <span className="caption">{t('board.sorted')}</span>}
      {moved > 0 && (
        <button type="button" className="link" onClick={resort}>
          {t('board.resort', { n: moved })}
        </button>
      )}
    </div>
  );
}

export function BoardTable({ rows, filter, onFilter, acts, above, asOf }: TableProps) {
  const { t } = useI18n();
  const { ordered, moved, resort } = useCalmOrder(rows);
  const shown = useMemo(() => ordered.filter((row) => matches(row, filter)), [ordered, filter]);
  const columns = useBoardColumns(shown, useStableActs(acts), above);
  const updated = asOf && ` · ${t('board.updated', { time: formatTime(asOf, true) })}`;
  return (
    <>
      <Toolbar rows={rows} filter={filter} onFilter={onFilter} moved={moved} resort={resort} />
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
            {t('board.chase')}
            {updated}
          </span>
        }
        empty={<NoMatch text={t('teams.noMatch')} onClear={() => onFilter('all')} />}
      />
    </>
  );
}
