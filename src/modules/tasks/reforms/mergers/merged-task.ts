import type { TaskState } from '#contracts/tasks/task-states';
import type { Task } from '../../work/task/task.entity.ts';

export type OpenTask = Pick<
  Task,
  'id' | 'assignmentId' | 'target' | 'dueOn' | 'replyByOn' | 'state' | 'doerId' | 'acceptedBy' | 'acceptedAt'
> & { stateSince: Date };

export type TasksOfOrder = readonly [OpenTask, ...OpenTask[]];

/**
 * Of one order the task that goes on: what the team has to put right stands before what it does, this before what it has
 * handed in, this before what it has not answered.
 */
const first: readonly TaskState[] = ['returned', 'accepted', 'submitted', 'assigned', 'declined'];
const rank = (state: TaskState): number => first.indexOf(state);

/** @param tasks open tasks of one order, one at least */
export function mergedTask(tasks: TasksOfOrder): OpenTask {
  const [kept, ...others] = tasks.toSorted(
    (a, b) =>
      rank(a.state) - rank(b.state) || b.stateSince.getTime() - a.stateSince.getTime() || a.id.localeCompare(b.id),
  ) as [OpenTask, ...OpenTask[]];
  const doers = new Set(tasks.map(({ doerId }) => doerId));
  // Part of it is handed in and part is still to be done: the team hands in the whole.
  const goesOn = kept.state === 'submitted' && others.some(({ state }) => state !== 'submitted');
  const accepted = [kept, ...others].find(({ acceptedBy }) => acceptedBy !== null);
  return {
    ...kept,
    state: goesOn ? 'accepted' : kept.state,
    target: tasks.reduce((sum, { target }) => sum + target, 0),
    dueOn: latest(tasks.map(({ dueOn }) => dueOn)),
    replyByOn: latest(tasks.map(({ replyByOn }) => replyByOn)),
    doerId: doers.size === 1 ? kept.doerId : null,
    acceptedBy: accepted?.acceptedBy ?? null,
    acceptedAt: accepted?.acceptedAt ?? null,
  };
}

/** Nobody gets less time than they had. */
function latest(days: readonly string[]): string {
  return days.toSorted().at(-1) ?? '';
}
