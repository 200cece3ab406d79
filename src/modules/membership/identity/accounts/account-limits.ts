/** Counts by account, since many phones share one address of a mobile network. Known by hash only. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, execute, prepared, rowsOf, sql } from '#platform/database';
import { accountErrors } from '../../membership.errors.ts';

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
    const since = this.since();
    await this.database.tx(async (tx) => {
      await execute(tx, prepared('account-tries.lock', sql`select pg_advisory_xact_lock(${hash.readInt32BE()})`));
      const [counted] = await rowsOf<Counted>(
        tx,
        prepared(
          'account-tries.count',
          sql`with old as (delete from login_attempts where login_hash = ${hash} and at <= ${since}),
             counted as (select count(*)::int as tries, min(at) as first from login_attempts
               where login_hash = ${hash} and at > ${since}),
             added as (insert into login_attempts (id, login_hash, at)
               select ${v7()}, ${hash}, ${this.clock.now()} from counted where tries < ${limits[what]}::int)
           select tries, first from counted`,
        ),
      );
      refuse(what, counted, since);
    });
  }

  /** Counts nothing. @throws account.tooManyTries with `minutes` */
  async check(what: Limited, who: Who): Promise<void> {
    const since = this.since();
    const counted = await this.database.one<Counted>(
      sql`select count(*)::int as tries, min(at) as first from login_attempts
        where login_hash = ${hashOf(what, who)} and at > ${since}`,
    );
    refuse(what, counted, since);
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - WINDOW_MS);
  }
}

interface Counted {
  tries: number;
  first: Date;
}

/** Since then so many have been counted before this one. */
function refuse(what: Limited, counted: Counted | undefined, since: Date): void {
  if (counted && counted.tries >= limits[what]) throw tooManyTries(counted.first.getTime() - since.getTime());
}

function hashOf(what: Limited, { space, externalId }: Who): Buffer {
  return createHash('sha256').update(`${what} ${space} ${externalId}`).digest();
}

function tooManyTries(waitMs: number) {
  return accountErrors.tooManyTries({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) }).after(waitMs / 1_000);
}
