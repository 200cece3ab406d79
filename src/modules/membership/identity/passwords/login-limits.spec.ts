import { type Counted, limits, type Tries, waitBefore, WINDOW_MS } from './login-limits.ts';

const NOW = 1_000_000_000;
const tries = (count: number, secondsAgo = 5): Counted => ({
  tries: count,
  first: NOW - 60_000,
  last: NOW - secondsAgo * 1_000,
});
const none = tries(0);
const quiet: Tries = { here: none, login: [none], address: none, everywhere: none };

describe('a try to sign in', () => {
  it('may happen while nothing has gone wrong', () => {
    expect(waitBefore(quiet, NOW)).toBe(0);
    expect(waitBefore({ ...quiet, here: tries(limits.here - 1) }, NOW)).toBe(0);
  });

  it('waits at its own place after five until the first of them is ten minutes old', () => {
    expect(waitBefore({ ...quiet, here: tries(5) }, NOW)).toBe(WINDOW_MS - 60_000);
  });

  it('is slow, not closed, from another place when strangers have tried the login or the person', () => {
    expect(waitBefore({ ...quiet, login: [none, tries(40)] }, NOW)).toBe(55_000);
    expect(waitBefore({ ...quiet, login: [none, tries(40, 61)] }, NOW)).toBe(0);
  });

  it('from a device that has signed in before has its own five, whatever happens elsewhere', () => {
    const attacked: Tries = {
      here: tries(50),
      login: [tries(500)],
      address: tries(500),
      everywhere: tries(5_000),
      device: tries(4),
    };
    expect(waitBefore(attacked, NOW)).toBe(0);
    expect(waitBefore({ ...attacked, device: tries(5) }, NOW)).toBe(WINDOW_MS - 60_000);
  });

  it('leaves an office sixty from one address, and a few while many logins are tried from many addresses', () => {
    expect(waitBefore({ ...quiet, address: tries(59) }, NOW)).toBe(0);
    expect(waitBefore({ ...quiet, address: tries(60) }, NOW)).toBeGreaterThan(0);
    expect(waitBefore({ ...quiet, address: tries(4), everywhere: tries(1_000) }, NOW)).toBe(0);
    expect(waitBefore({ ...quiet, address: tries(5), everywhere: tries(1_000) }, NOW)).toBeGreaterThan(0);
  });
});
