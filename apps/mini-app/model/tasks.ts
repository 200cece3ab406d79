/** "Việc của tôi": the last list is painted from this phone, then the server's takes its place. */
import { signal } from '@preact/signals';
import { ApiError, type MyTasks, type TaskCard, type TaskDetail, take } from '#client';
import { closedTaskStates } from '#contracts/tasks/task-states';
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
export const details = signal<Record<string, TaskDetail>>({});

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
    keep(answer);
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

function keep(answer: MyTasks): void {
  myTasks.value = answer;
  write('snapshot.tasks', answer);
}

/** Takes a task that the server has just written, wherever it is shown. */
export function absorb(task: TaskDetail): void {
  details.value = { ...details.value, [task.id]: task };
  write(`snapshot.task.${task.id}`, task);
  const list = myTasks.value;
  if (!list) return;
  const others = list.tasks.filter((one) => one.id !== task.id);
  const tasks =
    closedTaskStates.includes(task.state) && task.state !== 'confirmed'
      ? others
      : list.tasks.map((one) => (one.id === task.id ? cardOf(task, one) : one));
  keep({ ...list, tasks });
}

/** The list stays small: of a whole task only what a card shows is kept in it. */
function cardOf(task: TaskDetail, card: TaskCard): TaskCard {
  const shown = { ...card };
  for (const key of Object.keys(card) as (keyof TaskCard)[]) Object.assign(shown, { [key]: task[key] });
  return shown;
}

export function savedDetail(id: string): TaskDetail | undefined {
  return details.value[id] ?? read<TaskDetail>(`snapshot.task.${id}`);
}

/** @throws ApiError when there is no answer or no right. */
export async function loadTask(id: string): Promise<TaskDetail> {
  const task = await take(api.GET('/tasks/{taskId}', { params: { path: { taskId: id } } }));
  absorb(task);
  return task;
}

/** So that a task can be opened without a network: the first ones are fetched while the phone is idle. */
export async function keepDetailsForLater(limit = 8): Promise<void> {
  const wanted = (myTasks.value?.tasks ?? []).filter((task) => !savedDetail(task.id)).slice(0, limit);
  for (const task of wanted) await loadTask(task.id).catch(() => undefined);
}
