/** What a task's state answers to a move that the table does not allow. */
import type { TaskState } from '#contracts/tasks/task-states';
import type { ProblemError } from '#platform/http';
import type { Task } from './task.entity.ts';
import { taskErrors } from '../../tasks.errors.ts';

type Refuse = (params?: Record<string, unknown>) => ProblemError;

const refusals: Record<TaskState, Refuse> = {
  assigned: taskErrors.notAccepted,
  accepted: taskErrors.alreadyAccepted,
  declined: taskErrors.alreadyDeclined,
  submitted: taskErrors.alreadySubmitted,
  returned: taskErrors.alreadyReturned,
  confirmed: taskErrors.alreadyConfirmed,
  cancelled: taskErrors.cancelled,
};

/** The state as a coded answer; `by` is the name of who brought the task there, where it is known. */
export function refusalOf(task: Pick<Task, 'state' | 'stateSince'>, by?: string): ProblemError {
  return refusals[task.state]({ at: task.stateSince.toISOString(), ...(by && { by }) });
}

/** Who brought the task into its state, as far as its row knows. */
export function moverOf(task: Pick<Task, 'state' | 'acceptedBy' | 'submittedBy' | 'decidedBy'>): string | null {
  if (task.state === 'accepted') return task.acceptedBy;
  if (task.state === 'submitted') return task.submittedBy;
  if (task.state === 'confirmed' || task.state === 'returned') return task.decidedBy;
  return null;
}

export const UNDO_MS = 60_000;

/** An undo is possible for a minute after the move, the last moment included. */
export function mayStillUndo(done: Date | null, now: Date): boolean {
  return done !== null && now.getTime() - done.getTime() <= UNDO_MS;
}
