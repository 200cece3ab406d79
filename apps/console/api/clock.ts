/** When the newest answer of the API arrived ("Đã đồng bộ 08:12") and whether the browser has a network. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { queryClient } from './client.ts';

function newestAnswer(): number {
  return Math.max(
    0,
    ...queryClient
      .getQueryCache()
      .getAll()
      .map((query) => query.state.dataUpdatedAt),
  );
}

export function useSyncedAt(): number {
  const [at, setAt] = useState(newestAnswer);
  useEffect(() => {
    const timer = setInterval(() => setAt(newestAnswer()), 2_000);
    return () => clearInterval(timer);
  }, []);
  return at;
}

export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}
