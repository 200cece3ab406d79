/** Which screens a person knows: where something was done once, or whose help was read. */
import { useLocation } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { keep, readKept } from '../api/kept.ts';
import { useIdentity } from '../api/me.tsx';
import { tasksAt, visibleTasks } from './help-facts.ts';

const keyOf = (personId: string) => `to-so.known-screens.${personId}`;
const listeners = new Set<() => void>();

/** Screens that a person knows; a browser that keeps nothing knows none after a reload. */
let unkept: string[] = [];
function readKnown(key: string): string[] {
  const kept = readKept<unknown>(key);
  return [...(Array.isArray(kept) ? kept.map(String) : []), ...unkept];
}

function learn(key: string, screen: string): void {
  const known = [...new Set([...readKnown(key), screen])];
  keep(key, known);
  unkept = readKept(key) ? [] : known;
  for (const listener of listeners) listener();
}

export function useScreen() {
  const { may, me } = useIdentity();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [task] = tasksAt(path, visibleTasks(may));
  const key = keyOf(me.person.id);
  const known = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => readKnown(key).includes(path),
  );
  // What stands behind a list is beyond its first step.
  const isFirst = task !== undefined && task.screen === path && !known;
  return { path, task, isFirst, know: () => learn(key, path) };
}
