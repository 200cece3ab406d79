import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import type { Passkey } from './passkey.entity.ts';
import type { KeyOfPerson } from './relying-party.ts';

export type KeptKey = Pick<Passkey, 'id' | 'name' | 'madeAt' | 'usedAt' | 'credentialId' | 'publicKey' | 'transports'>;

/** A person's keys: they hang on the second factor that stands, and go with it. */
@Injectable()
export class PasskeyStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. */
  ofPerson(personId: string): Promise<KeptKey[]> {
    return this.database.rows<KeptKey>(
      sql`select k.id, k.name, k.made_at as "madeAt", k.used_at as "usedAt", k.credential_id as "credentialId",
              k.public_key as "publicKey", k.transports
         from passkeys k join second_factors f on f.id = k.factor_id
        where f.person_id = ${personId} and f.confirmed_at is not null order by k.made_at, k.id`,
    );
  }

  /** False when somebody has this key already. */
  async add(
    tx: Tx,
    factorId: string,
    key: KeyOfPerson & Pick<Passkey, 'name'> & { counter: number },
  ): Promise<boolean> {
    const { credentialId, publicKey, counter, transports, name } = key;
    const added = await rowsOf(
      tx,
      sql`insert into passkeys (id, factor_id, credential_id, public_key, counter, transports, name, made_at)
        values (${v7()}, ${factorId}, ${credentialId}, ${publicKey}, ${counter}, ${transports}, ${name}, ${this.clock.now()})
        on conflict (credential_id) do nothing returning 1`,
    );
    return added.length > 0;
  }

  /** A key that counts has to have counted on: a copy of it falls behind. Of two answers at once, one gets in. */
  async use(id: string, counter: number): Promise<boolean> {
    const used = await this.database.rows(
      sql`update passkeys set counter = ${counter}, used_at = ${this.clock.now()}
        where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0)) returning 1`,
    );
    return used.length > 0;
  }

  async rename(personId: string, id: string, name: string): Promise<boolean> {
    const renamed = await this.database.rows(
      sql`update passkeys k set name = ${name} from second_factors f
        where k.id = ${id} and f.id = k.factor_id and f.person_id = ${personId} returning 1`,
    );
    return renamed.length > 0;
  }

  async remove(tx: Tx, personId: string, id: string): Promise<boolean> {
    const removed = await rowsOf(
      tx,
      sql`delete from passkeys k using second_factors f
        where k.id = ${id} and f.id = k.factor_id and f.person_id = ${personId} returning 1`,
    );
    return removed.length > 0;
  }
}
