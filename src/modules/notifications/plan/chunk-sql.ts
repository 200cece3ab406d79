/** From people with a route to deliveries in chunks of their own: the same words for planning, refusals and moving. */
import { empty, type Sql, sql } from '#platform/database';
import { CHUNK_SIZE } from '../delivery-channels.ts';

export interface ChunkPlaces {
  messageId: string;
  now: Date;
  /** When the chunks may go. */
  dueAt: Date | Sql;
  /** Somebody may have got the same channel in between. */
  isRepeatSafe?: boolean;
}

/** CTEs after `routed (person_id, channel, address, language)`; the last is `planned`, and `parts` has the new chunks. */
export function chunksOf({ messageId, now, dueAt, isRepeatSafe = false }: ChunkPlaces): Sql {
  return sql`
    placed as (
      select person_id, channel, address, language, (row_number() over (partition by channel) - 1)::int as n from routed),
    parts as materialized (
      select channel, n / ${CHUNK_SIZE}::int as part, count(*) as size, nextval('delivery_chunks_id_seq') as id
        from placed group by 1, 2),
    chunks as (
      insert into delivery_chunks (id, message_id, channel, due_at, offered_at, size)
      select id, ${messageId}::uuid, channel, ${dueAt}::timestamptz,
             case when ${dueAt}::timestamptz <= ${now}::timestamptz then ${now}::timestamptz end, size from parts),
    planned as (
      insert into deliveries (message_id, person_id, channel, chunk_id, position, changed_at, language, address)
      select ${messageId}::uuid, p.person_id, p.channel, c.id, p.n % ${CHUNK_SIZE}::int, ${now}::timestamptz, p.language, p.address
        from placed p join parts c on c.channel = p.channel and c.part = p.n / ${CHUNK_SIZE}::int
      ${isRepeatSafe ? sql`on conflict do nothing` : empty})`;
}
