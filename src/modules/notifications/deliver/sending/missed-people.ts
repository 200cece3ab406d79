import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { digestDayOf } from '../../plan/planning/digest-day.ts';
import type { Written } from './chunks/chunk-rows.ts';

/** Whoever did not get a message before it became stale hears of it once, in the next digest. */
@Injectable()
export class MissedPeople {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async note(written: readonly Written[]): Promise<void> {
    const stale = written.filter(({ outcome }) => outcome.state === 'skipped' && outcome.failureCode === 'expired');
    if (stale.length === 0) return;
    await this.database.rows(
      sql`insert into digest_people (due_on, person_id)
        select ${digestDayOf(this.clock, this.env)}::date, unnest(${stale.map(({ row }) => row.personId)}::uuid[])
        on conflict do nothing`,
    );
  }
}
