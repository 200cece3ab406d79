/** "Việc của tôi": the last list is painted from this phone, then the server's takes its place. */
import { signal } from './signals.ts';
import { ApiError, type MyTasks, take } from '#client';
import { api } from './api.ts';
import { learnServerTime } from './clock.ts';
import { read, write } from './local.ts';
import { heard, heardNothing } from './device/network.ts';
import { session } from './sign-in/session.ts';

export type LoadState = 'idle' | 'loading' | { failed: string };

export const myTasks = signal<MyTasks | undefined>(session.value && read<MyTasks>('snapshot.tasks'));
export const tasksLoad = signal<LoadState>('idle');
/** True once the server has answered in this run; until then the list is "saved at". */
export const tasksFresh = signal(false);

let running: Promise<void> | undefined;
/** Fetches the list; a call while one runs joins it. Never throws: the screens read `tasksLoad`. */
export function loadTasks(): Promise<void> {
  running ??= loadNow().finally(() => {
    running = undefined;
  });
  return running;
}

async function loadNow(): Promise<void> {
  tasksLoad.value = 'loading';
  const started = Date.now();
  try {
    const answer = await take(api.GET('/me/tasks'));
    heard(Date.now() - started);
    learnServerTime(answer.asOf);
    keepTasks(answer);
    tasksFresh.value = true;
    tasksLoad.value = 'idle';
  } catch (error) {
    tasksFresh.value = false;
    tasksLoad.value = { failed: failureCode(error) };
  }
}

/** "TS-503": short enough to be read out on the phone. */
export function failureCode(error: unknown): string {
  const status = error instanceof ApiError ? error.status : 0;
  if (status === 0) heardNothing();
  return `TS-${String(status).padStart(3, '0')}`;
}

export function keepTasks(answer: MyTasks): void {
  myTasks.value = answer;
  write('snapshot.tasks', answer);
}
