import { useMemo, useRef, useState } from 'react';
import { formatTime } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import { NoMatch } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { type BoardActs, useBoardColumns } from './board-columns.tsx';
import { boardFilters, type BoardFilter, type BoardRow, calmOrder, countOf } from './board.ts';
import type { BoardData } from './use-board.ts';

interface TableProps {
  board: BoardData;
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  acts: BoardActs;
  above: boolean;
}

/** Live rows change in place; their order waits until the officer asks ("Có 2 thay đổi, xếp lại"). */
function useCalmOrder({ pages, list }: BoardData): { ordered: BoardRow[]; moved: number; resort: () => void } {
  const [, redraw] = useState(0);
  const shown = useRef<{ list: string; ids: readonly string[] }>({ list: '', ids: [] });
  const { rows, isPrevious } = pages;
  return useMemo(() => {
    const ids = rows.map((row) => row.taskId);
    if (isPrevious) return { ordered: [...rows], moved: 0, resort: () => undefined };
    shown.current = { list, ids: shown.current.list === list ? calmOrder(shown.current.ids, ids) : ids };
    const byId = new Map(rows.map((row) => [row.taskId, row]));
    const ordered = shown.current.ids.flatMap((id) => byId.get(id) ?? []);
    const moved = ordered.filter((row, index) => row.taskId !== ids[index]).length;
    const resort = () => {
      shown.current = { list, ids };
      redraw((n) => n + 1);
    };
    return { ordered, moved, resort };
  }, [rows, isPrevious, list, redraw]);
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

function Order({ board, moved, resort }: { board: BoardData; moved: number; resort: () => void }) {
  const { t } = useI18n();
  if (board.pages.isOld)
    return (
      <button type="button" className="link" onClick={() => void board.pages.refetch()}>
        {t('board.reload')}
      </button>
    );
  if (moved > 0)
    return (
      <button type="button" className="link" onClick={resort}>
        {t('board.resort', { n: moved })}
      </button>
    );
  const { id, desc } = board.sorting;
  return id === 'state' && !desc ? <span className="caption">{t('board.sorted')}</span> : null;
}

function Toolbar({
  board,
  filter,
  onFilter,
  ...order
}: Pick<TableProps, 'board' | 'filter' | 'onFilter'> & { moved: number; resort: () => void }) {
  const { t } = useI18n();
  const { data } = board.delivery;
  const options = boardFilters
    .map((key) => ({ key, label: t(`board.filter.${key}`), ...(data && { count: countOf(data, key) }) }))
    .filter((option) => option.key === 'all' || (option.count ?? 0) > 0 || option.key === filter);
  return (
    <div className="toolbar">
      <SearchField label={t('board.find')} width={200} value={board.text} onChange={board.setText} />
      <FilterChips label={t('teams.filters')} options={options} value={filter} onChange={onFilter} />
      <span className="toolbar-space" />
      <Order board={board} {...order} />
    </div>
  );
}

export function BoardTable({ board, filter, onFilter, acts, above }: TableProps) {
  const { t } = useI18n();
  const { pages, delivery, sorting, setSorting } = board;
  const { ordered, moved, resort } = useCalmOrder(board);
  const columns = useBoardColumns(ordered, useStableActs(acts), above);
  const asOf = delivery.data?.asOf;
  const updated = asOf && ` · ${t('board.updated', { time: formatTime(asOf, true) })}`;
  const clear = () => {
    board.setText('');
    onFilter('all');
  };
  const { total, more } = pages;
  return (
    <>
      <Toolbar board={board} filter={filter} onFilter={onFilter} moved={moved} resort={resort} />
      <DataTable
        label={t('board.table')}
        columns={columns}
        rows={ordered}
        of={delivery.data ? countOf(delivery.data, 'all') : total}
        rowId={(row) => row.taskId}
        what={t('unit.teams')}
        totals={ordered.length >= total}
        paged={{ total, more, sort: [sorting], onSort: ([next]) => setSorting(next ?? sorting) }}
        footLeft={
          <span>
            {t('board.chase')}
            {updated}
          </span>
        }
        empty={<NoMatch text={t('teams.noMatch')} onClear={clear} />}
      />
    </>
  );
}
