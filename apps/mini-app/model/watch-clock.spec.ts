/** A phone's clock is set by its owner; the day of work is not. */
import { now, phoneIsOff, setSkew } from './clock.ts';
import { write } from './local.ts';
import { watchClock } from './watch-clock.ts';

const DAY = 86_400_000;
const real = Date.now.bind(Date);
let set = 0;

beforeAll(() => {
  Date.now = () => real() + set;
});
afterAll(() => {
  Date.now = real;
});

/** What comes of it within a minute. */
const off = () => Math.round(phoneIsOff() / DAY);
const look = () => dispatchEvent(new Event('pagehide'));

it('goes on when the clock was set back while the app was closed, and while it is in sight', () => {
  write('seen', real());
  set = -2 * DAY;
  watchClock();
  expect(off()).toBe(2);
  expect(Math.abs(now() - real())).toBeLessThan(60_000);
  set = -3 * DAY;
  look();
  expect(off()).toBe(3);
  set = DAY;
  look();
  expect(off()).toBe(-1);
  expect(Math.abs(now() - real())).toBeLessThan(60_000);
});

it('believes the server before its own reckoning', () => {
  set = 2 * DAY;
  setSkew(-2 * DAY);
  look();
  expect(off()).toBe(-2);
});
