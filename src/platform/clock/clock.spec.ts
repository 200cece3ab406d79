import { Clock } from './clock.ts';

describe('the clock', () => {
  it('goes as the machine does, from where it is set', () => {
    const clock = new Clock({ CLOCK: '2022-06-21T01:00:00Z' });
    expect(clock.speed).toBe(1);
    expect(Math.abs(clock.now().getTime() - Date.parse('2022-06-21T01:00:00Z'))).toBeLessThan(1_000);
  });

  it('goes faster from an instant that all processes know, so that they agree', () => {
    const since = Date.now() - 60_000;
    const CLOCK_SPEED = `10@${new Date(since).toISOString()}`;
    const [one, other] = [new Clock({ CLOCK: undefined, CLOCK_SPEED }), new Clock({ CLOCK: undefined, CLOCK_SPEED })];
    const gone = one.now().getTime() - since;
    expect(gone).toBeGreaterThanOrEqual(600_000);
    expect(gone).toBeLessThan(620_000);
    expect(Math.abs(one.now().getTime() - other.now().getTime())).toBeLessThan(1_000);
  });

  it('waits for that instant', () => {
    const CLOCK_SPEED = `10@${new Date(Date.now() + 60_000).toISOString()}`;
    expect(Math.abs(new Clock({ CLOCK: undefined, CLOCK_SPEED }).now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it('is put right by how far the machine is ahead, and goes on with the machine when it is right again', () => {
    const clock = new Clock({ CLOCK: undefined });
    const off = () => Math.round((clock.now().getTime() - Date.now()) / 1_000);
    clock.correct(86_400_000);
    expect(off()).toBe(-86_400);
    clock.correct(0);
    expect(off()).toBe(0);
  });

  it('that was given has nothing to put right', () => {
    const clock = new Clock({ CLOCK: '2022-06-21T01:00:00Z' });
    clock.correct(86_400_000);
    expect(clock.today()).toBe('2022-06-21');
  });
});
