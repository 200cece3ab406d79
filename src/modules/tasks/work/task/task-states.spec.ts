import { mayStillUndo, moverOf, refusalOf, UNDO_MS } from './task-states.ts';

const done = new Date('2022-06-21T01:00:00Z');
const after = (milliseconds: number) => new Date(done.getTime() + milliseconds);

it('answers a move that the table refuses with the state that is, the time, and who brought it there', () => {
  const problem = refusalOf({ state: 'confirmed', stateSince: done }, 'Trần Văn Dũng');
  expect([problem.status, problem.code, problem.details[0]?.params]).toEqual([
    409,
    'task.alreadyConfirmed',
    { at: '2022-06-21T01:00:00.000Z', by: 'Trần Văn Dũng' },
  ]);
  expect(refusalOf({ state: 'assigned', stateSince: done }).code).toBe('task.notAccepted');
});

it('knows who accepted, who handed in, who decided', () => {
  const people = { acceptedBy: 'a', submittedBy: 's', decidedBy: 'd' };
  expect(
    (['assigned', 'accepted', 'submitted', 'returned', 'confirmed', 'cancelled'] as const).map((state) =>
      moverOf({ ...people, state }),
    ),
  ).toEqual([null, 'a', 's', 'd', 'd', null]);
});

it('allows an undo for a minute, the last moment included', () => {
  expect([
    mayStillUndo(done, after(UNDO_MS)),
    mayStillUndo(done, after(UNDO_MS + 1)),
    mayStillUndo(null, done),
  ]).toEqual([true, false, false]);
});
