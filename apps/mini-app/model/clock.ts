/** The server's clock, as far as this phone knows it: cheap phones are often hours wrong, deadlines must not be. */
import { signal } from './signals.ts';
import { type PlainDate, dateInVietnam } from '#i18n/dates';
import { read, write } from './local.ts';

/** Kept, so that check-in codes are right on a phone that starts without network. */
const skew = signal(read<number>('skew') ?? 0);
const tick = signal(0);

/** Corrects the clock by an instant that the server has just written into an answer. */
export function learnServerTime(asOf: string): void {
  const difference = Date.parse(asOf) - Date.now();
  setSkew(Math.abs(difference) > 60_000 ? difference : 0);
}

/** @param ms what the phone's clock lacks */
export function setSkew(ms: number): void {
  write('skew', (skew.value = ms));
}

/** Milliseconds; a component that reads it is drawn again each minute. */
export function now(): number {
  void tick.value;
  return Date.now() + skew.value;
}

export const today = (): PlainDate => dateInVietnam(now());

/** How far the phone's own clock is off, in milliseconds: positive when it is slow. */
export const phoneIsOff = (): number => skew.value;

/** What was noted by the phone's own clock, as the server would write it. */
export const fromPhoneTime = (at: number): number => at + skew.value;

export function startClock(): void {
  setInterval(() => {
    tick.value += 1;
  }, 60_000);
}
