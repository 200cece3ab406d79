import { isDue, lastDue, missedSince, nextDue } from './schedule.ts';

const local = (text: string): Date => new Date(`2026-11-${text}:00+07:00`);
const AT = '02:00';

it('is due at its hour of Viet Nam, today or yesterday', () => {
  expect(lastDue(local('24T02:00'), AT)).toEqual(local('24T02:00'));
  expect(lastDue(local('24T01:59'), AT)).toEqual(local('23T02:00'));
  expect(lastDue(local('24T23:59'), '23:30')).toEqual(local('24T23:30'));
  expect(nextDue(local('24T12:00'), AT)).toEqual(local('25T02:00'));
});

describe('a backup is made', () => {
  it('where none was ever made, at whatever hour the schedule was set', () => {
    expect(isDue(local('24T15:00'), AT, [])).toBe(true);
  });

  it('once a day, also when the server was off at the hour', () => {
    const done = { state: 'done', startedAt: local('24T02:03') } as const;
    expect(isDue(local('24T15:00'), AT, [done])).toBe(false);
    expect(isDue(local('25T01:59'), AT, [done])).toBe(false);
    expect(isDue(local('25T09:20'), AT, [done])).toBe(true);
  });

  it('again an hour after one that failed, not at once', () => {
    const failed = { state: 'failed', startedAt: local('24T02:00') } as const;
    expect(isDue(local('24T02:50'), AT, [failed])).toBe(false);
    expect(isDue(local('24T03:00'), AT, [failed])).toBe(true);
  });

  it('not beside one that runs; one that ended without a word is tried again', () => {
    const running = { state: 'running', startedAt: local('24T02:00') } as const;
    expect(isDue(local('24T02:20'), AT, [running])).toBe(false);
    expect(isDue(local('24T04:00'), AT, [running])).toBe(true);
  });
});

describe('a backup is late', () => {
  const missed = (now: string, lastDone?: string, since?: string) =>
    missedSince(local(now), AT, {
      lastDone: lastDone ? local(lastDone) : undefined,
      since: since ? local(since) : undefined,
      newest: undefined,
    });

  it('two hours after its time', () => {
    expect(missed('25T03:59', '24T02:01')).toBeUndefined();
    expect(missed('25T04:00', '24T02:01')).toEqual(local('25T02:00'));
    expect(missed('25T04:00', '25T03:30')).toBeUndefined();
  });

  it('not before the first attempt, and then also without one that was ever done', () => {
    expect(missed('24T15:00')).toBeUndefined();
    expect(missed('24T15:00', undefined, '24T14:00')).toBeUndefined();
    expect(missed('25T04:00', undefined, '24T14:00')).toEqual(local('25T02:00'));
  });

  it('not while one is being made', () => {
    const since = local('20T02:00');
    const newest = { state: 'running', startedAt: local('25T08:55') } as const;
    expect(missedSince(local('25T09:00'), AT, { lastDone: undefined, since, newest })).toBeUndefined();
    expect(missedSince(local('25T09:55'), AT, { lastDone: undefined, since, newest })).toEqual(local('25T02:00'));
  });
});
