/**
 * A clock that is set while the app is open, or set back while it is closed, does not change what day it is: until the server
 * is heard again, the time goes on by what nobody can set.
 */
import { effect } from './signals.ts';
import { now, phoneIsOff, setSkew } from './clock.ts';
import { read, write } from './local.ts';

const LOOK_MS = 2000;
const NOTICED_MS = 60_000;

export function watchClock(): void {
  // Time never runs backwards, so a clock behind the last moment that was seen was set back.
  const back = (read<number>('seen') ?? 0) - now();
  if (back > NOTICED_MS) setSkew(phoneIsOff() + back);
  let wall = Date.now();
  let steady = performance.now();
  let wasHidden = document.hidden;
  const anchor = () => {
    wall = Date.now();
    steady = performance.now();
    wasHidden = document.hidden;
  };
  const look = () => {
    const jump = Date.now() - wall - (performance.now() - steady);
    // A phone that slept has a steady clock that stood still: only what was in sight all the time can tell the two apart.
    if (jump < -NOTICED_MS || (jump > NOTICED_MS && !wasHidden)) setSkew(phoneIsOff() - jump);
    if (Math.abs(jump) > 1000) anchor();
    wasHidden = document.hidden;
    write('seen', now());
  };
  // What the server says of the time stands above all that.
  effect(() => {
    phoneIsOff();
    anchor();
  });
  setInterval(look, LOOK_MS);
  addEventListener('pagehide', look);
  document.addEventListener('visibilitychange', () => {
    wasHidden ||= document.hidden;
    look();
  });
}
