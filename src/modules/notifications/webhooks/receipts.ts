/** Receipts of Zalo: a message has arrived, or was seen in the chat. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Delivery } from '../deliver/sending/delivery.entity.ts';
import { RECEIPTS } from '../delivery-channels.ts';
import { LearnRoute } from '../deliver/inbox/learn-route.ts';
import { LiveSignal } from '../deliver/inbox/live-signal.ts';
import { RetryLater } from '../chat/talks/retry-later.ts';

/** A receipt may overtake the writing of the send itself; answers in the chat have no delivery and are let go after this. */
const TRIES = 3;

type Hit = Pick<Delivery, 'messageId' | 'personId'>;

@Injectable()
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly live: LiveSignal,
    private readonly routes: LearnRoute,
    private readonly clock: Clock,
  ) {}

  /** @throws NotYet when no delivery has the id */
  async delivered(providerIds: readonly string[], trackingId?: string): Promise<void> {
    const known = await this.database.rows<Hit>(
      sql`update delivery_rows set state = 'delivered', changed_at = ${this.clock.now()}, failure_class = null, failure_code = null
        where channel = any(${RECEIPTS}) and provider_id = any(${providerIds}) and state in ('sent', 'unknown', 'delivered')
          returning message_id as "messageId", person_id as "personId"`,
    );
    const hits = known.length > 0 || !trackingId ? known : await this.byTracking(providerIds, trackingId);
    if (hits.length === 0) throw new RetryLater('a receipt without a delivery', TRIES);
    await this.tell(hits);
  }

  /** Seen is never earlier than sent; what was seen has arrived. */
  async seen(providerIds: readonly string[], at: Date): Promise<void> {
    const hits = await this.database.rows<Hit & Pick<Delivery, 'channel'>>(
      sql`update delivery_rows set state = 'delivered', changed_at = case when state = 'delivered' then changed_at
        else ${this.clock.now()} end
        where channel = any(${RECEIPTS}) and provider_id = any(${providerIds}) and state in ('sent', 'unknown', 'delivered')
          returning message_id as "messageId", person_id as "personId", channel`,
    );
    if (hits.length === 0) throw new RetryLater('a receipt without a delivery', TRIES);
    await this.database.rows(
      sql`update notifications n set seen_at = greatest(n.created_at, ${at}), fetched_at = coalesce(n.fetched_at,
        greatest(n.created_at, ${at}))
         from unnest(${hits.map(({ messageId }) => messageId)}::uuid[],
           ${hits.map(({ personId }) => personId)}::uuid[]) as h(message_id, person_id)
        where n.message_id = h.message_id and n.person_id = h.person_id and n.seen_at is null`,
    );
    for (const { personId, channel } of hits) await this.routes.note(personId, channel, 'opened', at);
    await this.tell(hits);
  }

  /** A send in doubt that arrived after all: Zalo gives back the mark that travelled with it. Source: Zalo's template messages. */
  private byTracking(providerIds: readonly string[], trackingId: string): Promise<Hit[]> {
    return this.database.rows(
      sql`update delivery_rows d set state = 'delivered', provider_id = ${providerIds[0]}, changed_at = ${this.clock.now()},
        failure_class = null, failure_code = null
         from delivery_chunks c
        where c.channel = 'zalo-zbs' and c.unknown > 0 and d.chunk_id = c.id and d.channel = 'zalo-zbs' and d.state = 'unknown'
          and left(encode(sha256(convert_to(d.message_id || ':' || d.person_id || ':zalo-zbs', 'UTF8')), 'hex'), 40) = ${trackingId}
       returning d.message_id as "messageId", d.person_id as "personId"`,
    );
  }

  private async tell(hits: readonly Hit[]): Promise<void> {
    const orders = await this.database.rows<{ assignmentId: string }>(
      sql`select distinct assignment_id as "assignmentId" from messages where id = any(${hits.map(({ messageId }) => messageId)})
        and assignment_id is not null`,
    );
    for (const { assignmentId } of orders) await this.live.assignment(assignmentId);
  }
}
