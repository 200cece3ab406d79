/** What a change of an issued order means for each of its teams. Pure; the preview and the act go by the same. */
import { splitTarget } from '#contracts/tasks/targets';
import type { TaskState } from '#contracts/tasks/task-states';
import type { ProblemDetail } from '#platform/http';
import type { OrderStand } from '../order/order-change.entity.ts';

export interface TeamTask {
  id: string;
  teamId: string;
  communeId: string;
  state: TaskState;
  stateSince: Date;
  target: number;
  dueOn: string;
  replyByOn: string;
}
export interface TeamTarget {
  teamId: string;
  target: number;
}
export interface AskedChange {
  title?: string | undefined;
  work?: string | undefined;
  dueOn?: string | undefined;
  priority?: OrderStand['priority'] | undefined;
  target?: number | undefined;
  targets: readonly TeamTarget[];
  add: readonly TeamTarget[];
  withdraw: readonly string[];
}
/** What becomes of a task that is there. */
export interface ChangedTask {
  task: TeamTask;
  kind: 'changed' | 'withdrawn';
  target: number;
  dueOn: string;
  replyByOn: string;
  reworded: boolean;
}
export interface PlannedChange {
  after: OrderStand;
  tasks: ChangedTask[];
  /** Teams that come to it; `task` where they had it before and it was taken from them. */
  added: (TeamTarget & { task: TeamTask | null })[];
  problems: ProblemDetail[];
}

/** Nothing of it is finished: target and words may still change. */
const inHand: ReadonlySet<TaskState> = new Set(['assigned', 'accepted', 'declined', 'returned']);
/** What waits for confirmation can come back, so it has the new day too. */
const hasDay: ReadonlySet<TaskState> = new Set([...inHand, 'submitted']);
const problem = (path: string, code: string, params: Record<string, unknown> = {}): ProblemDetail => ({
  path,
  code: `assignment.${code}`,
  params,
});

export function planChange(
  order: OrderStand,
  tasks: readonly TeamTask[],
  asked: AskedChange,
  today: string,
): PlannedChange {
  const byTeam = new Map(tasks.map((task) => [task.teamId, task]));
  const problems = [...askedProblems(order, asked, today), ...teamProblems(asked, byTeam)];
  const leaving = new Set(asked.withdraw);
  const staying = tasks.filter(({ state, teamId }) => state !== 'cancelled' && !leaving.has(teamId));
  const { targets, problem: tooLow } = targetsOf(staying, asked);
  if (tooLow) problems.push(tooLow);
  const after = standAfter(order, asked);
  after.target = sumOf(targets) + asked.add.reduce((sum, { target }) => sum + target, 0);
  if (staying.length + asked.add.length === 0) problems.push(problem('withdraw', 'noTeamLeft'));
  const reworded = after.title !== order.title || after.work !== order.work || after.priority !== order.priority;
  const changed = [
    ...tasks
      .filter(({ teamId, state }) => leaving.has(teamId) && inHand.has(state))
      .map((task): ChangedTask => ({ ...same(task), kind: 'withdrawn' })),
    ...staying.map((task): ChangedTask => {
      const dueOn = hasDay.has(task.state) ? dayOf(task.dueOn, order.dueOn, after.dueOn) : task.dueOn;
      return {
        task,
        kind: 'changed',
        target: targets.get(task.teamId) ?? task.target,
        dueOn,
        replyByOn: task.replyByOn > dueOn ? dueOn : task.replyByOn,
        reworded: reworded && inHand.has(task.state),
      };
    }),
  ].filter((each) => each.kind === 'withdrawn' || isTouched(each));
  const added = asked.add.map((each) => ({ ...each, task: byTeam.get(each.teamId) ?? null }));
  const isSame = changed.length + added.length === 0 && !reworded && after.dueOn === order.dueOn;
  if (isSame && problems.length === 0) problems.push(problem('reason', 'nothingChanged'));
  return { after, tasks: changed, added, problems };
}

