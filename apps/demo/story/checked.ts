/** A chapter's claims: each is printed only when it holds, and the demo ends with an error when it does not. */
import { setTimeout as pause } from 'node:timers/promises';
import { green, line } from '../terminal.ts';

/** A group waits 90 seconds behind a post of a process that was killed. */
const PATIENCE_MINUTES = 2;
const LOOK_MS = 100;

/** @throws Error naming what did not happen */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  minutes = PATIENCE_MINUTES,
): Promise<T> {
  for (const deadline = performance.now() + minutes * 60_000; performance.now() < deadline; await pause(LOOK_MS)) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
  }
  throw new Error(`This did not happen within ${minutes} minutes: ${what}`);
}

/** Says what has been waited for before. */
export function tell(text: string): void {
  line(`   ${green('✓')} ${text}`);
}

/** @throws Error when the claim does not hold */
export function claim(text: string, holds: boolean): void {
  if (!holds) throw new Error(`This is not so: ${text}`);
  tell(text);
}
