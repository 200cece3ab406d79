/** Everything that makes an order unfit to be issued, found in one go and named by field. Pure. */
import type { ProblemDetail } from '#platform/http';

export interface OrderDates {
  today: string;
  dueOn: string;
  replyByOn?: string | undefined;
}
export interface TeamFacts {
  teamId: string;
  status: string;
  /** False for a team that is not below the issuing unit, or that does not exist today. */
  inside: boolean;
}
export interface OrderShares {
  target: number;
  shares: readonly { teamId: string; target: number }[];
}

const problem = (path: string, code: string, params: Record<string, unknown> = {}): ProblemDetail => ({
  path,
  code: `assignment.${code}`,
  params,
});

export function dateProblems({ today, dueOn, replyByOn }: OrderDates): ProblemDetail[] {
  const found: ProblemDetail[] = [];
  if (dueOn < today) found.push(problem('dueOn', 'deadlinePast', { dueOn }));
  if (replyByOn && replyByOn < today) found.push(problem('replyByOn', 'replyByPast', { replyByOn }));
  else if (replyByOn && replyByOn > dueOn)
    found.push(problem('replyByOn', 'replyByAfterDeadline', { replyByOn, dueOn }));
  return found;
}

/** `difference` is what is still missing; below zero it is too much. */
export function shareProblems({ target, shares }: OrderShares): ProblemDetail[] {
  const found: ProblemDetail[] = [];
  const sum = shares.reduce((total, share) => total + share.target, 0);
  if (sum !== target) found.push(problem('shares', 'sharesDiffer', { sum, target, difference: target - sum }));
  const seen = new Set<string>();
  for (const [index, { teamId }] of shares.entries()) {
    if (seen.has(teamId)) found.push(problem(`shares.${index}.teamId`, 'teamTwice'));
    seen.add(teamId);
  }
  return found;
}

export function teamProblems(shares: OrderShares['shares'], facts: ReadonlyMap<string, TeamFacts>): ProblemDetail[] {
  return shares.flatMap(({ teamId }, index) => {
    const team = facts.get(teamId);
    if (!team?.inside) return [problem(`shares.${index}.teamId`, 'teamOutside', { teamId })];
    return team.status === 'active' ? [] : [problem(`shares.${index}.teamId`, 'draftTeam', { teamId })];
  });
}

/** An order may be timed ahead, but not into the past and not behind its deadline. */
export function sendingProblems(
  sendAt: string | undefined,
  now: Date,
  lastDay: { dueOn: string; dayOf: (instant: Date) => string },
): ProblemDetail[] {
  if (!sendAt) return [];
  const instant = new Date(sendAt);
  const late = now.getTime() - instant.getTime() > 60_000 || lastDay.dayOf(instant) > lastDay.dueOn;
  return late ? [problem('sendAt', 'sendAtOutside')] : [];
}
