/**
 * Folded deliveries: the chunk says up to which position they went out, and only what did otherwise gets a row. Whoever
 * does more with open deliveries than sending them in turn unfolds the chunk first.
 */
import type { ChannelId } from '#contracts/enums';
import { type Prepared, prepared, type Sql, sql } from '#platform/database';
import { RECEIPTS } from '../../../delivery-channels.ts';
import type { Written } from './chunk-rows.ts';
import { type Batch, stepOf } from './write-results-sql.ts';

/** Neighbours from the first that is not settled on. Answers nothing when the chunk is not folded any more, or somebody else's. */
export function foldedResultsSql(batch: Batch, written: readonly Written[], channel: ChannelId): Sql | Prepared {
  const apart = written.filter((one) => !isPlain(one, channel));
  return apart.length === 0 ? allSent(batch, written) : someApart(batch, written, apart);
}

/** Sent free of charge, and nobody will come back to it. What is folded was never tried before. */
const isPlain = ({ outcome }: Written, channel: ChannelId): boolean =>
  outcome.state === 'sent' && outcome.costVnd === 0 && !(outcome.providerId && RECEIPTS.includes(channel));

const allSent = (batch: Batch, written: readonly Written[]): Prepared =>
  prepared(
    'write-folded',
    sql`with mine as materialized (${held(batch, written)})
        update delivery_chunks c set sent = c.sent + ${written.length}::int, ${moved(batch, written)}
          from mine where c.id = mine.id returning mine.is_end as "isEnd"`,
  );

/** Only those that are apart are written one by one. */
function someApart(batch: Batch, written: readonly Written[], apart: readonly Written[]): Sql {
  const of = <T>(pick: (one: Written) => T): T[] => apart.map(pick);
  const count = (state: string) => written.filter(({ outcome }) => outcome.state === state).length;
  const cost = written.reduce((sum, { outcome }) => sum + (outcome.state === 'sent' ? outcome.costVnd : 0), 0);
  return sql`
  with mine as materialized (${held(batch, written)}),
  apart as (
    insert into delivery_rows (message_id, person_id, channel, chunk_id, changed_at, position, language, address, state,
           failure_class, failure_code, provider_id, next_attempt_at, attempts, repeats, cost_vnd)
    select mine.message_id, r.person_id, mine.channel, mine.id, ${batch.now}::timestamptz, r.position, r.language,
           case when r.state = 'due' then r.address end, r.state, r.failure_class, r.failure_code, r.provider_id,
           r.next_attempt_at, r.tries, r.repeats, r.cost_vnd
      from mine, unnest(${of(({ row }) => row.personId)}::uuid[], ${of(({ row }) => row.position)}::int[],
             ${of(({ row }) => row.language)}::text[], ${of(({ row }) => row.address)}::text[],
             ${of(({ outcome }) => outcome.state)}::text[], ${of(({ outcome }) => outcome.failureClass)}::text[],
             ${of(({ outcome }) => outcome.failureCode)}::text[], ${of(({ outcome }) => outcome.providerId)}::text[],
             ${of(({ outcome }) => outcome.nextAttemptAt)}::timestamptz[],
             ${of(({ outcome }) => (outcome.counts ? 1 : 0))}::int[], ${of(({ outcome }) => outcome.repeats)}::int[],
             ${of(({ outcome }) => outcome.costVnd)}::int[])
           as r(person_id, position, language, address, state, failure_class, failure_code, provider_id, next_attempt_at,
                tries, repeats, cost_vnd))
  update delivery_chunks c
     set sent = c.sent + ${count('sent')}::int, failed = c.failed + ${count('failed')}::int,
         unknown = c.unknown + ${count('unknown')}::int, skipped = c.skipped + ${count('skipped')}::int,
         cost_vnd = c.cost_vnd + ${cost}::int, ${moved(batch, written)}
    from mine where c.id = mine.id returning mine.is_end as "isEnd"`;
}

/** The chunk while it is folded, ours, and settled up to these. */
const held = ({ chunkId, claim, after }: Batch, written: readonly Written[]): Sql => sql`
    select id, message_id, channel, ${'retryAt' in after}::boolean or halted as is_end from delivery_chunks
     where id = ${chunkId} and claim = ${claim} and folded
       and (${written.length}::int = 0 or settled = ${written[0]?.row.position ?? 0}::int) for update`;

/** The step of the chunk, with what it keeps of these: how far it is settled, and the providers' ids by position. */
function moved(batch: Batch, written: readonly Written[]): Sql {
  const ids = written.some(({ outcome }) => outcome.providerId !== null)
    ? written.map(({ outcome }) => `${outcome.providerId ?? ''}\n`).join('')
    : null;
  return sql`${stepOf(batch)}, addresses = case when not mine.is_end then c.addresses end,
         settled = c.settled + ${written.length}::int, settled_at = ${batch.now}::timestamptz,
         provider_ids = case when ${ids}::text is null and c.provider_ids is null then null
                             else coalesce(c.provider_ids, repeat(E'\\n', c.settled)) || coalesce(${ids}::text, repeat(E'\\n', ${written.length}::int)) end`;
}

/** Gives what is open of these chunks `c` rows of its own; the chunks are locked. */
export const unfoldSql = (which: Sql): Sql => sql`
  with folded as materialized (
    select id, message_id, channel, settled, string_to_array(addresses, E'\\n') as addresses, string_to_array(languages, E'\\n') as languages
      from delivery_chunks c where ${which} and c.folded for update),
  apart as (
    insert into delivery_rows (message_id, person_id, channel, chunk_id, position, changed_at, language, address)
    select f.message_id, n.person_id, f.channel, f.id, n.position, n.created_at, f.languages[n.position + 1],
           nullif(f.addresses[n.position + 1], '')
      from folded f cross join lateral (
        select person_id, position, created_at from notifications where chunk_id = f.id and position >= f.settled offset 0) n)
  update delivery_chunks c set folded = false, addresses = null from folded f where c.id = f.id`;
