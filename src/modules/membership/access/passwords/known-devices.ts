import { Injectable } from '@nestjs/common';
import { hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';

/** Of each person; the one that was used longest ago makes room. */
const MOST_DEVICES = 10;

/**
 * Devices that have signed in with a person's password. A key opens nothing: it only counts the device's wrong tries apart,
 * so that strangers who try a login cannot shut its owner out. Only its hash is kept here.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The hash of the first of these keys that belongs to one of these people. */
  async find(keys: readonly string[], people: readonly string[]): Promise<Buffer | undefined> {
    if (keys.length === 0 || people.length === 0) return undefined;
    const row = await this.database.one<{ key_hash: Buffer }>(
      'select key_hash from known_devices where key_hash = any($1) and person_id = any($2) limit 1',
      [keys.map(hashToken), people],
    );
    return row?.key_hash;
  }

  /** @returns a fresh key, or undefined when the device has one of this person already */
  async remember(tx: Tx, personId: string, keys: readonly string[]): Promise<string | undefined> {
    const now = this.clock.now();
    const known = await rowsOf(
      tx,
      'update known_devices set used_at = $3 where key_hash = any($1) and person_id = $2 returning 1',
      [keys.map(hashToken), personId, now],
    );
    if (known.length > 0) return undefined;
    const { token, hash } = newToken();
    await tx.query('insert into known_devices (key_hash, person_id, made_at, used_at) values ($1, $2, $3, $3)', [
      hash,
      personId,
      now,
    ]);
    await tx.query(
      `delete from known_devices where person_id = $1 and key_hash not in (
         select key_hash from known_devices where person_id = $1 order by used_at desc, made_at desc limit ${MOST_DEVICES})`,
      [personId],
    );
    return token;
  }
}
