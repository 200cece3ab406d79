import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Log } from '#platform/logging';
import { seal, Secrets, unseal } from '#platform/secrets';
import { accessErrors } from '../../membership.errors.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { RecoveryCode, SecondFactor } from './second-factor.entity.ts';
import { stepOf } from './totp.ts';

/** One that was begun and got no code for so long is none. */
export const BEGUN_MS = 60 * 60_000;
const SECRET_NAME = 'second-factors';

type Kept = Pick<SecondFactor, 'id' | 'sealed' | 'lastStep'>;

/** A person's authenticator, and the codes on paper that stand in for it. */
@Injectable()
export class FactorStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Takes the place of one that was begun and never confirmed. */
  async begin(personId: string, secret: Buffer): Promise<void> {
    const id = v7();
    const sealed = seal(await this.key(), secret, id);
    await this.database.tx(async (tx) => {
      await execute(tx, sql`delete from second_factors where person_id = ${personId} and confirmed_at is null`);
      await tx.insert(SecondFactor, {
        id,
        personId,
        sealed,
        madeAt: this.clock.now(),
        confirmedAt: null,
        lastStep: null,
      });
    });
  }

  /** The one that was begun; undefined when there is none, or its hour is over. */
  begun(personId: string): Promise<Kept | undefined> {
    const since = new Date(this.clock.now().getTime() - BEGUN_MS);
    return this.database.one<Kept>(
      sql`select id, sealed, last_step as "lastStep" from second_factors
        where person_id = ${personId} and confirmed_at is null and made_at > ${since}`,
    );
  }

  confirmed(personId: string): Promise<Kept | undefined> {
    return this.database.one<Kept>(
      sql`select id, sealed, last_step as "lastStep" from second_factors
        where person_id = ${personId} and confirmed_at is not null`,
    );
  }

  /** Where keys and codes on paper hang: beside the authenticator, or on a second factor of keys alone, begun by this. */
  async standing(tx: Tx, personId: string): Promise<{ id: string; isNew: boolean }> {
    const id = v7();
    const now = this.clock.now();
    const made = await rowsOf(
      tx,
      sql`insert into second_factors (id, person_id, made_at, confirmed_at) values (${id}, ${personId}, ${now}, ${now})
        on conflict (person_id) where confirmed_at is not null do nothing returning 1`,
    );
    if (made.length > 0) return { id, isNew: true };
    return { id: await this.lock(tx, personId), isNew: false };
  }

  /** Its keys change one after the other. @throws access.factorNone */
  async lock(tx: Tx, personId: string): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      sql`select id from second_factors where person_id = ${personId} and confirmed_at is not null for update`,
    );
    if (!row) throw accessErrors.factorNone();
    return row.id;
  }

  /** Neither an authenticator nor a key is left. */
  async isEmpty(tx: Tx, personId: string): Promise<boolean> {
    const empty = await rowsOf(
      tx,
      sql`select 1 from second_factors f where f.person_id = ${personId} and f.confirmed_at is not null
        and f.sealed is null and not exists (select 1 from passkeys k where k.factor_id = f.id)`,
    );
    return empty.length > 0;
  }

  /** The step of a code that is right, and was not used; keys alone have no codes. */
  async stepOf({ id, sealed, lastStep }: Kept, code: string): Promise<number | undefined> {
    if (!sealed) return undefined;
    try {
      return stepOf(unseal(await this.key(), sealed, id), code, this.clock.now(), lastStep);
    } catch {
      this.log.error({ factorId: id }, 'a second factor does not open with this key: has SECRET_KEY changed?');
      return undefined;
    }
  }

  /** Of two that bring the same code at once, one gets in. */
  async use(id: string, step: number): Promise<boolean> {
    const used = await this.database.rows(
      sql`update second_factors set last_step = ${step} where id = ${id} and (last_step is null or last_step < ${step})
        returning 1`,
    );
    return used.length > 0;
  }

  /** By the same rule: once. */
  async useRecovery(id: string, code: string): Promise<boolean> {
    const used = await this.database.rows(
      sql`update recovery_codes set used_at = ${this.clock.now()}
        where factor_id = ${id} and code_hash = ${hashRecoveryCode(id, code)} and used_at is null returning 1`,
    );
    return used.length > 0;
  }

  /** In place of the one before, whose keys it takes over. False when another one was begun meanwhile. */
  async confirm(tx: Tx, personId: string, id: string, step: number): Promise<boolean> {
    await execute(
      tx,
      sql`update passkeys k set factor_id = ${id} from second_factors f
        where f.id = k.factor_id and f.person_id = ${personId} and f.id <> ${id}
          and exists (select 1 from second_factors b where b.id = ${id} and b.confirmed_at is null)`,
    );
    await execute(tx, sql`delete from second_factors where person_id = ${personId} and confirmed_at is not null`);
    const confirmed = await rowsOf(
      tx,
      sql`update second_factors set confirmed_at = ${this.clock.now()}, last_step = ${step}
        where id = ${id} and confirmed_at is null returning 1`,
    );
    return confirmed.length > 0;
  }

  /** Ten codes in place of those before; nobody is told them again. */
  async renewRecovery(tx: Tx, id: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await execute(tx, sql`delete from recovery_codes where factor_id = ${id}`);
    await tx.insert(
      RecoveryCode,
      codes.map((code) => ({ id: v7(), factorId: id, codeHash: hashRecoveryCode(id, code), usedAt: null })),
    );
    return codes;
  }

  /** Whether there was one. */
  async end(tx: Tx, personId: string): Promise<boolean> {
    const ended = await rowsOf<{ stood: boolean }>(
      tx,
      sql`delete from second_factors where person_id = ${personId} returning confirmed_at is not null as stood`,
    );
    return ended.some(({ stood }) => stood);
  }

  private key(): Promise<Buffer> {
    return this.secrets.keyOf(SECRET_NAME, 'to-so second factors');
  }
}
