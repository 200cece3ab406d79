import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { CHUNK_SIZE } from '../delivery-channels.ts';
import { chunksOf } from '../plan/chunk-sql.ts';
import { ChannelOrderQueries } from '../plan/channel-order.ts';
import { routesOf } from '../plan/route-sql.ts';
import type { OfferedChunk } from './chunk-queue.ts';

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
    const people = {
      from: 'people n',
      personId: 'n.person_id',
      mandatory: 'n.mandatory',
      kind: '$2',
      now: '$4',
      unless: hasTried('$1', 'n.person_id'),
    };
    return rowsOf<OfferedChunk>(
      tx,
      `with people as materialized (select person_id, mandatory from notifications where message_id = $1 and person_id = any($3)),
       routed as (${routesOf(people, channelOrder)}),${chunksOf({ messageId: '$1', now: '$4', dueAt: '$4', chunkSize: '$5', isRepeatSafe: true })}
       select id, channel from parts`,
      [messageId, kind, personIds, this.clock.now(), CHUNK_SIZE],
    );
  }
}

/** Of the channel `a.channel`: the message has been with it for this person before. */
export const hasTried = (messageId: string, personId: string): string =>
  `exists (select 1 from deliveries d where d.message_id = ${messageId} and d.person_id = ${personId} and d.channel = a.channel)`;
