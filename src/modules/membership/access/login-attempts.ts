import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, rowsOf } from '#platform/database';
import { accessErrors } from '../membership.errors.ts';

const WINDOW_MS = 10 * 60_000;
const MOST_WRONG = 5;

/** Five wrong passwords within ten minutes close a login for the rest of these. Known by hash: a login is personal data. */
@Injectable()
export class LoginAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the try before the password is looked at, so that tries in parallel count too.
   * @returns call it when the password was right
   * @throws access.tooManyTries with `minutes`
   */
  async begin(login: string): Promise<() => Promise<void>> {
    const hash = createHash('sha256').update(login.trim().toLowerCase()).digest();
    const now = this.clock.now();
    const since = new Date(now.getTime() - WINDOW_MS);
    await this.database.tx(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [hash.readInt32BE()]);
      await tx.query('delete from login_attempts where login_hash = $1 and at <= $2', [hash, since]);
      const [counted] = await rowsOf<{ tries: number; first: Date }>(
        tx,
        'select count(*) as tries, min(at) as first from login_attempts where login_hash = $1',
        [hash],
      );
      if (counted && counted.tries >= MOST_WRONG) throw tooManyTries(counted.first.getTime() - since.getTime());
      await tx.query('insert into login_attempts (id, login_hash, at) values ($1, $2, $3)', [v7(), hash, now]);
    });
    return async () => {
      await this.database.rows('delete from login_attempts where login_hash = $1', [hash]);
    };
  }
}

function tooManyTries(waitMs: number) {
  return accessErrors.tooManyTries({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) }).after(waitMs / 1_000);
}
