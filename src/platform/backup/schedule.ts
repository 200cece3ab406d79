/** When the day's backup is due, and when it is late. Pure: hours are those of Viet Nam, which has no summer time. */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 7 * HOUR_MS;
/** What failed is tried again after so long. */
const RETRY_MS = HOUR_MS;
/** A backup that has not been made so long after its time is late. */
export const LATE_MS = 2 * HOUR_MS;

export interface Attempt {
  state: 'running' | 'done' | 'failed';
  startedAt: Date;
}

/** The last moment up to `now` at which a backup was due. @param at 'HH:mm' */
export function lastDue(now: Date, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const local = now.getTime() + OFFSET_MS;
  const today = local - (local % DAY_MS) + hours * HOUR_MS + minutes * 60_000;
  return new Date((today > local ? today - DAY_MS : today) - OFFSET_MS);
}

export const nextDue = (now: Date, at: string): Date => new Date(lastDue(now, at).getTime() + DAY_MS);

/**
 * Also for a server that was off at the time; not again for a day that has its backup, nor at once after a failure.
 *
 * @param attempts the schedule's own: what somebody makes by hand lies elsewhere
 */
export function isDue(now: Date, at: string, attempts: readonly Attempt[]): boolean {
  const due = lastDue(now, at);
  return !attempts.some(({ state, startedAt }) =>
    state === 'done' ? startedAt >= due : startedAt.getTime() > now.getTime() - RETRY_MS,
  );
}

/**
 * The moment for which a backup is missing; undefined while none is. Before the first attempt nothing is late: the schedule has
 * only been set; while one is being made, it is waited for.
 *
 * @param since the first attempt of all
 */
export function missedSince(
  now: Date,
  at: string,
  { lastDone, since, newest }: { lastDone: Date | undefined; since: Date | undefined; newest: Attempt | undefined },
): Date | undefined {
  if (newest?.state === 'running' && newest.startedAt.getTime() > now.getTime() - RETRY_MS) return undefined;
  const due = lastDue(new Date(now.getTime() - LATE_MS), at);
  const covered = lastDone ?? since;
  return covered && covered < due ? due : undefined;
}
