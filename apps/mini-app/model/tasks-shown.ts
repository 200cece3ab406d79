/** The tasks as the screens show them: the server's list with this phone's unanswered commands on top. */
import { computed } from '@preact/signals';
import { isOverdue } from '#i18n/short-deadlines';
import type { TaskCard } from '#client';
import { now } from './clock.ts';
import { type ShownTask, withPending } from './queue/overlay.ts';
import { commands } from './queue/kept-commands.ts';
import { myTasks } from './tasks.ts';

export const shownTasks = computed<ShownTask[] | undefined>(() =>
  myTasks.value?.tasks.map((task) => withPending(task, commands.value)),
);
export const unanswered = computed(() => (shownTasks.value ?? []).filter((task) => task.state === 'assigned'));
/** True alarms only: something that the team still has to do is late. */
export const anyOverdue = computed(() =>
  (shownTasks.value ?? []).some(
    (task) => ['assigned', 'accepted', 'returned'].includes(task.state) && isOverdueNow(task),
  ),
);
export const isOverdueNow = (task: TaskCard): boolean => isOverdue(task.dueOn, now());