const same = (task: TeamTask) => ({
  task,
  target: task.target,
  dueOn: task.dueOn,
  replyByOn: task.replyByOn,
  reworded: false,
});
const isTouched = ({ task, target, dueOn, reworded }: ChangedTask): boolean =>
  reworded || target !== task.target || dueOn !== task.dueOn;
const sumOf = (targets: ReadonlyMap<string, number>): number => [...targets.values()].reduce((sum, n) => sum + n, 0);

/** Who was granted a day of their own keeps it, unless all get a later one. */
function dayOf(own: string, before: string, after: string): string {
  if (after > before) return own > after ? own : after;
  return own === before ? after : own;
}

function standAfter(order: OrderStand, { title, work, dueOn, priority }: AskedChange): OrderStand {
  const day = dueOn ?? order.dueOn;
  return {
    title: title ?? order.title,
    work: work ?? order.work,
    target: order.target,
    dueOn: day,
    replyByOn: order.replyByOn > day ? day : order.replyByOn,
    priority: priority ?? order.priority,
  };
}

function askedProblems(order: OrderStand, { dueOn, add, targets, target }: AskedChange, today: string) {
  const found: ProblemDetail[] = [];
  const day = dueOn ?? order.dueOn;
  if ((dueOn !== undefined || add.length > 0) && day < today)
    found.push(problem('dueOn', 'deadlinePast', { dueOn: day }));
  if (target !== undefined && targets.length > 0) found.push(problem('target', 'targetTwice'));
  return found;
}

function teamProblems({ add, withdraw, targets }: AskedChange, byTeam: ReadonlyMap<string, TeamTask>) {
  const found: ProblemDetail[] = [];
  const seen = new Set<string>();
  const once = (teamId: string, path: string) => {
    if (seen.has(teamId)) found.push(problem(path, 'teamTwice'));
    seen.add(teamId);
  };
  for (const [index, { teamId }] of add.entries()) {
    const path = `add.${index}.teamId`;
    once(teamId, path);
    const task = byTeam.get(teamId);
    if (task && task.state !== 'cancelled') found.push(problem(path, 'teamHasIt'));
  }
  const inHandOf = (teamId: string, path: string) => {
    once(teamId, path);
    const task = byTeam.get(teamId);
    if (!task || task.state === 'cancelled') found.push(problem(path, 'teamWithoutIt'));
    else if (!inHand.has(task.state)) found.push(problem(path, 'teamFinished'));
  };
  for (const [index, teamId] of withdraw.entries()) inHandOf(teamId, `withdraw.${index}`);
  for (const [index, { teamId }] of targets.entries()) inHandOf(teamId, `targets.${index}.teamId`);
  return found;
}

/** What is finished keeps its target; what is left of the whole is split as it was. */
function targetsOf(staying: readonly TeamTask[], { target, targets, add }: AskedChange) {
  const given = new Map(targets.map((each) => [each.teamId, each.target]));
  const result = new Map(staying.map(({ teamId, target: own }) => [teamId, given.get(teamId) ?? own]));
  if (target === undefined) return { targets: result };
  const free = staying.filter(({ state }) => inHand.has(state));
  const kept = staying.filter(({ state }) => !inHand.has(state));
  const taken = [...kept, ...add].reduce((sum, { target: own }) => sum + own, 0);
  const rest = target - taken;
  if (rest < free.length || (free.length === 0 && rest !== 0))
    return { targets: result, problem: problem('target', 'targetTaken', { taken, least: taken + free.length }) };
  for (const [teamId, share] of sharesOf(rest, free)) result.set(teamId, share);
  return { targets: result };
}

function sharesOf(rest: number, free: readonly TeamTask[]): Map<string, number> {
  const shares = free.map(({ teamId, target }) => ({ teamId, weight: target }));
  const split = splitTarget(rest, shares);
  if ([...split.values()].every((share) => share > 0)) return split;
  // Nobody keeps a task of nothing.
  return new Map([...splitTarget(rest - free.length, shares)].map(([teamId, share]) => [teamId, share + 1]));
}
