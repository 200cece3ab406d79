/** The rows behind the webhooks: taken once, worked under a lease. */
import { Injectable } from '@nestjs/common';
import type { InboundEvent } from '#channels';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { eventId } from '../chat/talks/event-id.ts';
import type { StoredBody, WebhookEvent } from './webhook-event.entity.ts';

export type StoredEvent = Pick<WebhookEvent, 'id' | 'channel' | 'kind' | 'attempts'> & { body: StoredBody };

/** Whoever works on an event has it for so long; after that it is taken for lost. */
const LEASE_MS = 60_000;
/** A job that the queue has lost is found again after this. */
const UNTAKEN_MS = 20_000;
const ROUND = 500;

@Injectable()
export class WebhookEvents {
  /** How many have come in this millisecond. */
  private lately = { at: 0, count: 0 };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the ids of those that were not known yet. What comes within one millisecond keeps its order: the clock gives
   * milliseconds, the row holds microseconds.
   */
  async take(channel: string, events: readonly InboundEvent[]): Promise<string[]> {
    const now = this.clock.now();
    const rows = await this.database.rows<{ id: string }>(
      sql`insert into webhook_events (id, channel, kind, chat, body, received_at, due_at)
       select id, ${channel}, kind, chat, body, ${now}::timestamptz + (${this.placesFrom(now.getTime(), events.length)}::int + place) * interval '1 microsecond', ${now}
         from unnest(${events.map(({ dedupKey }) => eventId(channel, dedupKey))}::uuid[],
           ${events.map(({ kind }) => kind)}::text[], ${events.map(({ actor }) => clean(actor))}::text[],
             ${events.map((event) => bodyOf(event, now))}::jsonb[]) with ordinality as e(id, kind, chat, body, place)
       on conflict do nothing returning id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Undefined when it is done, not due, another worker's, or when one before it in its chat has not had its turn. */
  claim(id: string): Promise<StoredEvent | undefined> {
    const now = this.clock.now();
    return this.database.one(
      sql`update webhook_events w set attempts = attempts + 1, due_at = ${new Date(now.getTime() + LEASE_MS)}, failed = false
        where id = ${id} and done_at is null and due_at <= ${now}
          and not exists (
            select 1 from webhook_events e
             where e.channel = w.channel and e.chat = w.chat and e.done_at is null and not e.failed
               and (e.received_at, e.id) < (w.received_at, w.id))
       returning id, channel, kind, body, attempts`,
    );
  }

  /** Ends it for good, and gives the id of the chat's next one. */
  done(id: string, { failed = false } = {}): Promise<string | undefined> {
    return this.release(id, sql`done_at = ${this.clock.now()}, body = null, chat = null, failed = ${failed}`);
  }

  /** Tries it again later; those behind it no longer wait for it. Gives the id of the chat's next one. */
  later(id: string, milliseconds: number): Promise<string | undefined> {
    const dueAt = new Date(this.clock.now().getTime() + milliseconds);
    return this.release(id, sql`due_at = ${dueAt}, failed = true`);
  }

  /** What should have been worked by now. */
  async overdue(): Promise<{ id: string; attempts: number }[]> {
    const now = this.clock.now();
    return this.database.rows(
      sql`select id, attempts from webhook_events where done_at is null and due_at <= ${now}
        and (attempts > 0 or received_at <= ${new Date(now.getTime() - UNTAKEN_MS)}) order by due_at limit ${ROUND}`,
    );
  }

  private placesFrom(at: number, count: number): number {
    if (this.lately.at !== at) this.lately = { at, count: 0 };
    this.lately.count += count;
    return Math.min(this.lately.count, 999) - count;
  }

  /**
   * Two statements on purpose: what comes in before the first has committed cannot be claimed yet and is found by the
   * second, what comes later finds its way free. In one statement an event could miss both and wait for the sweep.
   */
  private async release(id: string, changes: Sql): Promise<string | undefined> {
    // The instant as text: a Date would lose its microseconds.
    const mine = await this.database.one<Pick<WebhookEvent, 'channel' | 'chat'> & { receivedAt: string }>(
      sql`with before as (select chat from webhook_events where id = ${id})
       update webhook_events w set ${changes} from before where w.id = ${id} and w.done_at is null
       returning w.channel, before.chat, w.received_at::text as "receivedAt"`,
    );
    if (!mine) return undefined;
    const next = await this.database.one<{ id: string }>(
      sql`select id from webhook_events
        where channel = ${mine.channel} and chat = ${mine.chat} and done_at is null
          and (received_at, id) > (${mine.receivedAt}::timestamptz, ${id}) order by received_at, id limit 1`,
    );
    return next?.id;
  }
}

/** Nothing has happened later than we heard of it. */
function bodyOf({ dedupKey: _, occurredAt, ...rest }: InboundEvent, now: Date): string {
  const body = { ...rest, occurredAt: new Date(Math.min(occurredAt.getTime(), now.getTime())) };
  return JSON.stringify(body, (_key, value: unknown) => (typeof value === 'string' ? clean(value) : value));
}

/** What PostgreSQL cannot hold, nobody has meant to write: a zero character, half of a character pair. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
