import type { TaskState } from '#contracts/tasks/task-states';
import type { OrderStand } from '../order/order-change.entity.ts';
import { type AskedChange, planChange, type TeamTask } from './plan-change.ts';

const order: OrderStand = {
  title: 'Nộp hồ sơ trực tuyến',
  work: 'Cùng bà con nộp hồ sơ.',
  target: 60,
  dueOn: '2026-11-30',
  replyByOn: '2026-11-20',
  priority: 'normal',
};
const task = (teamId: string, state: TaskState = 'accepted', more: Partial<TeamTask> = {}): TeamTask => ({
  id: `task-${teamId}`,
  teamId,
  communeId: 'A',
  state,
  stateSince: new Date(0),
  target: 20,
  dueOn: '2026-11-30',
  replyByOn: '2026-11-20',
  ...more,
});
const asked = (change: Partial<AskedChange>): AskedChange => ({ targets: [], add: [], withdraw: [], ...change });
const plan = (tasks: TeamTask[], change: Partial<AskedChange>) => planChange(order, tasks, asked(change), '2026-11-10');
const codes = (tasks: TeamTask[], change: Partial<AskedChange>) => plan(tasks, change).problems.map(({ code }) => code);

describe('a change of an issued order', () => {
  it('moves the day of all that is not finished, and leaves a later day of its own alone', () => {
    const tasks = [
      task('1'),
      task('2', 'accepted', { dueOn: '2026-12-20' }),
      task('3', 'confirmed'),
      task('4', 'submitted'),
    ];
    const { tasks: changed, after } = plan(tasks, { dueOn: '2026-12-10' });
    expect(changed.map(({ task: { teamId }, dueOn }) => [teamId, dueOn])).toEqual([
      ['1', '2026-12-10'],
      ['4', '2026-12-10'],
    ]);
    expect(after.dueOn).toBe('2026-12-10');
  });

  it('never makes the day of reply later than the deadline', () => {
    expect(plan([task('1', 'assigned')], { dueOn: '2026-11-15' }).tasks[0]).toMatchObject({ replyByOn: '2026-11-15' });
  });

  it('splits a new whole over those that are in hand, exactly, and nobody keeps nothing', () => {
    const tasks = [task('1', 'confirmed'), task('2'), task('3', 'accepted', { target: 1 })];
    const { tasks: changed, after } = plan(tasks, { target: 23 });
    expect(changed.map(({ task: { teamId }, target }) => [teamId, target])).toEqual([['2', 2]]);
    expect(after.target).toBe(23);
    expect(codes(tasks, { target: 21 })).toEqual(['assignment.targetTaken']);
  });

  it('adds and withdraws teams, and the whole is their sum', () => {
    const tasks = [task('1'), task('2', 'declined'), task('3', 'cancelled')];
    const { after, tasks: changed, added } = plan(tasks, { withdraw: ['2'], add: [{ teamId: '3', target: 5 }] });
    expect(after.target).toBe(25);
    expect(changed.map(({ task: { teamId }, kind }) => [teamId, kind])).toEqual([['2', 'withdrawn']]);
    expect(added).toMatchObject([{ teamId: '3', task: { id: 'task-3' } }]);
  });

  it('touches nobody who is finished by other words, and says where a wish cannot be met', () => {
    const tasks = [task('1'), task('2', 'submitted')];
    expect(plan(tasks, { work: 'Viết lại cho rõ.' }).tasks.map(({ task: { teamId } }) => teamId)).toEqual(['1']);
    expect(codes(tasks, { withdraw: ['2'] })).toEqual(['assignment.teamFinished']);
    expect(codes(tasks, { withdraw: ['9'] })).toEqual(['assignment.teamWithoutIt']);
    expect(codes(tasks, { add: [{ teamId: '1', target: 3 }] })).toEqual(['assignment.teamHasIt']);
    expect(codes([task('1')], { withdraw: ['1'] })).toEqual(['assignment.noTeamLeft']);
    expect(codes(tasks, { dueOn: '2026-11-09' })).toEqual(['assignment.deadlinePast']);
    expect(codes(tasks, { title: order.title })).toEqual(['assignment.nothingChanged']);
  });
});
