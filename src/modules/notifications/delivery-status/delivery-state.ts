import type { TeamDeliveryState } from '#contracts/enums';
import type { TaskState } from '#contracts/tasks/task-states';

export interface TeamDelivery {
  state: TaskState;
  stateSince: Date;
  reachedAt: Date | null;
  seenAt: Date | null;
}

const answered: Record<Exclude<TaskState, 'assigned'>, TeamDeliveryState> = {
  accepted: 'doing',
  declined: 'declined',
  submitted: 'submitted',
  returned: 'returned',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
};

/** What the committee sees of a team: its answer, or which of the three kinds of silence, and since when. */
export function deliveryState({ state, stateSince, reachedAt, seenAt }: TeamDelivery): {
  state: TeamDeliveryState;
  since: Date;
} {
  if (state !== 'assigned') return { state: answered[state], since: stateSince };
  if (seenAt) return { state: 'not_answered', since: seenAt };
  if (reachedAt) return { state: 'not_seen', since: reachedAt };
  return { state: 'not_delivered', since: stateSince };
}

export interface Funnel {
  issued: number;
  reached: number;
  seen: number;
  accepted: number;
  submitted: number;
  confirmed: number;
}

/** Every step counts who came at least so far: whoever has answered has also seen. */
export function funnelOf(teams: readonly TeamDelivery[]): Funnel {
  const count = (holds: (team: TeamDelivery) => boolean): number => teams.filter(holds).length;
  const hasAnswered = ({ state }: TeamDelivery) => state !== 'assigned' && state !== 'cancelled';
  return {
    issued: teams.length,
    reached: count((team) => hasAnswered(team) || team.reachedAt !== null || team.seenAt !== null),
    seen: count((team) => hasAnswered(team) || team.seenAt !== null),
    accepted: count(({ state }) => ['accepted', 'submitted', 'returned', 'confirmed'].includes(state)),
    submitted: count(({ state }) => ['submitted', 'confirmed'].includes(state)),
    confirmed: count(({ state }) => state === 'confirmed'),
  };
}
