/** What the team has told the commune, and how far each is: painted from this phone first. */
import { signal } from '@preact/signals';
import { type Difficulty, take } from '#client';
import { daysBetween } from '#i18n/dates';
import { api } from './api.ts';
import { today } from './clock.ts';
import { read, write } from './local.ts';
import { post } from './session.ts';
import { failureCode } from './tasks.ts';

export type DifficultyState = 'new' | 'late' | 'seeing' | 'sent' | 'done';
const ORDER: readonly DifficultyState[] = ['new', 'late', 'seeing', 'sent', 'done'];

export const difficulties = signal<Difficulty[] | undefined>(read('snapshot.difficulties'));
export const difficultiesFailed = signal<string | undefined>(undefined);
const readAnswers = signal<string[]>(read('difficulties.read') ?? []);

/** Never throws: the screen reads `difficultiesFailed`. */
export async function loadDifficulties(): Promise<void> {
  const unitId = post.value?.unit.id;
  if (!unitId) return;
  difficultiesFailed.value = undefined;
  try {
    const rows = await take(api.GET('/units/{unitId}/difficulties', { params: { path: { unitId } } }));
    difficulties.value = rows.filter(({ team }) => team.id === post.value?.team?.id);
    write('snapshot.difficulties', difficulties.value);
  } catch (error) {
    difficultiesFailed.value = failureCode(error);
  }
}

export function stateOf(one: Difficulty): DifficultyState {
  if (one.answer) return readAnswers.value.includes(one.id) ? 'done' : 'new';
  if (daysOver(one) > 0) return 'late';
  return one.owner ? 'seeing' : 'sent';
}

export const daysOver = ({ dueOn }: Difficulty): number => (dueOn ? Math.max(0, daysBetween(dueOn, today())) : 0);

/** New answers first, then what is late, what is looked at, what waits; done last. Newest first within each. */
export const inOrder = (rows: readonly Difficulty[]): Difficulty[] =>
  [...rows].sort((a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)) || (a.at < b.at ? 1 : -1));

/** Kept on this phone only: the answer was on the screen. */
export function keepAsRead({ id, answer }: Difficulty): void {
  if (!answer || readAnswers.value.includes(id)) return;
  readAnswers.value = [...readAnswers.value, id].slice(-200);
  write('difficulties.read', readAnswers.value);
}
