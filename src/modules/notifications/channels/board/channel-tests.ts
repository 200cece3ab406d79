import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { ChannelId } from '#contracts/enums';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { notificationErrors } from '../../notifications.errors.ts';
import { ChannelTest } from '../../plan/states/channel.entity.ts';

/** Enough to see whether a channel works again; a test costs a call to the platform, and by some channels money. */
const TESTS_PER_HOUR = 6;
const HOUR_MS = 3_600_000;

/** Where a person's test goes, and how often one may be sent. */
@Injectable()
export class ChannelTests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async addressOf({ personId }: Actor, channel: ChannelId): Promise<string | null> {
    const row = await this.database.one<{ address: string | null }>(
      sql`select address from addresses_at(${this.clock.now()}) where person_id = ${personId} and channel = ${channel}`,
    );
    return row?.address ?? null;
  }

  /** Counts one test. @throws notification.tooManyTests with `minutes` */
  async count({ personId }: Actor, channel: ChannelId): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - HOUR_MS);
    await this.database.tx(async (tx) => {
      await execute(tx, sql`select pg_advisory_xact_lock(hashtext(${`channel_tests ${personId}`}))`);
      await execute(tx, sql`delete from channel_tests where person_id = ${personId} and at <= ${since}`);
      const tests = await rowsOf<{ at: Date }>(
        tx,
        sql`select at from channel_tests where person_id = ${personId} order by at`,
      );
      const [first] = tests;
      if (first && tests.length >= TESTS_PER_HOUR) throw tooMany(first.at.getTime() - since.getTime());
      await tx.insert(ChannelTest, { id: v7(), personId, channel, at: now });
    });
  }
}

function tooMany(waitMs: number) {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return notificationErrors.tooManyTests({ minutes, most: TESTS_PER_HOUR }).after(waitMs / 1_000);
}
