import type { SendFailure } from '#channels';
import { deferred, outcomeOf, refused, skipped } from './outcome.ts';

const now = new Date('2026-11-25T01:00:00Z');
const attempt = { attempts: 0, repeats: 0, repeatable: true, now, expiresAt: new Date('2026-11-30T00:00:00Z') };
const fail = (cls: SendFailure['cls'], extra: Partial<SendFailure> = {}): SendFailure => ({
  ok: false,
  cls,
  code: 'x',
  ...extra,
});
const secondsUntil = (at: Date | null) => at && (at.getTime() - now.getTime()) / 1000;

describe('the outcome of a send', () => {
  it('is sent with the provider’s id', () => {
    expect(outcomeOf({ ok: true, providerId: 'p1' }, attempt)).toMatchObject({
      state: 'sent',
      providerId: 'p1',
      opensNext: false,
    });
  });

  it.each([
    [0, 30],
    [1, 120],
    [2, 600],
    [5, 43_200],
  ])('waits longer after each retryable failure (%i tries before: %i s)', (attempts, seconds) => {
    const outcome = outcomeOf(fail('RETRYABLE'), { ...attempt, attempts });
    expect(outcome).toMatchObject({ state: 'due', counts: true });
    expect(secondsUntil(outcome.nextAttemptAt)).toBe(seconds);
  });

  it('gives the channel up for this person after the last try', () => {
    expect(outcomeOf(fail('RETRYABLE'), { ...attempt, attempts: 6 })).toMatchObject({
      state: 'failed',
      opensNext: true,
    });
  });

  it.each(['RECIPIENT_GONE', 'WINDOW_CLOSED', 'ADDRESS_MOVED', 'PERMANENT'] as const)(
    'opens the next channel after %s',
    (cls) => {
      expect(outcomeOf(fail(cls), attempt)).toMatchObject({
        state: 'failed',
        failureClass: cls,
        opensNext: true,
        nextAttemptAt: null,
      });
    },
  );

  it('does not count the channel’s own trouble as a try', () => {
    for (const cls of ['RETRY_AFTER', 'QUOTA', 'REAUTH', 'CONFIG'] as const)
      expect(outcomeOf(fail(cls), attempt)).toMatchObject({ state: 'due', counts: false });
    expect(secondsUntil(outcomeOf(fail('RETRY_AFTER', { retryAfterMs: 7_000 }), attempt).nextAttemptAt)).toBe(7);
  });

  it('sends a repeatable message once more when it is unknown whether it went', () => {
    expect(outcomeOf(fail('AMBIGUOUS'), attempt)).toMatchObject({ state: 'due', repeats: 1 });
    expect(outcomeOf(fail('AMBIGUOUS'), { ...attempt, repeats: 1 })).toMatchObject({ state: 'unknown' });
  });

  it('shows any other unknown one to the operator', () => {
    expect(outcomeOf(fail('AMBIGUOUS'), { ...attempt, repeatable: false })).toMatchObject({
      state: 'unknown',
      opensNext: false,
    });
  });

  it('does not plan a try after the message has expired', () => {
    expect(outcomeOf(fail('RETRYABLE'), { ...attempt, expiresAt: now })).toMatchObject({
      state: 'failed',
      nextAttemptAt: null,
    });
    expect(deferred(attempt.expiresAt, 'quiet_hours', attempt)).toEqual(skipped('expired'));
  });

  it('opens the next channel when the channel itself denies', () => {
    expect(refused('no_consent')).toMatchObject({ state: 'failed', failureCode: 'no_consent', opensNext: true });
  });
});
