import { Injectable } from '@nestjs/common';
import { startOfDay } from '#i18n';
import { Clock, Tick } from '#platform/clock';
import { CommandCounts } from '#platform/commands';
import { Database, sql } from '#platform/database';
import { PublicMonth } from './public-month.entity.ts';
import { lastMonthOf, monthAfter } from './public-month.ts';

const HOUR_MS = 3_600_000;

/** Counts the month that is over, once: what it counts is forgotten in time, its figures are not. */
@Injectable()
export class CountMonth {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandCounts,
    private readonly clock: Clock,
  ) {}

  /** True when the month was counted now. */
  @Tick('notifications.public-month', HOUR_MS)
  async run(): Promise<boolean> {
    const month = lastMonthOf(this.clock.today());
    if (await this.database.manager.existsBy(PublicMonth, { month })) return false;
    const [from, to] = [new Date(startOfDay(month)), new Date(startOfDay(monthAfter(month)))];
    const sends = await this.sends(from, to);
    const { all, refused } = await this.commands.between(from, to);
    const rows = await this.database.rows(
      sql`insert into public_months (month, sent, median_seconds, slow_seconds, commands, refused, failed, counted_at)
       values (${month}, ${sends.sent}, ${sends.medianSeconds}, ${sends.slowSeconds}, ${all}, ${refused}, ${sends.failed},
         ${this.clock.now()}) on conflict do nothing returning 1`,
    );
    return rows.length > 0;
  }

  /** By chunks, as everywhere: a chunk's messages count as sent when its last one was. */
  private async sends(
    from: Date,
    to: Date,
  ): Promise<Pick<PublicMonth, 'sent' | 'failed' | 'medianSeconds' | 'slowSeconds'>> {
    const row = await this.database.one<Pick<PublicMonth, 'sent' | 'failed' | 'medianSeconds' | 'slowSeconds'>>(
      sql`with over as materialized (
         select sent, failed, greatest(ceil(extract(epoch from done_at - due_at)), 0)::int as seconds from delivery_chunks
          where done_at >= ${from} and done_at < ${to}),
       ranked as (
         select seconds, sum(sent) over (order by seconds rows unbounded preceding) as upto, sum(sent) over () as total
           from over where sent > 0)
       select coalesce((select sum(sent) from over), 0)::int as sent, coalesce((select sum(failed) from over), 0)::int as failed,
         (select min(seconds) from ranked where upto >= 0.5 * total) as "medianSeconds",
         (select min(seconds) from ranked where upto >= 0.95 * total) as "slowSeconds"`,
    );
    return row ?? { sent: 0, failed: 0, medianSeconds: null, slowSeconds: null };
  }
}
