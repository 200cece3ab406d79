import { calmTouches } from './calm.ts';

it('swallows the taps that were meant for the screen before, and only for a moment', () => {
  const own = globalThis.setTimeout;
  let over = () => {};
  globalThis.setTimeout = ((run: () => void) => {
    over = run;
    return 0;
  }) as unknown as typeof setTimeout;
  calmTouches();
  globalThis.setTimeout = own;
  const link = document.createElement('a');
  link.href = '#/to';
  document.body.append(link);
  let taps = 0;
  link.addEventListener('click', () => (taps += 1));
  const tap = () => link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect([tap(), tap()]).toEqual([false, false]);
  expect(taps).toBe(0);
  over();
  expect(tap()).toBe(true);
  expect(taps).toBe(1);
});
