/**
 * How long a try has to wait, from what was counted within the last ten minutes. Nobody is shut out by a stranger: a device
 * that has signed in before has a budget of its own, the stranger's own place is closed, and from all other places a login
 * that is tried much becomes slow, not closed.
 */
export const WINDOW_MS = 10 * 60_000;

export const limits = {
  /** Wrong tries with one login from one address, in one session, or from a device that is known. */
  here: 5,
  /** Wrong tries with one login, or for one person, from everywhere; beyond, one a minute. */
  login: 10,
  slowMs: 60_000,
  /** Wrong tries of an address with any logins; an office's people share one. */
  address: 60,
  /** Above so many wrong tries in all, somebody tries many logins from many addresses: each address gets few. */
  everywhere: 1_000,
  addressThen: 5,
} as const;

/** Tries within the window; times in milliseconds. */
export interface Counted {
  tries: number;
  first: number;
  last: number;
}

export interface Tries {
  /** Only where the device is known; then nothing else counts. */
  device?: Counted;
  here: Counted;
  /** Of the half session in which a code is shown. */
  session?: Counted;
  /** Of the login, and of each person behind it. */
  login: readonly Counted[];
  address: Counted;
  everywhere: Counted;
}

/** @returns milliseconds until a try makes sense; 0 when it may happen now */
export function waitBefore({ device, here, session, login, address, everywhere }: Tries, now: number): number {
  const untilFirstLeaves = (counted: Counted, most: number) =>
    counted.tries < most ? 0 : counted.first + WINDOW_MS - now;
  if (device) return Math.max(0, untilFirstLeaves(device, limits.here));
  const ofAddress = everywhere.tries >= limits.everywhere ? limits.addressThen : limits.address;
  const slow = login.map(({ tries, last }) => (tries < limits.login ? 0 : last + limits.slowMs - now));
  const own = [here, ...(session ? [session] : [])].map((counted) => untilFirstLeaves(counted, limits.here));
  return Math.max(0, ...own, untilFirstLeaves(address, ofAddress), ...slow);
}
