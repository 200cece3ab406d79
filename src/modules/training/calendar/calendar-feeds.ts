import { Inject, Injectable } from '@nestjs/common';
import { type Actor, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { calendarErrors } from '../training.errors.ts';
import type { CalendarReader } from './write-my-calendar.ts';

/**
 * The private address that a calendar subscribes to. It shows a person's sessions to whoever knows it and signs nobody
 * in; only its hash is kept, opening another ends it.
 */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async open({ personId }: Actor): Promise<{ url: string }> {
    const { token, hash } = newToken();
    const now = this.clock.now();
    await this.database.tx(async (tx) => {
      // Two phones that open one at once: the later stands.
      await tx.query('select 1 from people where id = $1 for update', [personId]);
      await tx.query('update calendar_feeds set closed_at = $2 where person_id = $1 and closed_at is null', [
        personId,
        now,
      ]);
      await tx.query('insert into calendar_feeds (token_hash, person_id, opened_at) values ($1, $2, $3)', [
        hash,
        personId,
        now,
      ]);
    });
    return { url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/v1/calendar/${token}` };
  }

  async close({ personId }: Actor): Promise<void> {
    await this.database.rows('update calendar_feeds set closed_at = $2 where person_id = $1 and closed_at is null', [
      personId,
      this.clock.now(),
    ]);
  }

  /** Whose calendar it is. @throws calendar.feedClosed also for an address that never was */
  async readerOf(token: string): Promise<CalendarReader> {
    const reader = await this.database.one<CalendarReader>(
      `select f.person_id as "personId", p.language from calendar_feeds f join people p on p.id = f.person_id
        where f.token_hash = $1 and f.closed_at is null and p.anonymised_at is null`,
      [hashToken(token)],
    );
    if (!reader) throw calendarErrors.feedClosed();
    return reader;
  }
}
