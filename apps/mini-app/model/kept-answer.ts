/** An answer that stays on the phone: shown at once and without a network, asked for anew when its key changes. */
import { useEffect, useState } from 'preact/hooks';
import { now } from './clock.ts';
import { read, write } from './local.ts';
import { failureCode } from './tasks.ts';

/** The answer by its name, and when it came. */
export type Kept<K extends string, T> = Record<K, T> & { at: number };

/** @param ask absent where there is nothing to ask for */
export function useKeptAnswer<K extends string, T>(key: string, name: K, ask: (() => Promise<T>) | undefined) {
  const [kept, setKept] = useState<Kept<K, T> | undefined>(() => read(key));
  const [failed, setFailed] = useState<string>();
  const load = () => {
    if (!ask) return;
    setFailed(undefined);
    ask().then(
      (answer) => {
        const found = { [name]: answer, at: now() } as Kept<K, T>;
        setKept(found);
        write(key, found);
      },
      (error: unknown) => setFailed(failureCode(error)),
    );
  };
  useEffect(load, [key]);
  return { kept, failed, load };
}
