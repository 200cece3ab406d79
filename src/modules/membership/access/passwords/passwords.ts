/**
 * Hashing costs 19 MiB and a core for some 20 ms, and runs on the thread pool that files and DNS share. So it happens one at
 * a time in this process, with a short line behind it, whoever asks: a flood of tries is refused, not worked off.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { hash, verify } from '@node-rs/argon2';
import { Turns } from '#platform/http';

const turns = new Turns({ atOnce: 1, waiting: 8, retryAfterSeconds: 2, rests: true });
/** A refusal takes a while, so that who asks again at once does not keep the server busy with refusing. */
const REFUSED_AFTER_MS = 1_000;
const MOST_HELD = 500;
let held = 0;

/** Everything of one try that costs stands within this. @throws platform.busy when too many wait already */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.isFull() && held < MOST_HELD) {
    held += 1;
    await pause(REFUSED_AFTER_MS);
    held -= 1;
    throw turns.busy();
  }
  return turns.take(work);
}

/** argon2id with the library's defaults (19 MiB, two passes), which are OWASP's recommendation of 2024. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'));
}

export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'));
}

/** Of a password that nobody has, made with the same defaults. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$A5u02moD9XzT2UolcxiBxg$dCbAYE6px0lxXSE/frmQYAIy6j2iZs1EE28SU/sbheI';

/** Takes as long as a real check: whether a login exists must not show in the time. */
export async function checkNothing(password: string): Promise<void> {
  await isPassword(DECOY, password);
}
