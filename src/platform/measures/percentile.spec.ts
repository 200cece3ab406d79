import { Percentile } from './percentile.ts';

const MINUTE = 60_000;

describe('a percentile of the last minutes', () => {
  it('is not there before anything was noted', () => expect(new Percentile().read(0.95, 0)).toBeNull());

  it('is right to a fifth', () => {
    const times = new Percentile();
    for (let n = 1; n <= 1000; n++) times.note(n / 1000, 0);
    for (const part of [0.5, 0.95, 0.99]) {
      const read = times.read(part, 0) as number;
      expect(read).toBeGreaterThanOrEqual(part * 0.99);
      expect(read).toBeLessThanOrEqual(part * 1.21);
    }
  });

  const note = (times: Percentile, seconds: number, now: number, often = 20) => {
    for (let n = 0; n < often; n++) times.note(seconds, now);
  };

  it('does not speak for all where there were few', () => {
    const times = new Percentile();
    note(times, 8, 0, 19);
    expect(times.read(0.95, 0)).toBeNull();
    note(times, 8, 0, 1);
    expect(times.read(0.95, 0)).toBeGreaterThan(7);
  });

  it('forgets what is older than five minutes', () => {
    const times = new Percentile();
    note(times, 8, 0);
    note(times, 0.01, 4 * MINUTE);
    expect(times.read(1, 4 * MINUTE)).toBeGreaterThan(7);
    expect(times.read(1, 5 * MINUTE)).toBeLessThan(0.013);
    expect(times.read(1, 10 * MINUTE)).toBeNull();
  });

  it('takes what is longer than any step for the longest', () => {
    const times = new Percentile();
    note(times, 10_000, 0);
    expect(times.read(0.95, 0)).toBeGreaterThan(60);
  });
});
