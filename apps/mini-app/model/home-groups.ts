/** The groups of the first screen: what is due first, who waits for my answer, and the rest. */
import type { TaskCard } from '#client';

export interface HomeGroups<T extends TaskCard> {
  first: T | undefined;
  answer: T[];
  doing: T[];
  waiting: T[];
  declined: T[];
}

const DOING = ['accepted', 'returned'];
export const urgent = (task: TaskCard): boolean => task.priority === 'urgent';
/** What is urgent, then by the day; of the same day as they stood. */
const byDay = (day: 'dueOn' | 'replyByOn') => (a: TaskCard, b: TaskCard) =>
  +urgent(b) - +urgent(a) || +(a[day] > b[day]) - +(a[day] < b[day]);

/** Due first on top (urgent, overdue, else the nearest deadline, among tasks in my hand), then who waits for an answer. */
export function groupTasks<T extends TaskCard>(tasks: readonly T[]): HomeGroups<T> {
  const sorted = [...tasks].sort((a, b) => a.title.localeCompare(b.title, 'vi')).sort(byDay('dueOn'));
  const doing = sorted.filter((task) => DOING.includes(task.state));
  // What somebody else of the team was given to do is nobody's act but his.
  const first = doing.find((task) => !task.doer || task.doerIsMe) ?? doing[0];
  return {
    first,
    doing: doing.filter((task) => task !== first),
    answer: sorted.filter((task) => task.state === 'assigned').sort(byDay('replyByOn')),
    waiting: sorted.filter((task) => task.state === 'submitted'),
    declined: sorted.filter((task) => task.state === 'declined'),
  };
}
