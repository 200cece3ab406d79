/** What becomes of one delivery after a guard or a send: pure, so that every failure class is tested as a table. */
import type { SendResult } from '#channels';

export interface Outcome {
  state: 'sent' | 'failed' | 'unknown' | 'skipped' | 'due';
  failureClass: string | null;
  failureCode: string | null;
  providerId: string | null;
  costVnd: number;
  nextAttemptAt: Date | null;
  /** Counted as a try; the channel's own trouble is not the person's. */
  counts: boolean;
  /** One more send after an unknown one. */
  repeats: number;
  /** The person's next channel opens. */
  opensNext: boolean;
}

export interface Attempt {
  /** Tries before this one. */
  attempts: number;
  repeats: number;
  repeatable: boolean;
  now: Date;
  expiresAt: Date;
}

const MINUTE = 60_000;
/** Waits after the first, second ... try; after the last one the channel counts as refused. */
const backOff = [30_000, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 4 * 60 * MINUTE, 12 * 60 * MINUTE];
const QUOTA_MS = 60 * MINUTE;
const CHANNEL_TROUBLE_MS = 5 * MINUTE;

const base: Outcome = {
  state: 'sent',
  failureClass: null,
  failureCode: null,
  providerId: null,
  costVnd: 0,
  nextAttemptAt: null,
  counts: true,
  repeats: 0,
  opensNext: false,
};

/** Nearly every send ends so: one object for all that have nothing to remember. */
const plain: Outcome = Object.freeze({ ...base });

export function sent({ providerId, costVnd = 0 }: { providerId: string | null; costVnd?: number }): Outcome {
  return providerId === null && costVnd === 0 ? plain : { ...base, providerId, costVnd };
}

export function skipped(reason: string): Outcome {
  return { ...base, state: 'skipped', failureCode: reason, counts: false };
}

/** Held back by quiet hours, quota or a resting channel: due again then, unless it is stale by that time. */
export function deferred(until: Date, reason: string, { expiresAt }: Pick<Attempt, 'expiresAt'>): Outcome {
  if (until >= expiresAt) return skipped('expired');
  return { ...base, state: 'due', failureCode: reason, nextAttemptAt: until, counts: false };
}

export function refused(code: string, cls = 'PERMANENT'): Outcome {
  return { ...base, state: 'failed', failureClass: cls, failureCode: code, opensNext: true };
}

export function outcomeOf(result: SendResult, attempt: Attempt): Outcome {
  if (result.ok) return sent(result);
  const failure = { failureClass: result.cls, failureCode: result.code.slice(0, 100) };
  const later = (ms: number, counts: boolean, repeats = 0): Outcome => {
    const nextAttemptAt = new Date(attempt.now.getTime() + ms);
    if (nextAttemptAt >= attempt.expiresAt) return { ...base, ...failure, state: 'failed' };
    return { ...base, ...failure, state: 'due', nextAttemptAt, counts, repeats };
  };
  switch (result.cls) {
    case 'RETRYABLE': {
      const wait = backOff[attempt.attempts];
      return wait === undefined ? { ...base, ...failure, state: 'failed', opensNext: true } : later(wait, true);
    }
    case 'RETRY_AFTER':
      return later(result.retryAfterMs ?? MINUTE, false);
    case 'QUOTA':
      return later(result.retryAfterMs ?? QUOTA_MS, false);
    case 'REAUTH':
    case 'CONFIG':
      return later(CHANNEL_TROUBLE_MS, false);
    case 'AMBIGUOUS':
      return attempt.repeatable && attempt.repeats === 0
        ? later(MINUTE, true, 1)
        : { ...base, ...failure, state: 'unknown' };
    case 'RECIPIENT_GONE':
    case 'WINDOW_CLOSED':
    case 'ADDRESS_MOVED':
    case 'PERMANENT':
      return { ...base, ...failure, state: 'failed', opensNext: true };
  }
}
