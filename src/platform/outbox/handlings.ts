import { Injectable } from '@nestjs/common';
import { FAILED_TIMES } from '#contracts/system/parts';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import type { EventHandling, OutboxEntry } from './outbox.entity.ts';

export type FailedRow = Pick<EventHandling, 'eventId' | 'subscriber' | 'attempts' | 'failure' | 'nextAttemptAt'> &
  Pick<OutboxEntry, 'occurredAt'> & { event: string };

/** What could not be handled. All of it is among the few rows of the index of what is open. */
@Injectable()
export class Handlings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async failedTotal(): Promise<number> {
    const row = await this.database.one<{ n: number }>(
      sql`select count(*)::int as n from event_handlings where done_at is null and attempts >= ${FAILED_TIMES}`,
    );
    return row?.n ?? 0;
  }

  /** Those that wait longest first; ids grow with time. */
  failed(atMost: number): Promise<FailedRow[]> {
    return this.database.rows<FailedRow>(
      sql`select h.event_id as "eventId", h.subscriber, h.attempts, h.failure, h.next_attempt_at as "nextAttemptAt", o.name as event,
            o.occurred_at as "occurredAt"
         from event_handlings h join outbox o on o.id = h.event_id
        where h.done_at is null and h.attempts > 0 order by h.event_id, h.subscriber limit ${atMost}`,
    );
  }

  /** Due now, and counted as if it had never failed. Gives how many. */
  async retry(tx: Tx, eventId: string | null): Promise<number> {
    const rows = await rowsOf(
      tx,
      sql`update event_handlings set next_attempt_at = ${this.clock.now()}, attempts = 0
         where done_at is null and attempts > 0 and (${eventId}::uuid is null or event_id = ${eventId}) returning 1`,
    );
    return rows.length;
  }
}
