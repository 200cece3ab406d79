import { useSyncExternalStore } from 'react';

const steps = [420, 560, 700, 820, 1000, 1180] as const;

/** The widest step that the window reaches, so that a resize re-renders only when a step is crossed. */
export function useViewportStep(): number {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('resize', listener);
      return () => removeEventListener('resize', listener);
    },
    () => steps.filter((step) => innerWidth >= step).at(-1) ?? 0,
  );
}
