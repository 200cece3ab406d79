import { useEffect, useRef, useState } from 'react';
import type { Values } from './command-types.ts';
import { typedOf } from './values.ts';

/** What was typed and not sent, by session and form: closing loses nothing, and nobody else is shown it. */
const drafts = new Map<string, Values>();

/** Values as they stand, of what was there and what is typed; typed ones are there again when the form is opened anew. */
export function useDraft(key: string, start: Values) {
  const [typed, setTyped] = useState<Values>(() => drafts.get(key) ?? {});
  const values = { ...start, ...typed };
  const left = useRef<Values | null>(null);
  left.current = typedOf(start, typed);
  const forgotten = useRef(new Set<string>());
  const isSent = useRef(false);
  useEffect(
    () => () => {
      const kept = Object.entries(left.current ?? {}).filter(([name]) => !forgotten.current.has(name));
      if (!isSent.current && kept.length > 0) drafts.set(key, Object.fromEntries(kept));
      else drafts.delete(key);
    },
    [key],
  );
  const sent = () => {
    isSent.current = true;
  };
  /** @param forgets it is not there again when the form is opened anew */
  const set = (name: string, value: unknown, forgets = false) => {
    if (forgets) forgotten.current.add(name);
    setTyped((before) => ({ ...before, [name]: value }));
  };
  return { values, set, sent, isTyped: Object.keys(left.current).length > 0 };
}
