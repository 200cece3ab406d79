import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { placeOf } from '#platform/http';
import { accessErrors } from '../../membership.errors.ts';
import { type Counted, waitBefore, WINDOW_MS } from './login-limits.ts';

export interface Try {
  /** In its one form; absent where somebody signed in changes the own password. */
  login?: string;
  /**
   * In place of a login where what is shown cannot be guessed: wrong ones count where they come from, and slow down nobody
   * elsewhere.
   */
  alone?: string;
  /** Everybody whom the login may mean. */
  people: readonly string[];
  /** In which it is shown, where somebody is half in. */
  session?: string;
  /** Of the caller. */
  address: string;
  /** Hash of the key of a device that one of these people has signed in on: it has tries of its own, and counts nowhere else. */
  device?: Buffer | undefined;
}

interface Row extends Counted {
  hash: Buffer;
}

const everywhere = hashOf('everywhere');

/** Counts wrong passwords by login, person, place, device and in all; by hashes, since logins are personal data. */
@Injectable()
export class LoginAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the try before the password is looked at, so that tries in parallel count too.
   * @returns call it when the password was right, with the person whose it is
   * @throws access.tooManyTries with `minutes`
   */
  async begin(attempt: Try): Promise<(personId: string) => Promise<void>> {
    const keys = keysOf(attempt);
    const counted = [...keys.login, keys.here, keys.address, everywhere, ...others(keys)];
    const ids = counted.map(() => v7());
    await this.database.tx(async (tx) => {
      for (const lock of [...keys.login].map((hash) => hash.readInt32BE()).sort((a, b) => a - b))
        await execute(tx, sql`select pg_advisory_xact_lock(${lock})`);
      await this.refuse(tx, keys, counted);
      await execute(
        tx,
        sql`insert into login_attempts (id, login_hash, at) select n.id, n.hash, ${this.clock.now()}
          from unnest(${ids}::uuid[], ${counted}::bytea[]) as n(id, hash)`,
      );
    });
    return async (personId) => {
      const settled = [hashOf(`login ${attempt.login}`), hashOf(`person ${personId}`), keys.here, ...others(keys)];
      await this.database.rows(sql`delete from login_attempts where login_hash = any(${settled}) or id = any(${ids})`);
    };
  }

  private async refuse(tx: Tx, keys: Keys, hashes: Buffer[]): Promise<void> {
    const now = this.clock.now().getTime();
    const rows = await rowsOf<Row>(
      tx,
      sql`select login_hash as hash, count(*)::int as tries, extract(epoch from min(at))::float8 * 1000 as first, extract(epoch
        from max(at))::float8 * 1000 as last
         from login_attempts where login_hash = any(${hashes}) and at > ${new Date(now - WINDOW_MS)} group by login_hash`,
    );
    const of = (hash: Buffer): Counted =>
      rows.find((row) => row.hash.equals(hash)) ?? { tries: 0, first: now, last: now };
    const wait = waitBefore(
      {
        here: of(keys.here),
        login: keys.login.map(of),
        address: of(keys.address),
        everywhere: of(everywhere),
        ...(keys.session && { session: of(keys.session) }),
        ...(keys.device && { device: of(keys.device) }),
      },
      now,
    );
    if (wait > 0) throw tooManyTries(wait);
  }
}

interface Keys {
  login: Buffer[];
  here: Buffer;
  address: Buffer;
  session?: Buffer;
  device?: Buffer;
}

const others = ({ session, device }: Keys): Buffer[] => [session, device].filter((key) => key !== undefined);

function keysOf({ login, alone, people, session, address, device }: Try): Keys {
  const place = placeOf(address);
  return {
    login: [...(login ? [hashOf(`login ${login}`)] : []), ...people.map((id) => hashOf(`person ${id}`))],
    here: hashOf(`here ${login ?? alone ?? people.join()} ${place}`),
    address: hashOf(`address ${place}`),
    ...(session && { session: hashOf(`session ${login ?? alone} ${session}`) }),
    ...(device && { device: hashOf(`device ${device.toString('base64')}`) }),
  };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function tooManyTries(waitMs: number) {
  return accessErrors.tooManyTries({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) }).after(waitMs / 1_000);
}
