/** What the board of an order shows: numbers, and the teams page by page as the server filters and sorts them. */
import { getRouteApi } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { progressSorts } from '#contracts/notifications/progress-lists';
import { api, client } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import type { UnitsOf } from '../restated/restated.ts';
import { type BoardFilter, boardFilters, type BoardRow, type BoardSort } from './board.ts';

const route = getRouteApi('/assignments/$assignmentId');
const calmMs = 250;
const pageSize = 100;
const idOf = (row: BoardRow): string => row.taskId;

export interface Sorting {
  id: string;
  desc: boolean;
}

/** The address keeps which teams and which commune are shown. */
export function useBoardSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = search.filter as BoardFilter;
  const filter = boardFilters.includes(wanted) ? wanted : 'all';
  const change = (part: { filter?: string; commune?: string; units?: string }) =>
    void navigate({ search: { ...search, ...part }, replace: true });
  return {
    filter,
    commune: search.commune,
    setFilter: (next: BoardFilter) => change({ filter: next === 'all' ? undefined : next }),
    units: search.units === 'then' ? ('then' as const) : ('now' as const),
    // A commune of one tree is none of the other's.
    setUnits: (next: UnitsOf) => change({ units: next === 'then' ? next : undefined, commune: undefined }),
    setCommune: (id: string | undefined) => change({ commune: id }),
    toResult: (taskId: string) => void navigate({ to: '/results', search: { task: taskId } }),
  };
}

function queryOf(sorting: Sorting, { commune, filter, q }: { commune?: string; filter: BoardFilter; q: string }) {
  return {
    sort: progressSorts.find((each) => each === sorting.id) ?? ('state' satisfies BoardSort),
    ...(sorting.desc && { desc: 'true' }),
    ...(commune && { communeId: commune }),
    ...(filter !== 'all' && { show: filter }),
    ...(q && { q }),
    limit: pageSize,
  };
}

export function useBoard(assignmentId: string, { commune, filter }: { commune?: string; filter: BoardFilter }) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), calmMs);
  const [sorting, setSorting] = useState<Sorting>({ id: 'state', desc: false });
  const path = { assignmentId };
  const query = queryOf(sorting, { commune, filter, q });
  const pages = usePages(
    '/assignments/{assignmentId}/tasks',
    { params: { path, query } },
    (cursor) => client.GET('/assignments/{assignmentId}/tasks', { params: { path, query: { ...query, ...cursor } } }),
    { idOf, refetchMs: 30_000 },
  );
  const delivery = api.useQuery(
    'get',
    '/assignments/{assignmentId}/reach',
    { params: { path, query: commune ? { communeId: commune } : {} } },
    { refetchInterval: 15_000 },
  );
  return { pages, delivery, text, setText, sorting, setSorting, list: JSON.stringify(query) };
}

export type BoardData = ReturnType<typeof useBoard>;
