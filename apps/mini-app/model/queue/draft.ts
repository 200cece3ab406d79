/** What is half typed: kept on each keystroke, per person and form, until it is sent or thrown away. */
import { useEffect, useState } from 'preact/hooks';
import { uuid } from '#client';
import { PREFIX, read, write } from '../local.ts';
import { session } from '../sign-in/session.ts';

interface Kept<T> {
  value?: T;
  at?: number;
  /** The command that this form will be: made when it opens, the same in every tab, until it is sent. */
  id: string;
}

const keyOf = (form: string) => `draft.${session.value?.personId ?? ''}.${form}`;

export interface Draft<T> {
  id: string;
  value: T;
  /** Phone time of the last keystroke; undefined while nothing was typed. */
  savedAt: number | undefined;
  change: (part: Partial<T>) => void;
  clear: () => void;
}

/** What was kept, or a new act. */
function begin<T>(form: string): Kept<T> {
  const kept = read<Kept<T>>(keyOf(form));
  if (kept?.id) return kept;
  const begun = { ...kept, id: uuid() };
  write(keyOf(form), begun);
  return begun;
}

/** What was sent off comes back into its form, to be mended there. False when the phone cannot keep it. */
export function reopenDraft(form: string, id: string, value: object): boolean {
  write(keyOf(form), { id, value, at: Date.now() });
  return read<Kept<object>>(keyOf(form))?.id === id;
}
export const forgetDraft = (form: string): void => write(keyOf(form), undefined);

export function useDraft<T extends object>(form: string, empty: T): Draft<T> {
  const [kept, setKept] = useState<Kept<T>>(() => begin(form));
  useEffect(() => {
    // Sent in another tab: what stands here would be a second report.
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key === PREFIX + keyOf(form) && newValue === null) setKept(begin(form));
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [form]);
  return {
    id: kept.id,
    value: { ...empty, ...kept.value },
    savedAt: kept.at,
    change: (part) =>
      setKept((before) => {
        const next = { id: before.id, value: { ...empty, ...before.value, ...part }, at: Date.now() };
        write(keyOf(form), next);
        return next;
      }),
    clear: () => write(keyOf(form), undefined),
  };
}
