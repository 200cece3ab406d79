/** Opening and ending sessions inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, short, sql, type Tx } from '#platform/database';
import { AccessActs } from '#platform/trail';
import type { Post } from '../../officers/posts/post.entity.ts';
import { roleOrder } from '../../people/people/people.queries.ts';
import { Session } from './session.entity.ts';
import { closeAccessRequests } from './close-access-requests.ts';

export interface SignedIn {
  personId: string;
  sessionId: string;
  token: string;
  expiresAt: Date;
  /** Tells this device from strangers at the next sign-in with the password. */
  deviceKey?: string;
  /** The session opens nothing before the second factor, which can be shown in these ways. */
  awaits?: FactorWay[];
}

type Office = Pick<Post, 'unitId'>;

/** Paper stands in for any. */
export type FactorWay = 'code' | 'passkey';

/** Of the authenticator, from paper, or by a key. */
export type ShownCode = 'code' | 'recovery';
export type ShownFactor = ShownCode | 'passkey';

export type SessionEnd = NonNullable<Session['endedBecause']>;

interface SessionOptions {
  device?: string | undefined;
  privateDevice?: boolean;
  by?: Session['openedBy'];
  /** The platform's account that opens it. */
  accountId?: string | null;
  /** Of the device's key. */
  deviceHash?: Buffer;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Of members' phones and of officers' sessions, from the last use on. What the person holds is asked at each use. */
export const MEMBER_SECONDS = 90 * DAY;
export const OFFICER_SECONDS = 12 * HOUR;
/** Chosen by whoever signs in with a password. */
const PRIVATE_DEVICE_SECONDS = 30 * DAY;
/** For finding the phone and its code. */
const HALF_SECONDS = 10 * 60;

@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly acts: AccessActs,
  ) {}

  async open(
    tx: Tx,
    personId: string,
    { device = '', privateDevice = false, accountId = null, by = null, deviceHash }: SessionOptions,
  ): Promise<SignedIn> {
    const now = this.clock.now();
    const chosen = privateDevice ? PRIVATE_DEVICE_SECONDS : null;
    const office = await this.officeOf(tx, personId);
    // An account of a platform lies on a phone of its owner, and the mini-app shows no officer's work.
    const ways = by === null ? undefined : await waysOf(tx, personId);
    const awaitsCode = ways !== undefined;
    const seconds = awaitsCode ? HALF_SECONDS : termOf(chosen, office);
    const expiresAt = new Date(now.getTime() + seconds * 1_000);
    const { token, hash } = newToken();
    const sessionId = v7();
    await tx.insert(Session, {
      id: sessionId,
      personId,
      tokenHash: hash,
      device,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      slidesSeconds: chosen,
      openedBy: by,
      awaitsCode,
      provenAt: by === 'password' && !awaitsCode ? now : null,
      accountId,
      deviceHash: deviceHash ?? null,
    });
    const opened = { personId, sessionId, token, expiresAt };
    if (ways) return { ...opened, awaits: ways };
    await this.welcome(tx, opened, office, by === 'password' ? 'sign_in.password' : (by ?? 'account'));
    return opened;
  }

  /** The code or the key has come: the session is whole. */
  async admit(tx: Tx, by: Pick<SignedIn, 'personId' | 'sessionId'>, shown: ShownFactor): Promise<void> {
    const now = this.clock.now();
    const office = await this.officeOf(tx, by.personId);
    await execute(
      tx,
      sql`update sessions set awaits_code = false, proven_at = ${now}, last_seen_at = ${now},
          expires_at = ${now}::timestamptz + make_interval(secs => coalesce(slides_seconds, ${termOf(null, office)}::int))
        where id = ${by.sessionId} and ended_at is null`,
    );
    await execute(
      tx,
      sql`update known_devices d set proven_at = ${now} from sessions s
        where s.id = ${by.sessionId} and d.key_hash = s.device_hash and d.person_id = s.person_id`,
    );
    await execute(tx, sql`select pg_notify('actor_changed', ${by.personId})`);
    await this.welcome(tx, by, office, `sign_in.${shown}`);
  }

  /** The person has just shown password, code or key in this session. */
  async prove(tx: Tx, { personId, sessionId }: Pick<SignedIn, 'personId' | 'sessionId'>): Promise<void> {
    await tx.update(Session, { id: sessionId }, { provenAt: this.clock.now() });
    await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
  }

  /** @returns the ids that were alive; the person's cached rights are dropped in every process. */
  async end(
    tx: Tx,
    personId: string,
    { because, by, ...which }: { because: SessionEnd; by: string; only?: string; except?: string },
  ): Promise<string[]> {
    const now = this.clock.now();
    const only = which.only ?? null;
    const except = which.except ?? null;
    const ended = await rowsOf<{ id: string }>(
      tx,
      sql`update sessions set ended_at = ${now}, ended_because = ${because}, ended_by = ${by}
          where person_id = ${personId} and ended_at is null and expires_at > ${now}
          and (${only}::uuid is null or id = ${only}) and (${except}::uuid is null or id <> ${except}) returning id`,
    );
    await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
    return ended.map(({ id }) => id);
  }

  /** Those that these accounts of the person have opened. */
  async endOfAccounts(tx: Tx, personId: string, accountIds: readonly string[]): Promise<void> {
    await execute(
      tx,
      sql`update sessions set ended_at = ${this.clock.now()}, ended_because = 'changed' where account_id = any(${accountIds}) and ended_at is null`,
    );
    await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
  }

  /** Of the office that the person holds. */
  async placeOf(personId: string): Promise<string | null> {
    return (await this.officeOf(this.database.manager, personId))?.unitId ?? null;
  }

  /** Somebody is in: nobody has to help any more, and the log says so of whoever holds an office. */
  private async welcome(
    tx: Tx,
    by: Pick<SignedIn, 'personId' | 'sessionId'>,
    office: Office | undefined,
    what: string,
  ) {
    await closeAccessRequests(tx, by.personId, this.clock.now());
    // An app opens a session at each launch: of people without an office that would be the log's most lines, and no news.
    if (!office) return;
    const { unitId } = office;
    await this.acts.note(by, { kind: 'sign_in', what, unitId, byUnitId: unitId }, tx);
  }

  private async officeOf(tx: Tx, personId: string): Promise<Office | undefined> {
    const [post] = await rowsOf<Office>(
      tx,
      short(sql`select pp.unit_id as "unitId" from posts pp where pp.person_id = ${personId}
        and pp.validity @> ${this.clock.today()}::date order by ${roleOrder}, pp.id limit 1`),
    );
    return post;
  }
}

function termOf(chosen: number | null, office: Office | undefined): number {
  return chosen ?? (office ? OFFICER_SECONDS : MEMBER_SECONDS);
}

/** Undefined without a second factor. */
async function waysOf(tx: Tx, personId: string): Promise<FactorWay[] | undefined> {
  const [factor] = await rowsOf<{ authenticator: boolean; keys: boolean }>(
    tx,
    sql`select f.sealed is not null as authenticator, exists (select 1 from passkeys k where k.factor_id = f.id) as keys
      from second_factors f where f.person_id = ${personId} and f.confirmed_at is not null`,
  );
  if (!factor) return undefined;
  return [...(factor.authenticator ? ['code' as const] : []), ...(factor.keys ? ['passkey' as const] : [])];
}
