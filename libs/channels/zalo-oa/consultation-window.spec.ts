import { consultationRules as rules, consultationVerdict as verdict } from './consultation-window.ts';
import { daytime, isOpen, msUntilHour } from './local-hours.ts';

const HOUR = 3_600_000;
/** 16:30 in Viet Nam. */
const now = new Date('2026-11-24T09:30:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);

describe('a consultation message', () => {
  it('goes free within 48 hours, up to eight messages', () => {
    expect(verdict({ lastInteractionAt: ago(48), sentSince: 7 }, now, rules)).toEqual({ kind: 'allow', costVnd: 0 });
    expect(verdict({ lastInteractionAt: ago(1), sentSince: 8 }, now, rules)).toEqual({ kind: 'allow', costVnd: 55 });
  });

  it('costs money until the seventh day and stops there', () => {
    expect(verdict({ lastInteractionAt: ago(49), sentSince: 0 }, now, rules)).toEqual({ kind: 'allow', costVnd: 55 });
    expect(verdict({ lastInteractionAt: ago(168), sentSince: 0 }, now, rules)).toEqual({ kind: 'allow', costVnd: 55 });
    expect(verdict({ lastInteractionAt: ago(168.01), sentSince: 0 }, now, rules)).toEqual({
      kind: 'deny',
      reason: 'window-closed',
    });
  });

  it('does not go to somebody who never wrote', () => {
    expect(verdict({ sentSince: 0 }, now, rules)).toEqual({ kind: 'deny', reason: 'never-interacted' });
  });

  it('is not paid when the month is used up, but still goes free', () => {
    expect(verdict({ lastInteractionAt: ago(50), sentSince: 0, paidLeft: 0 }, now, rules)).toEqual({
      kind: 'deny',
      reason: 'paid-quota-used',
    });
    expect(verdict({ lastInteractionAt: ago(5), sentSince: 0, paidLeft: 0 }, now, rules)).toEqual({
      kind: 'allow',
      costVnd: 0,
    });
  });

  it('waits for the morning where nights are closed, unless the window closes first', () => {
    const night = new Date('2026-11-24T15:00:00Z');
    const closed = { ...rules, hours: daytime };
    expect(verdict({ lastInteractionAt: ago(1), sentSince: 0 }, night, closed)).toEqual({
      kind: 'defer',
      until: new Date('2026-11-24T23:00:00Z'),
    });
    expect(verdict({ lastInteractionAt: ago(162), sentSince: 0 }, night, closed)).toEqual({
      kind: 'deny',
      reason: 'window-closed',
    });
  });
});

describe('local hours', () => {
  it.each([
    ['2026-11-24T22:59:59Z', false],
    ['2026-11-24T23:00:00Z', true],
    ['2026-11-25T14:59:59Z', true],
    ['2026-11-25T15:00:00Z', false],
  ])('at %s open is %s', (at, open) => {
    expect(isOpen(new Date(at), daytime)).toBe(open);
  });

  it('counts to the next such hour, never zero', () => {
    expect(msUntilHour(new Date('2026-11-24T23:00:00Z'), 6)).toBe(24 * HOUR);
    expect(msUntilHour(new Date('2026-11-24T22:00:00Z'), 6)).toBe(HOUR);
  });
});
