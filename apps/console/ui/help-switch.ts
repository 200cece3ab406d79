/** Whether "Cách làm" is open: it stays so while the screens change. */
import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

export function toggleHelp(): void {
  isOpen = !isOpen;
  for (const listener of listeners) listener();
}

export function useHelpOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
}
