/**
 * Hashing costs 19 MiB and a core for some 20 ms, and runs on the thread pool that files and DNS share. So it happens one at
 * a time in this process, with a short line behind it, whoever asks: a flood of tries is refused, not worked off.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { ENV, type Env } from '#platform/config';
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

/** "$argon2id$v=19$m=19456,t=2,p=1$…": with what a stored one was made. */
const MADE_WITH = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/;

/**
 * argon2id by the installation's measure. The defaults (19 MiB, two passes) are OWASP's of 2024; when they are raised, each
 * password is hashed anew the next time it is right.
 */
@Injectable()
export class Passwords {
  private readonly cost: { memoryCost: number; timeCost: number };
  /** Of a password that nobody has. */
  private decoy: Promise<string> | undefined;

  constructor(@Inject(ENV) env: Env) {
    this.cost = { memoryCost: env.PASSWORD_MEMORY_KIB, timeCost: env.PASSWORD_PASSES };
  }

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), this.cost);
  }

  isRight(stored: string, password: string): Promise<boolean> {
    return verify(stored, password.normalize('NFKC'));
  }

  /** Takes as long as a real check: whether a login exists must not show in the time. */
  async isNothing(password: string): Promise<false> {
    this.decoy ??= this.hash(randomUUID());
    await this.isRight(await this.decoy, password);
    return false;
  }

  /** Made by another measure than today's. */
  isOld(stored: string): boolean {
    const [, memory, passes] = MADE_WITH.exec(stored) ?? [];
    return Number(memory) !== this.cost.memoryCost || Number(passes) !== this.cost.timeCost;
  }
}
