/** Whether "Cách làm" is open, which stays so while the screens change; and what the page that is shown is for, in a sentence. */
import { useEffect, useSyncExternalStore } from 'react';

let isOpen = false;
let hint: string | undefined;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function toggleHelp(): void {
  isOpen = !isOpen;
  changed();
}

export const useHelpOpen = (): boolean => useSyncExternalStore(subscribe, () => isOpen);

/** The page's own sentence, while it is shown. */
export function usePageHint(said: string | undefined): void {
  useEffect(() => {
    hint = said;
    changed();
    return () => {
      hint = undefined;
      changed();
    };
  }, [said]);
}

export const useSaidHint = (): string | undefined => useSyncExternalStore(subscribe, () => hint);
