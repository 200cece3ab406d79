import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
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
    const id = v7();
    await this.database.rows('delete from login_attempts where login_hash = $1 and at <= $2', [hash, since]);
    await this.database.rows('insert into login_attempts (id, login_hash, at) values ($1, $2, $3)', [id, hash, now]);
    const counted = await this.database.one<{ tries: number; first: Date }>('select count(*) as tries, min(at) as first from login_attempts where login_hash = $1', [hash]);
    if (counted && counted.tries > MOST_WRONG) {
      await this.database.rows('delete from login_attempts where id = $1', [id]);
      throw accessErrors.tooManyTries({ minutes: Math.max(1, Math.ceil((counted.first.getTime() - since.getTime()) / 60_000)) });
    }
    return async () => {
      await this.database.rows('delete from login_attempts where login_hash = $1', [hash]);
    };
  }
}
