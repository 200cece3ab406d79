/** Whole tasks as the server last told them: on the screens of one, and kept for a day without a network. */
import { type TaskCard, type TaskDetail, take } from '#client';
import { closedTaskStates } from '#contracts/tasks/task-states';
import { api } from './api.ts';
import { read, write } from './local.ts';
import { signal } from './signals.ts';
import { keepTasks, myTasks } from './tasks.ts';

export const details = signal<Record<string, TaskDetail>>({});

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
  keepTasks({ ...list, tasks });
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
