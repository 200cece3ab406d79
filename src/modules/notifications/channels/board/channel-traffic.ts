/**
 * Figures of the channels, counted by chunks: half a million messages of a day are a thousand rows. Only what chunks do
 * not know (receipts, doubt) is counted by deliveries, of the few chunks that have any.
 */
import { Injectable } from '@nestjs/common';
import { startOfDay } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { RECEIPTS } from '../../delivery-channels.ts';

export interface Traffic {
  channel: string;
  sentToday: number;
  failed: number;
  costVnd: number;
  p95Seconds: number | null;
  /** Sends per hour of the last 24 hours, oldest first. */
  hours: number[];
}
export interface Figures {
  traffic: ReadonlyMap<string, Traffic>;
  delivered: ReadonlyMap<string, number>;
  inDoubt: ReadonlyMap<string, number>;
}

const HOUR_MS = 3_600_000;
/** How far back doubt is shown and decided: older messages are no news any more. */
export const IN_DOUBT_MS = 48 * HOUR_MS;
/** Many screens ask every half minute: they share one answer. */
const SHARED_MS = 10_000;

@Injectable()
export class ChannelTraffic {
  private shared: { figures: Promise<Figures>; at: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  figures(): Promise<Figures> {
    const now = performance.now();
    if (!this.shared || now - this.shared.at > SHARED_MS) {
      const figures = this.read();
      figures.catch(() => (this.shared = undefined));
      this.shared = { figures, at: now };
    }
    return this.shared.figures;
  }

  /** After an act that changes them. */
  forget(): void {
    this.shared = undefined;
  }

  private async read(): Promise<Figures> {
    const now = this.clock.now();
    const today = new Date(startOfDay(this.clock.dayOf(now)));
    const [traffic, delivered, inDoubt] = await Promise.all([
      this.traffic(now, today),
      this.counts(
        sql`select c.channel, count(*)::int as n from delivery_chunks c join delivery_rows d on d.chunk_id = c.id and d.state = 'delivered'
          where c.done_at >= ${today} and c.channel = any(${RECEIPTS}) group by 1`,
      ),
      this.counts(
        sql`select c.channel, count(*)::int as n from delivery_chunks c join delivery_rows d on d.chunk_id = c.id and d.state = 'unknown'
           and d.failure_code is distinct from 'left'
          where c.done_at >= ${new Date(now.getTime() - IN_DOUBT_MS)} and c.unknown > 0 group by 1`,
      ),
    ]);
    return { traffic, delivered, inDoubt };
  }

  /** A chunk's messages count as sent when its last one was. */
  private async traffic(now: Date, today: Date): Promise<Map<string, Traffic>> {
    const dayAgo = new Date(now.getTime() - 24 * HOUR_MS);
    const rows = await this.database.rows<Omit<Traffic, 'hours'> & { hours: Record<string, number> | null }>(
      sql`with recent as materialized (
         select channel, coalesce(done_at, ${now}) as at, extract(epoch
           from coalesce(done_at, ${now}) - due_at) as seconds, sent, failed, cost_vnd
           from delivery_chunks where done_at >= least(${today}, ${dayAgo}::timestamptz)
         union all
         select channel, ${now}, extract(epoch from ${now} - due_at), sent, failed, cost_vnd from delivery_chunks
           where state = 'claimed'),
       ranked as (
         select channel, seconds, sum(sent) over (partition by channel
           order by seconds rows unbounded preceding) as upto, sum(sent) over (partition by channel) as total from recent
             where at >= ${today} and sent > 0),
       quick as (select channel, ceil(greatest(min(seconds), 0))::int as p95 from ranked where upto >= 0.95 * total group by 1),
       hourly as (
         select channel, json_object_agg(hour, n) as hours from (
           select channel, floor(extract(epoch from at - ${dayAgo}) / 3600)::int as hour, sum(sent)::int as n from recent
             where at > ${dayAgo} group by 1, 2) h group by 1)
       select r.channel, coalesce(sum(r.sent) filter (where r.at >= ${today}), 0)::int as "sentToday",
         coalesce(sum(r.failed) filter (where r.at >= ${today}), 0)::int as failed,
              coalesce(sum(r.cost_vnd) filter (where r.at >= ${today}), 0)::int as "costVnd", (select p95 from quick q
                where q.channel = r.channel) as "p95Seconds", (select hours from hourly h where h.channel = r.channel) as hours
         from recent r group by 1`,
    );
    return new Map(
      rows.map((row) => [
        row.channel,
        { ...row, hours: Array.from({ length: 24 }, (_, hour) => hourOf(row.hours, hour)) },
      ]),
    );
  }

  private async counts(statement: Sql): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ channel: string; n: number }>(statement);
    return new Map(rows.map(({ channel, n }) => [channel, n]));
  }
}

/** What was sent at this very instant belongs to the last hour. */
function hourOf(hours: Record<string, number> | null, hour: number): number {
  return (hours?.[hour] ?? 0) + (hour === 23 ? (hours?.[24] ?? 0) : 0);
}
