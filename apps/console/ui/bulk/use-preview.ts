import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Preview } from './outcome.ts';

/** What the server says before one act on many; asked anew each time its dialogue opens. The first part of the key is the path. */
export function usePreview(
  key: readonly [string, ...unknown[]],
  ask: () => Promise<{ data?: Preview; error?: unknown }>,
) {
  return useQuery({
    queryKey: ['post', ...key],
    gcTime: 0,
    // Where a field changes what is asked, what was said before stands until the answer.
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { data, error } = await ask();
      if (!data) throw error;
      return data;
    },
  });
}
