/**
 * What sends teach about the channels, told to all processes by rows: a provider's pause, trouble and its end, quota. What
 * this process has just learnt counts here at once, before the row comes back.
 */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { LimitFacts } from '#channels';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { type ChannelFacts, ChannelStates } from './channel-states.ts';

const QUOTA_EVERY_MS = 10_000;
/** Several sends that hear the same at once tell it once. */
const SAME_MS = 1_000;
const nothing: ChannelFacts = { stop: undefined, states: new Map() };

@Injectable()
export class ChannelHealth {
  private facts: ChannelFacts = nothing;
  private readonly pauses = new Map<string, Date>();
  private readonly quotas = new Map<string, { left: number; at: Date; writtenAt: number }>();

  constructor(
    private readonly states: ChannelStates,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Asked before each batch: costs nothing while what is known is young. */
  async look(): Promise<void> {
    this.facts = await this.states.facts();
  }

  /** Declared down, or everything is stopped: nobody knows until when. As of the last look. */
  isHeld(channel: string): boolean {
    return this.facts.stop !== undefined || Boolean(this.facts.states.get(channel)?.declaredDownAt);
  }

  /** Milliseconds for which the channel's provider wants no calls; 0 when it may be used. */
  pauseMs(channel: string): number {
    const now = this.clock.now().getTime();
    const known = this.facts.states.get(channel)?.pausedUntil?.getTime() ?? now;
    return Math.max(0, known - now, (this.pauses.get(channel)?.getTime() ?? now) - now);
  }

  /** Messages that the provider says are left today; undefined when it has not said so today. */
  quotaLeft(channel: string): number | undefined {
    const row = this.facts.states.get(channel);
    const stored = row?.quotaAt && row.quotaLeft !== null ? { left: row.quotaLeft, at: row.quotaAt } : undefined;
    const own = this.quotas.get(channel);
    const latest = own && (!stored || own.at >= stored.at) ? own : stored;
    return latest && this.clock.dayOf(latest.at) === this.clock.today() ? latest.left : undefined;
  }

  /** All channels of an account, in all processes. Never shortens a pause. */
  async pause(channels: readonly string[], milliseconds: number): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + milliseconds);
    const later = channels.filter((channel) => this.pauseMs(channel) < milliseconds - SAME_MS);
    if (later.length === 0) return;
    for (const channel of later) this.pauses.set(channel, until);
    await this.database.rows(
      sql`insert into channel_states as s (channel, paused_until, changed_at) select c, ${until}, ${now}
        from unnest(${later}::text[]) c order by 1
       on conflict (channel) do update set paused_until = greatest(s.paused_until, excluded.paused_until),
         changed_at = excluded.changed_at`,
    );
    await this.states.changed();
  }

  /** The first trouble is noted with its code; more of the same is not. */
  async failing(channel: string, code: string): Promise<void> {
    if (this.facts.states.get(channel)?.failingSince) return;
    const now = this.clock.now();
    const shortCode = code.slice(0, 100);
    const begun = await this.database.rows(
      sql`with begun as (
         insert into channel_states as s (channel, failing_since, failing_code, changed_at) values (${channel}, ${now}, ${shortCode}, ${now})
         on conflict (channel) do update set failing_since = ${now}, failing_code = ${shortCode}, changed_at = ${now}
           where s.failing_since is null returning 1)
       insert into channel_log (id, at, channel, kind, detail)
         select ${v7()}, ${now}::timestamptz, ${channel}, 'failing', ${shortCode} from begun returning 1`,
    );
    if (begun.length > 0) this.log.warn({ channel, reason: code }, 'a channel is in trouble');
    await this.told();
  }

  async recovered(channel: string): Promise<void> {
    if (!this.facts.states.get(channel)?.failingSince) return;
    const now = this.clock.now();
    await this.database.rows(
      sql`with ended as (
         update channel_states set failing_since = null, failing_code = null, changed_at = ${now} where channel = ${channel}
           and failing_since is not null returning 1)
       insert into channel_log (id, at, channel, kind) select ${v7()}, ${now}::timestamptz, ${channel}, 'recovered' from ended
         returning 1`,
    );
    await this.told();
  }

  /** What an answer said of the quota; written every few seconds, and at once when it is used up. */
  noteQuota(channel: string, { quotaLeft, quotaTotal, at }: LimitFacts): void {
    if (quotaLeft === undefined) return;
    const before = this.quotas.get(channel);
    const isUsedUp = quotaLeft === 0 && before?.left !== 0;
    const isDue = performance.now() - (before?.writtenAt ?? Number.NEGATIVE_INFINITY) >= QUOTA_EVERY_MS;
    const writtenAt = isDue || isUsedUp ? performance.now() : (before?.writtenAt ?? 0);
    this.quotas.set(channel, { left: quotaLeft, at, writtenAt });
    if (isDue || isUsedUp) void this.writeQuota(channel, quotaLeft, quotaTotal ?? null, at);
  }

  private async writeQuota(channel: string, left: number, total: number | null, at: Date): Promise<void> {
    await this.database
      .rows(
        sql`insert into channel_states as s (channel, quota_left, quota_total, quota_at, changed_at)
          values (${channel}, ${left}, ${total}, ${at}, ${at})
         on conflict (channel) do update set quota_left = ${left}, quota_total = coalesce(${total}, s.quota_total),
           quota_at = ${at}, changed_at = ${at}`,
      )
      .catch((error: unknown) => this.log.warn({ channel, error }, 'a quota could not be noted'));
  }

  private async told(): Promise<void> {
    await this.states.changed();
    await this.look();
  }
}
