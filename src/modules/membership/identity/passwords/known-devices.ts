import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { KnownDevice } from './login-attempt.entity.ts';

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
    const row = await this.database.one<Pick<KnownDevice, 'keyHash'>>(
      sql`select key_hash as "keyHash" from known_devices
        where key_hash = any(${keys.map(hashToken)}) and person_id = any(${people}) limit 1`,
    );
    return row?.keyHash;
  }

  /**
   * What wrong codes of a session are counted by apart from strangers': the session itself once its person has shown a factor
   * in it, or its device once somebody did so there. Whoever has nothing but the password has neither.
   */
  async provenBy(sessionId: string): Promise<Buffer | undefined> {
    const row = await this.database.one<{ proven: boolean; device: Buffer | null }>(
      sql`select s.proven_at is not null and not s.awaits_code as proven, d.key_hash as device from sessions s
        left join known_devices d on d.key_hash = s.device_hash and d.person_id = s.person_id and d.proven_at is not null
        where s.id = ${sessionId}`,
    );
    if (row?.device) return row.device;
    return row?.proven ? Buffer.from(sessionId) : undefined;
  }

  /** @returns the hash by which the device is known, with a fresh key when it had none of this person */
  async remember(tx: Tx, personId: string, keys: readonly string[]): Promise<{ hash: Buffer; fresh?: string }> {
    const now = this.clock.now();
    const deviceId = await this.deviceOf(tx, keys);
    const [known] = await rowsOf<Pick<KnownDevice, 'keyHash'>>(
      tx,
      sql`update known_devices set used_at = ${now} where key_hash = any(${keys.map(hashToken)}) and person_id = ${personId}
        returning key_hash as "keyHash"`,
    );
    if (known) return { hash: known.keyHash };
    const { token, hash } = newToken();
    await tx.insert(KnownDevice, { keyHash: hash, personId, deviceId, madeAt: now, usedAt: now });
    await execute(
      tx,
      sql`delete from known_devices where person_id = ${personId} and key_hash not in (
         select key_hash from known_devices where person_id = ${personId} order by used_at desc, made_at desc limit ${MOST_DEVICES})`,
    );
    return { hash, fresh: token };
  }

  /** All of these keys lie on one machine, whoever signed in there: they are told as one from now on. */
  private async deviceOf(tx: Tx, keys: readonly string[]): Promise<string> {
    const hashes = keys.map(hashToken);
    const [known] = await rowsOf<{ id: string }>(
      tx,
      sql`select device_id as id from known_devices where key_hash = any(${hashes}) and device_id is not null order by used_at limit 1`,
    );
    const id = known?.id ?? v7();
    await execute(
      tx,
      sql`update known_devices set device_id = ${id} where key_hash = any(${hashes}) and device_id is distinct from ${id}::uuid`,
    );
    return id;
  }
}
