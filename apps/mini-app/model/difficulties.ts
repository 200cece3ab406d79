/** What the team has told the commune, and how far each is: painted from this phone first. */
import { signal } from './signals.ts';
import { type Command, type Difficulty, take } from '#client';
import { REOPEN_DAYS } from '#contracts/tasks/difficulty-rules';
import { addDays, dateInVietnam, daysBetween } from '#i18n/dates';
import { api } from './api.ts';
import { today } from './clock.ts';
import { read, write } from './local.ts';
import { commands, isOpen } from './queue/kept-commands.ts';
import { post } from './sign-in/session.ts';
import { failureCode } from './tasks.ts';

export type DifficultyState = 'new' | 'late' | 'read' | 'seeing' | 'sent' | 'done';
const ORDER: readonly DifficultyState[] = ['new', 'late', 'read', 'seeing', 'sent', 'done'];
/** Of a hundred each: more than a team tells in years. */
const MOST_PAGES = 3;
/** An answer that has been read and that nobody came back to is done with after so many days. */
const READ_DAYS = 30;

export const difficulties = signal<Difficulty[] | undefined>(read('snapshot.difficulties'));
export const difficultiesFailed = signal<string | undefined>(undefined);
const readAnswers = signal<string[]>(read('difficulties.read') ?? []);

/** Never throws: the screen reads `difficultiesFailed`. */
export async function loadDifficulties(): Promise<void> {
  const unitId = post.value?.unit.id;
  if (!unitId) return;
  difficultiesFailed.value = undefined;
  try {
    const rows: Difficulty[] = [];
    let cursor: string | null | undefined;
    for (let n = 0; n < MOST_PAGES && cursor !== null; n++) {
      const query = { limit: 100, ...(cursor && { cursor }) };
      const page = await take(api.GET('/units/{unitId}/difficulties', { params: { path: { unitId }, query } }));
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    difficulties.value = rows.filter(({ team }) => team.id === post.value?.team?.id);
    write('snapshot.difficulties', difficulties.value);
  } catch (error) {
    difficultiesFailed.value = failureCode(error);
  }
}

/** An answer is read by itself: after a further question the next one is new again. */
const answerOf = ({ id, answeredAt }: Difficulty): string => `${id}/${answeredAt}`;

export function stateOf(one: Difficulty): DifficultyState {
  if (one.closedAt) return 'done';
  if (one.answer && one.answeredAt) {
    if (!readAnswers.value.includes(answerOf(one))) return 'new';
    return daysBetween(dateInVietnam(one.answeredAt), today()) > READ_DAYS ? 'done' : 'read';
  }
  if (daysOver(one) > 0) return 'late';
  return one.owner || one.provider ? 'seeing' : 'sent';
}

export const daysOver = ({ dueOn }: Difficulty): number => (dueOn ? Math.max(0, daysBetween(dueOn, today())) : 0);
/** The last day on which it can be opened again; nothing once that is over. */
export function reopenUntil({ closedAt }: Difficulty): string | undefined {
  const last = closedAt && addDays(dateInVietnam(closedAt), REOPEN_DAYS);
  return last && last >= today() ? last : undefined;
}

/** New answers first, then what is late, what is looked at, what waits; done last. Newest first within each. */
export const inOrder = (rows: readonly Difficulty[]): Difficulty[] =>
  [...rows].sort((a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)) || (a.at < b.at ? 1 : -1));

/** Kept on this phone only: the answer was on the screen. */
export function keepAsRead(one: Difficulty): void {
  if (!one.answer || readAnswers.value.includes(answerOf(one))) return;
  readAnswers.value = [...readAnswers.value, answerOf(one)].slice(-200);
  write('difficulties.read', readAnswers.value);
}

/** What the team has said of it on this phone and the server does not know yet. */
export const pendingOn = ({ id }: Difficulty): Command | undefined =>
  commands.value.find((item) => isOpen(item) && item.view.difficultyId === id && item.kind.startsWith('difficulty.'));

/** Places in the hamlet that the team has named before, the last first. */
export function spotsBefore(hamletId: string | undefined): string[] {
  const spots = (difficulties.value ?? []).flatMap(({ spot, hamlet }) => (hamlet?.id === hamletId && spot) || []);
  return [...new Set(spots)].slice(0, 4);
}
