/** Counts by account, since many phones share one address of a mobile network. Known by hash only. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, rowsOf } from '#platform/database';
import { accountErrors } from '../membership.errors.ts';

/** Codes that are not there, per account and ten minutes: 128 bits are not guessed in a handful of tries. */
const limits = { code: 8, phone: 6, signIn: 30, link: 20 } as const;
const WINDOW_MS = 10 * 60_000;

@Injectable()
export class AccountLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one try of this account. @throws account.tooManyTries with `minutes` */
  async count(what: keyof typeof limits, { space, externalId }: { space: string; externalId: string }): Promise<void> {
    const hash = createHash('sha256').update(`${what} ${space} ${externalId}`).digest();
    const now = this.clock.now();
    const since = new Date(now.getTime() - WINDOW_MS);
    await this.database.tx(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [hash.readInt32BE()]);
      await tx.query('delete from login_attempts where login_hash = $1 and at <= $2', [hash, since]);
      const [counted] = await rowsOf<{ tries: number; first: Date }>(
        tx,
        'select count(*)::int as tries, min(at) as first from login_attempts where login_hash = $1',
        [hash],
      );
      if (counted && counted.tries >= limits[what]) throw tooManyTries(counted.first.getTime() - since.getTime());
      await tx.query('insert into login_attempts (id, login_hash, at) values ($1, $2, $3)', [v7(), hash, now]);
    });
  }
}

function tooManyTries(waitMs: number) {
  return accountErrors.tooManyTries({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) }).after(waitMs / 1_000);
}
