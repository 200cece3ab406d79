/** Sessions that I am invited to: the last list from this phone at once, the server's when it comes. My codes work from it offline. */
import { computed, signal } from '../signals.ts';
import { ApiError, type MyTrainingSession, take } from '#client';
import { api } from '../api.ts';
import { now } from '../clock.ts';
import { read, write } from '../local.ts';
import { commands } from '../queue/kept-commands.ts';
import { session as signedIn } from '../sign-in/session.ts';
import { failureCode } from '../tasks.ts';
import { type ShownSession, asksMe, hasNews, withAnswers } from './answers.ts';

interface Kept {
  at: number;
  sessions: MyTrainingSession[];
}

const kept = signal<Kept | undefined>(read('snapshot.training'));
/** Why the last try failed, "TS-503"; undefined after an answer. */
export const trainingFailed = signal<string | undefined>(undefined);
export const trainingFresh = signal(false);
export const savedAt = computed(() => kept.value?.at);

/** With this phone's unanswered commands on top; those to come first. */
export const sessions = computed<ShownSession[] | undefined>(() =>
  kept.value?.sessions.map((one) => withAnswers(one, commands.value)),
);
/** What waits for my answer, or has changed since I last looked. */
export const asking = computed(() =>
  (sessions.value ?? []).filter((one) => Date.parse(one.startsAt) > now() && (asksMe(one, now()) || hasNews(one))),
);

let person = signedIn.value?.personId;
signedIn.subscribe((who) => {
  if (person && person !== who?.personId) kept.value = undefined;
  person = who?.personId;
});

let running: Promise<void> | undefined;
/** Never throws: the screens read `trainingFailed`. */
export function loadTraining(): Promise<void> {
  running ??= loadNow().finally(() => {
    running = undefined;
  });
  return running;
}

async function loadNow(): Promise<void> {
  if (!signedIn.value) return;
  try {
    keep(await take(api.GET('/me/training')));
    trainingFresh.value = true;
    trainingFailed.value = undefined;
  } catch (error) {
    trainingFresh.value = false;
    trainingFailed.value = failureCode(error);
  }
}

function keep(list: MyTrainingSession[]): void {
  kept.value = { at: now(), sessions: list };
  write('snapshot.training', kept.value);
}

/** Takes what the server has just written about one session. */
export function absorbSession(one: MyTrainingSession): void {
  const list = kept.value?.sessions ?? [];
  keep(list.some(({ id }) => id === one.id) ? list.map((old) => (old.id === one.id ? one : old)) : [...list, one]);
}

/** Undefined when the server says that there is none for me; what this phone has stays when it does not answer. */
export async function loadSession(sessionId: string): Promise<void> {
  try {
    absorbSession(await take(api.GET('/me/training/{sessionId}', { params: { path: { sessionId } } })));
    trainingFailed.value = undefined;
  } catch (error) {
    const gone = error instanceof ApiError && [403, 404].includes(error.status);
    trainingFailed.value = gone ? 'gone' : failureCode(error);
  }
}

export const sessionById = (id: string): ShownSession | undefined => sessions.value?.find((one) => one.id === id);
