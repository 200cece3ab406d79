import fc from 'fast-check';
import {
  closedTaskStates,
  nextTaskState,
  openTaskStates,
  reportableTaskStates,
  type TaskMove,
  taskMoves,
  type TaskState,
  taskStates,
  taskTable,
} from './task-states.ts';

const moves = fc.array(fc.constantFrom(...taskMoves), { maxLength: 30 });
const walk = (steps: readonly TaskMove[]): TaskState[] =>
  steps.reduce<TaskState[]>(
    (path, move) => [...path, nextTaskState(path.at(-1) as TaskState, move) ?? (path.at(-1) as TaskState)],
    ['assigned'],
  );
const movesFrom = (state: TaskState) => taskMoves.filter((move) => nextTaskState(state, move));

describe('the table of task states', () => {
  it('leads from "assigned" to every state', () => {
    const reached = new Set<TaskState>(['assigned']);
    for (let grown = 0; grown !== reached.size; ) {
      grown = reached.size;
      for (const state of reached)
        for (const move of movesFrom(state)) reached.add(nextTaskState(state, move) as TaskState);
    }
    expect([...reached].sort()).toEqual([...taskStates].sort());
  });

  it('never leaves "cancelled", and leaves "confirmed" by the minute of undo only', () => {
    expect(movesFrom('cancelled')).toEqual([]);
    expect(movesFrom('confirmed')).toEqual(['undo_confirmation']);
    expect(closedTaskStates).toEqual(['confirmed', 'cancelled']);
  });

  it('lets nothing follow a cancellation, whatever is tried', () => {
    fc.assert(
      fc.property(moves, moves, (before, after) => {
        const path = walk([...before, ...after]);
        const end = path.indexOf('cancelled');
        return end === -1 || path.slice(end).every((state) => state === 'cancelled');
      }),
    );
  });

  it('confirms only what the team has handed in', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const path = walk(steps);
        return path.every((state, i) => state !== 'confirmed' || path.slice(0, i).includes('submitted'));
      }),
    );
  });

  it('limits every undo in time, and nothing else', () => {
    const limited = taskMoves.filter((move) => taskTable[move].within !== undefined);
    expect(limited).toEqual([
      'take_back_acceptance',
      'restore_decline',
      'take_back_decline',
      'undo_confirmation',
      'undo_return',
    ]);
  });

  it('gives the team only the team’s moves: no move of the team ends in "confirmed"', () => {
    const byTeam = taskMoves.filter((move) => taskTable[move].by === 'team');
    expect(byTeam.map((move) => taskTable[move].to)).toEqual(
      expect.not.arrayContaining(['confirmed', 'cancelled', 'returned']),
    );
  });

  it('lets nobody of the team but the leader out of a decline, but by whoever has declined a minute ago', () => {
    const out = movesFrom('declined')
      .filter((move) => ['team', 'leader'].includes(taskTable[move].by))
      .filter((move) => taskTable[move].within === undefined);
    expect(out.map((move) => [move, taskTable[move].by])).toEqual([['turn_decline', 'leader']]);
  });

  it('takes progress where the team works, and where it is already handed in', () => {
    expect(openTaskStates.every((state) => nextTaskState(state, 'submit') === 'submitted')).toBe(true);
    expect(reportableTaskStates.filter((state) => closedTaskStates.includes(state))).toEqual([]);
  });
});
