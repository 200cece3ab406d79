import { useIdentity } from '../api/me.tsx';
import { visibleItems } from '../frame/nav-items.ts';
import { type MessageId, useI18n } from '../i18n/i18n.tsx';
import { piecesOf, visibleTasks } from './help-facts.ts';
import type { HelpTask } from './help-tasks.ts';

export interface HelpEntry extends HelpTask {
  title: string;
  lines: string[];
  note: string | undefined;
  picture: string | undefined;
  /** As the menu calls it. */
  screenName: string;
}

const MOST_LINES = 6;

/** The words of one task; lines are numbered from 1 and end with the first that is not there. */
export function useTaskWords(): (id: string) => Pick<HelpEntry, 'title' | 'lines' | 'note' | 'picture'> {
  const { t, has } = useI18n();
  const words = (id: string): string | undefined => (has(id) ? t(id) : undefined);
  return (id) => ({
    title: words(`help.${id}.title`) ?? id,
    lines: Array.from({ length: MOST_LINES }, (_, i) => words(`help.${id}.${i + 1}`)).filter(
      (line) => line !== undefined,
    ),
    note: words(`help.${id}.note`),
    picture: words(`help.${id}.picture`),
  });
}

/** What the reader may do, with its words in their language. */
export function useHelp(): HelpEntry[] {
  const { t } = useI18n();
  const { may, commune } = useIdentity();
  const wordsOf = useTaskWords();
  const names = new Map(visibleItems(may, Boolean(commune)).map(({ to, label }) => [to, t(label)]));
  return visibleTasks(may).map((task) => ({
    ...task,
    ...wordsOf(task.id),
    screenName: names.get(task.screen) ?? wordsOf(task.id).title,
  }));
}

/** A line as it is read: names of buttons are those that stand on them, without what is filled in. */
export function useLine(): (line: string) => { text: string; isButton: boolean }[] {
  const { t } = useI18n();
  return (line) =>
    piecesOf(line).map(({ text, isButton }) => ({
      text: isButton ? t(text as MessageId).replace(/\s*\{[^}]*\}/g, '…') : text,
      isButton,
    }));
}
