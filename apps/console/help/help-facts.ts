/** What of the help is shown where, and how its lines are read. Pure. */
import type { Action } from '#contracts/actions';
import { foldMarks } from '#i18n/fold';
import { type HelpTask, helpTasks } from './help-tasks.ts';

export type Piece = { text: string; isButton: boolean };

/** "Press [[units.add]], then save." as pieces: in double brackets stands the id of a button's words. */
export function piecesOf(line: string): Piece[] {
  return line
    .split(/\[\[([\w.]+)\]\]/)
    .map((text, index) => ({ text, isButton: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

export interface Picture {
  from: string[];
  to: string[];
}

/** "A | B > C": what comes in, and what becomes of it. */
export function pictureOf(text: string): Picture {
  const [from = '', to = ''] = text.split(' > ');
  return { from: from.split(' | '), to: to.split(' | ') };
}

export const visibleTasks = (may: (action: Action) => boolean): HelpTask[] =>
  helpTasks.filter(({ right }) => right === undefined || may(right));

/** Of the screen at a path, the longest that fits: what stands behind a list belongs to its list. */
export function tasksAt(path: string, tasks: readonly HelpTask[]): HelpTask[] {
  const screens = [...new Set(tasks.map(({ screen }) => screen))];
  const fits = (screen: string) => path === screen || (screen !== '/' && path.startsWith(`${screen}/`));
  const [screen] = screens.filter(fits).sort((a, b) => b.length - a.length);
  return tasks.filter((task) => task.screen === screen);
}

/** Each word that was typed stands in the title or in a line; titles first. */
export function findTasks<T extends { title: string; lines: readonly string[] }>(
  tasks: readonly T[],
  query: string,
): T[] {
  const words = foldMarks(query).split(/\s+/).filter(Boolean);
  const inTitle = ({ title }: T) => words.every((word) => foldMarks(title).includes(word));
  const anywhere = ({ title, lines }: T) => {
    const text = foldMarks([title, ...lines].join(' '));
    return words.every((word) => text.includes(word));
  };
  const found = tasks.filter(anywhere);
  return [...found.filter(inTitle), ...found.filter((task) => !inTitle(task))];
}
