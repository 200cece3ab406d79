/** Opening and ending sessions inside a transaction of another use case. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { AccessActs } from '#platform/trail';
import type { Post } from '../../committees/post.entity.ts';
import { roleOrder } from '../../people/people.queries.ts';
import { Session } from './session.entity.ts';
import { closeAccessRequests } from '../passwords/close-access-requests.ts';

export interface SignedIn {
  personId: string;
  sessionId: string;
  token: string;
  expiresAt: Date;
  /** Tells this device from strangers at the next sign-in with the password. */
  deviceKey?: string;
}

export type SessionEnd = NonNullable<Session['endedBecause']>;

interface SessionOptions {
  device?: string | undefined;
  privateDevice?: boolean;
  by?: Session['openedBy'];
  /** The platform's account that opens it. */
  accountId?: string | null;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Of members' phones and of officers' sessions, from the last use on. What the person holds is asked at each use. */
export const MEMBER_SECONDS = 90 * DAY;
export const OFFICER_SECONDS = 12 * HOUR;
/** Chosen by whoever signs in with a password. */
const PRIVATE_DEVICE_SECONDS = 30 * DAY;

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
    { device = '', privateDevice = false, accountId = null, by = null }: SessionOptions,
  ): Promise<SignedIn> {
    const now = this.clock.now();
    const chosen = privateDevice ? PRIVATE_DEVICE_SECONDS : null;
    const office = await this.officeOf(tx, personId);
    const seconds = chosen ?? (office ? OFFICER_SECONDS : MEMBER_SECONDS);
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
      accountId,
    });
    await closeAccessRequests(tx, personId, now);
    // An app opens a session at each launch: of people without an office that would be the log's most lines, and no news.
    if (office) {
      const signIn = {
        kind: 'sign_in' as const,
        what: by === 'password' ? 'sign_in.password' : (by ?? 'account'),
        unitId: office.unitId,
        byUnitId: office.unitId,
      };
      await this.acts.note({ personId, sessionId }, signIn, tx);
    }
    return { personId, sessionId, token, expiresAt };
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

  private async officeOf(tx: Tx, personId: string): Promise<Pick<Post, 'unitId'> | undefined> {
    const [post] = await rowsOf<Pick<Post, 'unitId'>>(
      tx,
      sql`select pp.unit_id as "unitId" from posts pp where pp.person_id = ${personId}
        and pp.validity @> ${this.clock.today()}::date order by ${roleOrder}, pp.id limit 1`,
    );
    return post;
  }
}
