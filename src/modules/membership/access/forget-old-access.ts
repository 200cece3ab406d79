import { Injectable } from '@nestjs/common';
import { KeepingTerms } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { BEGUN_MS } from './second-factor/factor-store.ts';

const DAY_MS = 86_400_000;
/** A device that has not signed in for so long is a stranger again. */
const DEVICE_DAYS = 400;

/** Erases sessions, invites and devices that have been over for a while, and second factors that were begun and left. */
@Injectable()
export class ForgetOldAccess {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keeping: KeepingTerms,
  ) {}

  @Tick('membership.forget-old-access', DAY_MS)
  async execute(): Promise<unknown> {
    const before = await this.keeping.before('keepSessions');
    const strangeBefore = new Date(this.clock.now().getTime() - DEVICE_DAYS * DAY_MS);
    await this.database.rows(sql`delete from known_devices where used_at < ${strangeBefore}`);
    const begunBefore = new Date(this.clock.now().getTime() - BEGUN_MS);
    await this.database.rows(sql`delete from second_factors where confirmed_at is null and made_at < ${begunBefore}`);
    await this.database.rows(sql`delete from sessions where least(ended_at, expires_at) < ${before}`);
    await this.database.rows(sql`delete from access_requests where closed_at < ${before}`);
    return this.database.rows(sql`delete from invites where expires_at < ${before}`);
  }
}
