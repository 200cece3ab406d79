import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Queues } from '#platform/queue';
import type { OutboxEntry } from './outbox.entity.ts';
import { EventRegistry } from './registry.ts';

export interface HandlingJob {
  eventId: string;
  event: string;
  subscriber: string;
}
export const EVENTS_QUEUE = 'events';

const BATCH = 200;
/** A relay that dies between claiming and publishing gives its rows back after this. */
const LEASE_MS = 15_000;
/** What a lost queue forgot is offered again after this. */
const SECOND_OFFER_MS = 60_000;

type Claimed = Pick<OutboxEntry, 'id' | 'name' | 'traceParent'>;
type Traced = HandlingJob & { trace: string | null };

/** Moves committed events into the queue: one job per event and subscriber. Several relays may run at once. */
@Injectable()
export class Relay {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly registry: EventRegistry,
    private readonly clock: Clock,
  ) {}

  /** Publishes what is waiting; gives the number of events. */
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const claimed = await this.claim();
      if (claimed.length === 0) return total;
      await this.publish(claimed);
      total += claimed.length;
    }
  }

  /** Offers again what was published but never finished: back-off after a failure, a flushed Redis, a killed worker. */
  async offerAgain(): Promise<number> {
    const now = this.clock.now();
    const stuck = await this.database.rows<Omit<HandlingJob, 'event'> & Pick<OutboxEntry, 'name' | 'traceParent'>>(
      sql`update event_handlings h set next_attempt_at = ${new Date(now.getTime() + SECOND_OFFER_MS)}
         from outbox o
        where o.id = h.event_id and (h.event_id, h.subscriber) in (
          select event_id, subscriber from event_handlings
           where done_at is null and next_attempt_at <= ${now} order by next_attempt_at limit 500 for update skip locked)
        returning h.event_id as "eventId", h.subscriber, o.name, o.trace_parent as "traceParent"`,
    );
    await this.enqueue(
      stuck.map(({ eventId, name, subscriber, traceParent: trace }) => ({ eventId, event: name, subscriber, trace })),
      `${now.getTime()}`,
    );
    return stuck.length;
  }

  private claim(): Promise<Claimed[]> {
    const now = this.clock.now();
    return this.database.rows<Claimed>(
      sql`update outbox set claimed_until = ${new Date(now.getTime() + LEASE_MS)} where id in (
         select id from outbox where published_at is null and (claimed_until is null or claimed_until < ${now})
          order by id limit ${BATCH} for update skip locked)
       returning id, name, trace_parent as "traceParent"`,
    );
  }

  private async publish(events: Claimed[]): Promise<void> {
    const jobs = events.flatMap(({ id, name, traceParent: trace }) =>
      this.registry.subscribersOf(name).map((subscriber) => ({ eventId: id, event: name, subscriber, trace })),
    );
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into event_handlings (event_id, subscriber, next_attempt_at)
       select * from unnest(${jobs.map((job) => job.eventId)}::uuid[],
         ${jobs.map((job) => job.subscriber)}::text[]) as j(event_id, subscriber),
           (values (${new Date(now.getTime() + SECOND_OFFER_MS)}::timestamptz)) as t(at)
       on conflict do nothing`,
    );
    await this.enqueue(jobs);
    await this.database.rows(
      sql`update outbox set published_at = ${now} where id = any(${events.map((event) => event.id)})`,
    );
  }

  private async enqueue(jobs: Traced[], round = ''): Promise<void> {
    if (jobs.length === 0) return;
    await this.queues.addMany(
      EVENTS_QUEUE,
      jobs.map(({ trace, ...data }) => ({
        name: data.event,
        data,
        trace,
        jobId: [data.eventId, data.subscriber, round].filter(Boolean).join('-'),
      })),
    );
  }
}
