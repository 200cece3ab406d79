import type { TaskState } from '#contracts/tasks/task-states';
import { mergedTask, type OpenTask } from './merged-task.ts';

const task = (id: string, state: TaskState, changes: Partial<OpenTask> = {}): OpenTask => ({
  id,
  assignmentId: 'order',
  target: 20,
  dueOn: '2022-07-09',
  replyByOn: '2022-06-24',
  state,
  stateSince: new Date('2022-06-20T01:00:00Z'),
  doerId: null,
  acceptedBy: null,
  acceptedAt: null,
  ...changes,
});

describe('two tasks of one order', () => {
  it.each<[TaskState, TaskState, string, TaskState]>([
    ['assigned', 'assigned', 'a', 'assigned'],
    ['assigned', 'accepted', 'b', 'accepted'],
    ['declined', 'accepted', 'b', 'accepted'],
    ['declined', 'assigned', 'b', 'assigned'],
    ['declined', 'declined', 'a', 'declined'],
    ['submitted', 'submitted', 'a', 'submitted'],
    ['submitted', 'accepted', 'b', 'accepted'],
    ['submitted', 'assigned', 'a', 'accepted'],
    ['submitted', 'returned', 'b', 'returned'],
    ['accepted', 'returned', 'b', 'returned'],
  ])('%s and %s: %s goes on as %s', (one, other, kept, state) => {
    expect(mergedTask([task('a', one), task('b', other)])).toMatchObject({ id: kept, state });
    expect(mergedTask([task('b', other), task('a', one)])).toMatchObject({ id: kept, state });
  });

  it('add up, and leave the later of two days', () => {
    const tasks = [
      task('a', 'accepted', { target: 21 }),
      task('b', 'accepted', { target: 24, dueOn: '2022-07-20', replyByOn: '2022-06-23' }),
    ] as const;
    expect(mergedTask(tasks)).toMatchObject({ target: 45, dueOn: '2022-07-20', replyByOn: '2022-06-24' });
  });

  it('stay with the doer where both are theirs, else with the whole team', () => {
    const of = (...doers: (string | null)[]) =>
      mergedTask([task('a', 'accepted', { doerId: doers[0]! }), task('b', 'accepted', { doerId: doers[1]! })]).doerId;
    expect([of('an', 'an'), of('an', 'binh'), of('an', null)]).toEqual(['an', null, null]);
  });

  it('remember who accepted', () => {
    const acceptedAt = new Date('2022-06-18T01:00:00Z');
    const tasks = [task('a', 'assigned'), task('b', 'submitted', { acceptedBy: 'an', acceptedAt })] as const;
    expect(mergedTask(tasks)).toMatchObject({ state: 'accepted', acceptedBy: 'an', acceptedAt });
  });
});

it('leaves a task alone that only one of the teams had', () => {
  const one = task('a', 'submitted', { target: 7, doerId: 'an' });
  expect(mergedTask([one])).toEqual(one);
});
