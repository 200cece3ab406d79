/** The rows behind the webhooks: taken once, worked under a lease, forgotten when no platform sends them again. */
import { Injectable } from '@nestjs/common';
import type { InboundEvent } from '#channels';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { eventId } from './event-id.ts';

export interface StoredEvent {
  id: string;
  channel: string;
  kind: string;
  body: Omit<InboundEvent, 'occurredAt' | 'dedupKey'> & { occurredAt: string };
  attempts: number;
}

/** Whoever works on an event has it for so long; after that it is taken for lost. */
const LEASE_MS = 60_000;
/** A job that the queue has lost is found again after this. */
const UNTAKEN_MS = 20_000;
const ROUND = 500;
/** Telegram keeps updates for a day, Zalo sends again for about two hours. */
const KEPT_MS = 2 * 86_400_000;

@Injectable()
export class WebhookEvents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Gives the ids of those that were not known yet. */
  async take(channel: string, events: readonly InboundEvent[]): Promise<string[]> {
    const now = this.clock.now();
    const rows = await this.database.rows<{ id: string }>(
      `insert into webhook_events (id, channel, kind, body, received_at, due_at)
       select id, $1, kind, body, $2, $2 from unnest($3::uuid[], $4::text[], $5::jsonb[]) as e(id, kind, body)
       on conflict do nothing returning id`,
      [
        channel,
        now,
        events.map(({ dedupKey }) => eventId(channel, dedupKey)),
        events.map(({ kind }) => kind),
        events.map(({ dedupKey: _, ...body }) => JSON.stringify(body)),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Undefined when it is done, not due, or another worker's. */
  claim(id: string): Promise<StoredEvent | undefined> {
    const now = this.clock.now();
    return this.database.one(
      `update webhook_events set attempts = attempts + 1, due_at = $3 where id = $1 and done_at is null and due_at <= $2
       returning id, channel, kind, body, attempts`,
      [id, now, new Date(now.getTime() + LEASE_MS)],
    );
  }

  async done(id: string, { failed = false } = {}): Promise<void> {
    await this.database.rows('update webhook_events set done_at = $2, body = null, failed = $3 where id = $1', [
      id,
      this.clock.now(),
      failed,
    ]);
  }

  async later(id: string, milliseconds: number): Promise<void> {
    await this.database.rows('update webhook_events set due_at = $2 where id = $1 and done_at is null', [
      id,
      new Date(this.clock.now().getTime() + milliseconds),
    ]);
  }

  /** What should have been worked by now. */
  async overdue(): Promise<{ id: string; attempts: number }[]> {
    const now = this.clock.now();
    return this.database.rows(
      `select id, attempts from webhook_events where done_at is null and due_at <= $1 and (attempts > 0 or received_at <= $2) order by due_at limit ${ROUND}`,
      [now, new Date(now.getTime() - UNTAKEN_MS)],
    );
  }

  async forget(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.rows('delete from webhook_events where received_at < $1', [new Date(now - KEPT_MS)]);
    await this.database.rows('delete from chat_questions where expires_at < $1', [new Date(now)]);
    await this.database.rows('delete from chat_hints where hinted_at < $1', [new Date(now - KEPT_MS)]);
    await this.database.rows('delete from oa_consents where expires_at < $1', [new Date(now - KEPT_MS)]);
  }
}
