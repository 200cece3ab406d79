import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { DeliveryChannels } from '../delivery-channels.ts';
import type { OfferedChunk } from './chunk-queue.ts';

/** Opens the next channel of the ladder for people whom one refused. Who has no further address keeps the inbox alone. */
@Injectable()
export class NextChannel {
  constructor(
    private readonly channels: DeliveryChannels,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that notes the refusal; gives the new chunks. */
  async open(
    tx: Tx,
    messageId: string,
    kind: string,
    refusing: string,
    personIds: readonly string[],
  ): Promise<OfferedChunk[]> {
    const rest = this.channels.after(refusing);
    if (rest.length === 0 || personIds.length === 0) return [];
    return rowsOf<OfferedChunk>(
      tx,
      `with routed as (
         select distinct on (n.person_id) n.person_id, a.channel, a.address, a.language from notifications n join addresses_at($5) a on a.person_id = n.person_id
          where n.message_id = $1 and n.person_id = any($3) and a.channel = any($4::text[]) and a.address is not null
            and not exists (select 1 from deliveries d where d.message_id = $1 and d.person_id = n.person_id and d.channel = a.channel)
            and not exists (
              select 1 from notification_preferences p where p.person_id = n.person_id and not n.mandatory and ($2 = any(p.muted) or a.channel = any(p.off_channels)))
          order by n.person_id, array_position($4::text[], a.channel)),
       placed as (select person_id, channel, address, language, (row_number() over (partition by channel) - 1)::int as n from routed),
       parts as materialized (select channel, count(*) as size, nextval('delivery_chunks_id_seq') as id from placed group by 1),
       chunks as (insert into delivery_chunks (id, message_id, channel, due_at, offered_at, size) select id, $1, channel, $5, $5, size from parts),
       planned as (
         insert into deliveries (message_id, person_id, channel, chunk_id, position, changed_at, language, address)
         select $1, p.person_id, p.channel, c.id, p.n, $5, p.language, p.address from placed p join parts c using (channel) on conflict do nothing)
       select id, channel from parts`,
      [messageId, kind, personIds, rest, this.clock.now()],
    );
  }
}
