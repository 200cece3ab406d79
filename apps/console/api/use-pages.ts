/** A list that is fetched as it is scrolled: page after page by cursor, counted by the server. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { ReadPath } from '#client/paths';

export interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}
export interface Answer<P> {
  data?: P;
  error?: unknown;
}
export interface ListOptions<T> {
  enabled?: boolean;
  /** How rows are told apart: one that moved while the pages were read is shown once. */
  idOf?: (row: T) => string;
  /** Fetched again by the clock, as long as the list is short. */
  refetchMs?: number;
}

export interface Pages<T, P> {
  /** The first page, with what the server says beside the rows. */
  data: P | undefined;
  rows: readonly T[];
  total: number;
  /** Fetches the next page; undefined at the end. */
  more: (() => void) | undefined;
  /** Rows are still to come, asked for or not. */
  hasMore: boolean;
  isFetching: boolean;
  /** The rows are still those of the question before. */
  isPrevious: boolean;
  /** Something moved, and the list is too long to be fetched again without being asked. */
  isOld: boolean;
  isPending: boolean;
  error: unknown;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

/** So many pages are fetched again when something moves: each is asked for, one after the other. */
const FRESH_PAGES = 5;
const FRESH_MS = 15_000;

/** True for a list of which many pages have been read. */
export function isLong({ state }: { state: { data?: unknown } }): boolean {
  const { pages } = (state.data ?? {}) as { pages?: unknown[] };
  return Array.isArray(pages) && pages.length > FRESH_PAGES;
}

/**
 * @param asked what decides which rows come and in which order
 * @param ask with the cursor of the page; none for the first
 */
export function usePages<T, P extends Page<T>>(
  path: ReadPath,
  asked: object,
  ask: (cursor: { cursor?: string }) => Promise<Answer<P>>,
  { enabled = true, idOf, refetchMs }: ListOptions<T> = {},
): Pages<T, P> {
  const query = useInfiniteQuery({
    queryKey: ['get', path, asked, 'pages'],
    queryFn: async ({ pageParam }): Promise<P> => {
      const { data, error } = await ask(pageParam === null ? {} : { cursor: pageParam });
      if (data === undefined) throw error;
      return data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: P) => page.nextCursor,
    // The rows stay while a search is answered.
    placeholderData: keepPreviousData,
    // A long list is old when something is known to have moved in it, not by the clock.
    staleTime: (list) => (isLong(list) ? Number.POSITIVE_INFINITY : FRESH_MS),
    refetchOnWindowFocus: (list) => !isLong(list),
    refetchInterval: (list) => (refetchMs !== undefined && !isLong(list) ? refetchMs : false),
    enabled,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData, isStale, isFetching } = query;
  const rows = useMemo(() => distinct(data?.pages.flatMap((page) => page.items) ?? [], idOf), [data, idOf]);
  const next = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return {
    data: data?.pages[0],
    rows,
    total: data?.pages[0]?.total ?? 0,
    more: hasNextPage && !isFetchingNextPage && !isPlaceholderData ? next : undefined,
    hasMore: hasNextPage,
    isFetching,
    isPrevious: isPlaceholderData,
    isOld: isStale && !isFetching && (data?.pages.length ?? 0) > FRESH_PAGES,
    isPending: query.isPending,
    error: query.error,
    dataUpdatedAt: query.dataUpdatedAt,
    refetch: query.refetch,
  };
}

/** A list of one commune, all of which a choice is made from: its pages are fetched one after the other. */
export function useWhole<T, P>(pages: Pages<T, P>): Pages<T, P> & { isWhole: boolean } {
  const { more, rows, total } = pages;
  useEffect(() => more?.(), [more]);
  return { ...pages, isWhole: pages.data !== undefined && rows.length >= total };
}

function distinct<T>(rows: T[], idOf: ((row: T) => string) | undefined): T[] {
  return idOf ? [...new Map(rows.map((row) => [idOf(row), row])).values()] : rows;
}
