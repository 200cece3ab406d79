/** A list that is fetched as it is scrolled: page after page by cursor, counted by the server. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { ReadPath } from '#client/paths';

interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}
interface Answer<P> {
  data?: P;
  error?: unknown;
}

export interface Pages<T, P> {
  /** The first page, with what the server says beside the rows. */
  data: P | undefined;
  rows: readonly T[];
  total: number;
  /** Fetches the next page; undefined at the end. */
  more: (() => void) | undefined;
  isPending: boolean;
  error: unknown;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

/**
 * @param asked what decides which rows come and in which order
 * @param ask with the cursor of the page; none for the first
 */
export function usePages<T, P extends Page<T>>(
  path: ReadPath,
  asked: object,
  ask: (cursor: { cursor?: string }) => Promise<Answer<P>>,
  { enabled = true }: { enabled?: boolean } = {},
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
    staleTime: 60_000,
    // Each page would be asked for again, one after the other.
    refetchOnWindowFocus: false,
    enabled,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const next = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return {
    data: data?.pages[0],
    rows,
    total: data?.pages[0]?.total ?? 0,
    more: hasNextPage && !isFetchingNextPage && !isPlaceholderData ? next : undefined,
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
