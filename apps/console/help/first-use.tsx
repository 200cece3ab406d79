/** What a screen is for, and its first step until something was done there for the first time or its help was read. */
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keep, readKept } from '../api/kept.ts';
import { useIdentity } from '../api/me.tsx';
import { succeeded } from '../api/use-command.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { useHelpOpen, useSaidHint } from '../ui/help-switch.ts';
import './first-use.css';
import { HelpText } from './help-entry.tsx';
import { tasksAt, visibleTasks } from './help-facts.ts';
import { useTaskWords } from './use-help.ts';

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

function useScreen() {
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

/** On the button for help: there is a first step that was not read yet. */
export function FirstUseDot() {
  const { isFirst, know } = useScreen();
  const isOpen = useHelpOpen();
  useEffect(() => {
    if (!isFirst) return undefined;
    addEventListener(succeeded, know);
    return () => removeEventListener(succeeded, know);
  });
  return isFirst && !isOpen ? <span className="help-dot" /> : null;
}

/** The head of the help: what the page is for; the first time its first step too. */
export function FirstUse() {
  const { t } = useI18n();
  const { path, task, isFirst, know } = useScreen();
  const hint = useSaidHint();
  const wordsOf = useTaskWords();
  // Read now, it stays until the screen changes.
  const [first, setFirst] = useState<string>();
  useEffect(() => {
    if (!isFirst) return;
    setFirst(path);
    know();
  }, [isFirst]);
  const line = first === path && task ? wordsOf(task.id).lines[0] : undefined;
  if (!line && !hint) return null;
  return (
    <section className="first-use">
      {line && <h3>{t('help.firstHere')}</h3>}
      {hint && <p>{hint}</p>}
      {line && (
        <p>
          <HelpText line={line} />
        </p>
      )}
    </section>
  );
}
