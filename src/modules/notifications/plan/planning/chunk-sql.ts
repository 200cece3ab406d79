/** From people with a route to deliveries in chunks: folded when planned, with rows after refusals and when moved. */
import { empty, type Sql, sql } from '#platform/database';
import { CHUNK_SIZE } from '../../delivery-channels.ts';

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
      select id, ${messageId}::uuid, channel, ${dueAt}::timestamptz, ${offeredAt(dueAt, now)}, size from parts),
    planned as (
      insert into delivery_rows (message_id, person_id, channel, chunk_id, position, changed_at, language, address)
      select ${messageId}::uuid, p.person_id, p.channel, c.id, p.n % ${CHUNK_SIZE}::int, ${now}::timestamptz, p.language, p.address
        from placed p join parts c on c.channel = p.channel and c.part = p.n / ${CHUNK_SIZE}::int
      ${isRepeatSafe ? sql`on conflict do nothing` : empty})`;
}

/**
 * The same without a row for each, and with the inbox entries of those who have no route. CTEs after `routed` with all
 * people: its columns and those of the entry (team_id, task_id, mandatory), `channel` null without a route. Each five
 * hundredth takes the next chunk's id, and those after it the highest so far.
 */
export function foldedChunksOf({ messageId, now, dueAt }: ChunkPlaces): Sql {
  return sql`
    numbered as (
      select r.*, (row_number() over (partition by channel order by person_id) - 1)::int as n from routed r),
    placed as materialized (
      select *, max(case when n % ${CHUNK_SIZE}::int = 0 and channel is not null then nextval('delivery_chunks_id_seq') end)
                  over (partition by channel order by person_id rows unbounded preceding) as chunk_id from numbered),
    parts as materialized (
      select chunk_id as id, channel, count(*) as size, string_agg(address || E'\\n', '' order by n) as addresses,
             string_agg(language || E'\\n', '' order by n) as languages
        from placed where channel is not null group by 1, 2),
    chunks as (
      insert into delivery_chunks (id, message_id, channel, due_at, offered_at, size, folded, addresses, languages)
      select id, ${messageId}::uuid, channel, ${dueAt}::timestamptz, ${offeredAt(dueAt, now)}, size, true, addresses, languages
        from parts),
    entered as (
      insert into notifications (person_id, message_id, team_id, task_id, mandatory, created_at, chunk_id, position)
      select person_id, ${messageId}::uuid, team_id, task_id, mandatory, ${now}::timestamptz, chunk_id,
             case when chunk_id is not null then n % ${CHUNK_SIZE}::int end from placed)`;
}

/** What may go at once is queued at once. */
const offeredAt = (dueAt: Date | Sql, now: Date): Sql =>
  sql`case when ${dueAt}::timestamptz <= ${now}::timestamptz then ${now}::timestamptz end`;
