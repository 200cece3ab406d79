/** Adding the rows of a roll-up: pure, so that a whole is provably the sum of its parts. */
import { type TaskState, taskStates } from '#contracts/tasks/task-states';
import type { SumRow } from './assignment.queries.ts';

type Part = Pick<SumRow, 'state' | 'teams' | 'target' | 'reported' | 'confirmed' | 'open'>;

export interface Total {
  teams: number;
  states: Record<TaskState, number>;
  figures: { target: number; reported: number; confirmed: number; waiting: number };
}

export function totalOf(parts: readonly Part[]): Total {
  const states = Object.fromEntries(taskStates.map((state) => [state, 0])) as Record<TaskState, number>;
  const figures = { target: 0, reported: 0, confirmed: 0, waiting: 0 };
  for (const part of parts) {
    states[part.state] += part.teams;
    figures.target += part.target;
    figures.reported += part.reported;
    figures.confirmed += part.confirmed;
    if (part.state === 'submitted') figures.waiting += part.open;
  }
  return { teams: parts.reduce((sum, { teams }) => sum + teams, 0), states, figures };
}

/** How a commune stands: "accepted" is being worked on, returned work included. */
export function standOf({ states, teams, figures }: Total) {
  return {
    teams,
    accepted: states.accepted + states.returned,
    declined: states.declined,
    unanswered: states.assigned,
    submitted: states.submitted,
    confirmed: states.confirmed,
    figures,
  };
}
