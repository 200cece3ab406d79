import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { traced } from '#platform/telemetry';
import { definedEvents } from './event.ts';
import type { OutboxEntry } from './outbox.entity.ts';
import { EventRegistry } from './registry.ts';
import type { HandlingJob } from './relay.ts';

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 10 * 60_000;

/**
 * Runs one subscriber for one event and notes the outcome in PostgreSQL; the queue's copy is a hint.
 * Single rows by hand: the bench `fan-out` passes here.
 */
@Injectable()
export class HandleEvent {
  constructor(
    private readonly database: Database,
    private readonly registry: EventRegistry,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute({ eventId, event, subscriber }: HandlingJob): Promise<void> {
    const row = await this.database.one<Pick<OutboxEntry, 'payload' | 'occurredAt' | 'actorId' | 'unitId'>>(
      sql`select o.payload, o.occurred_at as "occurredAt", o.actor_id as "actorId", o.unit_id as "unitId"
         from outbox o join event_handlings h on h.event_id = o.id
        where o.id = ${eventId} and h.subscriber = ${subscriber} and h.done_at is null`,
    );
    const handler = this.registry.handler(event, subscriber);
    const definition = definedEvents().get(event);
    if (!row || !handler || !definition) return;
    try {
      const { payload, ...occurrence } = row;
      await traced({ name: `handle ${subscriber}` }, () =>
        handler(definition.payload.parse(payload), { id: eventId, ...occurrence }),
      );
      await this.database.rows(
        sql`update event_handlings set done_at = ${this.clock.now()}, failure = null where event_id = ${eventId}
          and subscriber = ${subscriber}`,
      );
    } catch (error) {
      await this.postpone(eventId, subscriber, error);
    }
  }

  private async postpone(eventId: string, subscriber: string, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.error({ eventId, subscriber, error }, 'an event handler failed and will run again');
    await this.database.rows(
      sql`update event_handlings
          set attempts = attempts + 1, failure = left(${reason}, 500),
              next_attempt_at = ${this.clock.now()}::timestamptz + least(interval '1 millisecond' * ${FIRST_RETRY_MS} * power(2,
                least(attempts, 16)), interval '1 millisecond' * ${LONGEST_RETRY_MS})
        where event_id = ${eventId} and subscriber = ${subscriber}`,
    );
  }
}
