/** Shows what was done on this phone at once, on top of what the server last said: a pure function of both. */
import type { Command, TaskCard } from '#client';
import { type TaskMove, nextTaskState } from '#contracts/tasks/task-states';

export interface Pending {
  /** Counted on this phone, not yet with the commune. */
  value: number;
  /** Some command of the task has not been answered. */
  waiting: boolean;
}
export type ShownTask<T extends TaskCard = TaskCard> = T & { pending: Pending };

const MOVES: Partial<Record<string, TaskMove>> = {
  'task.accept': 'accept',
  'task.turnDecline': 'turn_decline',
  'task.undoAccept': 'take_back_acceptance',
  'task.decline': 'decline',
  'task.complete': 'submit',
};

/** Commands still to be answered, oldest first, change the card; refused ones do not. */
export function withPending<T extends TaskCard>(task: T, commands: readonly Command[]): ShownTask<T> {
  const open = commands.filter(
    (command) => command.lane === task.id && (command.state === 'saved' || command.state === 'sending'),
  );
  let { state } = task;
  let value = 0;
  for (const command of open) {
    const move = MOVES[command.kind];
    if (move) state = nextTaskState(state, move) ?? state;
    if (command.kind === 'task.progress') {
      value += Number(command.view.value) - Number(command.view.replaces ?? 0);
      if (command.view.complete) state = nextTaskState(state, 'submit') ?? state;
    }
  }
  const figures = { ...task.figures, reported: task.figures.reported + value };
  return { ...task, state, figures, pending: { value, waiting: open.length > 0 } };
}
