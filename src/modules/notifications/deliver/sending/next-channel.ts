import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { empty, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { chunksOf } from '../../plan/planning/chunk-sql.ts';
import { ChannelOrderQueries } from '../../plan/planning/channel-order.ts';
import { routesOf } from '../../plan/planning/route-sql.ts';
import type { OfferedChunk } from '../../plan/planning/chunk-queue.ts';

/** Opens the next channel in the order for people whom one refused. Who has no further address keeps the inbox alone. */
@Injectable()
export class NextChannel {
  constructor(
    private readonly channelOrders: ChannelOrderQueries,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that notes the refusal; gives the new chunks. A channel is tried once per message and person. */
  async open(tx: Tx, messageId: string, kind: string, personIds: readonly string[]): Promise<OfferedChunk[]> {
    if (personIds.length === 0) return [];
    const channelOrder = await this.channelOrders.within(tx, 0);
    if (channelOrder.channels.length < 2) return [];
    const now = this.clock.now();
    const people = {
      from: sql`people n`,
      personId: sql`n.person_id`,
      withAll: false,
      columns: empty,
      columnsAgain: empty,
      mandatory: sql`n.mandatory`,
      kind,
      now,
      unless: hasTried(messageId, sql`n.person_id`),
    };
    return rowsOf<OfferedChunk>(
      tx,
      sql`with people as materialized (
         select person_id, mandatory from notifications where message_id = ${messageId} and person_id = any(${personIds}::uuid[])),
       routed as (${routesOf(people, channelOrder)}),${chunksOf({ messageId, now, dueAt: now, isRepeatSafe: true })}
       select id, channel from parts`,
    );
  }
}

/** Of the channel `a.channel`: the message has been with it for this person before. */
export const hasTried = (messageId: string | Sql, personId: Sql): Sql => sql`exists (
  select 1 from deliveries d where d.message_id = ${messageId} and d.person_id = ${personId} and d.channel = a.channel)`;
