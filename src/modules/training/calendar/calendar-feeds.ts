import { Inject, Injectable } from '@nestjs/common';
import { MembershipApi } from '#modules/membership';
import { type Actor, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, sql } from '#platform/database';
import { calendarErrors } from '../training.errors.ts';
import type { CalendarReader } from './write-my-calendar.ts';
import { CalendarFeed } from './calendar-feed.entity.ts';

/**
 * The private address that a calendar subscribes to. It shows a person's sessions to whoever knows it and signs nobody
 * in; only its hash is kept, opening another ends it.
 */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async open({ personId }: Actor): Promise<{ url: string }> {
    const { token, hash } = newToken();
    const now = this.clock.now();
    await this.database.tx(async (tx) => {
      // Two phones that open one at once: the later stands.
      await this.membership.lockPerson(tx, personId);
      await execute(
        tx,
        sql`update calendar_feeds set closed_at = ${now} where person_id = ${personId} and closed_at is null`,
      );
      await tx.insert(CalendarFeed, { tokenHash: hash, personId, openedAt: now });
    });
    return { url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/v1/calendar/${token}` };
  }

  async close({ personId }: Actor): Promise<void> {
    await this.database.rows(
      sql`update calendar_feeds set closed_at = ${this.clock.now()} where person_id = ${personId} and closed_at is null`,
    );
  }

  /** Whose calendar it is. @throws calendar.feedClosed also for an address that never was */
  async readerOf(token: string): Promise<CalendarReader> {
    const feed = await this.database.one<{ personId: string }>(
      sql`select person_id as "personId" from calendar_feeds where token_hash = ${hashToken(token)} and closed_at is null`,
    );
    const language = feed && (await this.membership.languageOf(feed.personId));
    if (!feed || !language) throw calendarErrors.feedClosed();
    return { personId: feed.personId, language };
  }
}
