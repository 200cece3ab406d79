/** The tasks as the screens show them: the server's list with this phone's unanswered commands on top. */
import { computed, signal } from './signals.ts';
import { isOverdue } from '#i18n/short-deadlines';
import type { TaskCard } from '#client';
import { now } from './clock.ts';
import type { ShownTask, withPending } from './queue/overlay.ts';
import { commands } from './queue/kept-commands.ts';
import { myTasks } from './tasks.ts';

/** What was done here is put on top by the queue, which comes with it: until then nothing was. */
export const overlay = signal<typeof withPending>((task) => ({ ...task, pending: { value: 0, waiting: false } }));

export const shownTasks = computed<ShownTask[] | undefined>(() =>
  myTasks.value?.tasks.map((task) => overlay.value(task, commands.value)),
);
export const unanswered = computed(() => (shownTasks.value ?? []).filter((task) => task.state === 'assigned'));
/** True alarms only: something that the team still has to do is late. */
export const anyOverdue = computed(() =>
  (shownTasks.value ?? []).some(
    (task) => ['assigned', 'accepted', 'returned'].includes(task.state) && isOverdueNow(task),
  ),
);
export const isOverdueNow = (task: TaskCard): boolean => isOverdue(task.dueOn, now());
