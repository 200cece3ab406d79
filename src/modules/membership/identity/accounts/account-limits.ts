/** Counts by account, since many phones share one address of a mobile network. Known by hash only. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { accountErrors } from '../../membership.errors.ts';
import { LoginAttempt } from '../passwords/login-attempt.entity.ts';

/**
 * Tries per ten minutes. By account, but `graph`: tokens that Zalo did not know, by address, since each costs a call to
 * Zalo before anybody is known; many phones of a mobile network share one address, and hardly any sends a wrong token.
 */
const limits = { code: 8, phone: 6, signIn: 30, graph: 100 } as const;
type Limited = keyof typeof limits;
const WINDOW_MS = 10 * 60_000;

interface Who {
  space: string;
  externalId: string;
}

@Injectable()
export class AccountLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one try. @throws account.tooManyTries with `minutes` */
  async count(what: Limited, who: Who): Promise<void> {
    const hash = hashOf(what, who);
    await this.database.tx(async (tx) => {
      await execute(tx, sql`select pg_advisory_xact_lock(${hash.readInt32BE()})`);
      await execute(tx, sql`delete from login_attempts where login_hash = ${hash} and at <= ${this.since()}`);
      await this.refuse(tx, what, hash);
      const at = this.clock.now();
      await tx.insert(LoginAttempt, { id: v7(), loginHash: hash, at });
    });
  }

  /** Counts nothing. @throws account.tooManyTries with `minutes` */
  check(what: Limited, who: Who): Promise<void> {
    return this.refuse(this.database.manager, what, hashOf(what, who));
  }

  private async refuse(tx: Tx, what: Limited, hash: Buffer): Promise<void> {
    const since = this.since();
    const [counted] = await rowsOf<{ tries: number; first: Date }>(
      tx,
      sql`select count(*)::int as tries, min(at) as first from login_attempts where login_hash = ${hash} and at > ${since}`,
    );
    if (counted && counted.tries >= limits[what]) throw tooManyTries(counted.first.getTime() - since.getTime());
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - WINDOW_MS);
  }
}

function hashOf(what: Limited, { space, externalId }: Who): Buffer {
  return createHash('sha256').update(`${what} ${space} ${externalId}`).digest();
}

function tooManyTries(waitMs: number) {
  return accountErrors.tooManyTries({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) }).after(waitMs / 1_000);
}
