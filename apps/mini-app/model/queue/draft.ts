/** What is half typed: kept on each keystroke, per person and form, until it is sent or thrown away. */
import { useState } from 'preact/hooks';
import { read, write } from '../local.ts';
import { session } from '../session.ts';

interface Kept<T> {
  value: T;
  at: number;
}

const keyOf = (form: string) => `draft.${session.value?.personId ?? ''}.${form}`;

export interface Draft<T> {
  value: T;
  /** Phone time of the last keystroke; undefined while nothing was typed. */
  savedAt: number | undefined;
  change: (part: Partial<T>) => void;
  clear: () => void;
}

export function useDraft<T extends object>(form: string, empty: T): Draft<T> {
  const [kept, setKept] = useState<Partial<Kept<T>>>(() => read<Kept<T>>(keyOf(form)) ?? {});
  const value = { ...empty, ...kept.value };
  return {
    value,
    savedAt: kept.at,
    change: (part) =>
      setKept((before) => {
        const next = { value: { ...empty, ...before.value, ...part }, at: Date.now() };
        write(keyOf(form), next);
        return next;
      }),
    clear: () => {
      write(keyOf(form), undefined);
      setKept({});
    },
  };
}
