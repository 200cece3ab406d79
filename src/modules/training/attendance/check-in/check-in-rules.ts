/** When a check-in can be true: pure. */
import type { SessionData } from '../../sessions/session/session.rows.ts';

const HOUR_MS = 3_600_000;
/** People come early and lists are kept a while after the end. */
const BEFORE_MS = 2 * HOUR_MS;
const AFTER_MS = 3 * HOUR_MS;
/** A phone without network may bring its check-ins so much later. */
const UPLOAD_MS = 14 * 24 * HOUR_MS;
const CLOCK_SKEW_MS = 5 * 60_000;

type Times = Pick<SessionData, 'state' | 'startsAt' | 'endsAt'>;
export type CheckInRefusal = 'tooEarly' | 'closed' | 'inFuture';

export function refusalOfTime({ startsAt, endsAt }: Times, at: Date, now: Date): CheckInRefusal | undefined {
  if (at.getTime() > now.getTime() + CLOCK_SKEW_MS) return 'inFuture';
  if (at.getTime() < startsAt.getTime() - BEFORE_MS) return 'tooEarly';
  return at.getTime() > endsAt.getTime() + AFTER_MS ? 'closed' : undefined;
}

export function takesUploads({ state, endsAt }: Times, now: Date): boolean {
  return (state === 'published' || state === 'done') && now.getTime() <= endsAt.getTime() + UPLOAD_MS;
}

/**
 * The moment of a scan whose code is alive by the server's clock: the phone's own word where it is about right, else the
 * server's, since clocks of cheap phones are wrong and moments can be made up.
 */
export function momentOf(claimed: Date, now: Date): Date {
  return Math.abs(now.getTime() - claimed.getTime()) <= CLOCK_SKEW_MS ? claimed : now;
}
