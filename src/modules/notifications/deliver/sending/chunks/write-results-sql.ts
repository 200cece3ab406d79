/** The results of a batch and what comes after it, in one statement. */
import { type Prepared, prepared, type Sql, sql } from '#platform/database';
import type { After, Written } from './chunk-rows.ts';

export interface Batch {
  chunkId: number;
  claim: string;
  now: Date;
  /** Until when the claim holds, if it goes on. */
  leaseEnd: Date;
  after: After;
}

/** Positions without a gap. */
export const areNeighbours = (written: readonly Written[]): boolean => {
  const first = written[0]?.row.position ?? 0;
  return written.every(({ row }, i) => row.position === first + i);
};

/** What nearly every batch is: neighbours that were all sent, free of charge. */
const areNeighboursSent = (written: readonly Written[]): boolean =>
  areNeighbours(written) && written.every(({ outcome }) => outcome.state === 'sent' && outcome.costVnd === 0);

export function writeResultsSql(batch: Batch, written: readonly Written[]): Sql | Prepared {
  const first = written[0]?.row.position ?? 0;
  if (!areNeighboursSent(written)) return writeSql(batch, mixed(batch, written));
  const providerIds = written.map(({ outcome }) => outcome.providerId);
  return prepared(
    'write-sent',
    writeSql(
      batch,
      sql`update delivery_rows d
           set state = 'sent', failure_class = null, failure_code = null, next_attempt_at = null, address = null,
               attempts = d.attempts + 1, changed_at = ${batch.now},
               provider_id = (${providerIds.some((id) => id !== null) ? providerIds : null}::text[])[d.position - ${first}::int + 1]
          from mine
         where d.chunk_id = mine.id and d.position between ${first} and ${first + written.length - 1} and d.state = 'due'`,
    ),
  );
}

/**
 * Results of a batch and the mark of the next one (or the chunk's end) in one statement; a chunk claimed by somebody else
 * is left alone, and one that was told to halt ends here without a next batch. `done` is the update of the deliveries.
 */
function writeSql(batch: Batch, done: Sql): Sql {
  const { chunkId, claim, after } = batch;
  return sql`
  with mine as materialized (
    select id, ${'retryAt' in after}::boolean or halted as is_end from delivery_chunks where id = ${chunkId} and claim = ${claim} for update),
  done as (${done} returning d.state, d.cost_vnd)
  update delivery_chunks c
     set ${stepOf(batch)},
         sent = c.sent + t.sent, failed = c.failed + t.failed, unknown = c.unknown + t.unknown, skipped = c.skipped + t.skipped,
         cost_vnd = c.cost_vnd + t.cost_vnd
    from mine, (
      select coalesce(sum(cost_vnd) filter (where state = 'sent'), 0)::int as cost_vnd,
             count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'failed')::int as failed,
             count(*) filter (where state = 'unknown')::int as unknown, count(*) filter (where state = 'skipped')::int as skipped
        from done) t
   where c.id = mine.id returning mine.is_end as "isEnd"`;
}

/** What becomes of a chunk `c` at the end of a batch, by `mine.is_end`: the mark of the next one, or the end. */
export function stepOf({ now, leaseEnd, after }: Batch): Sql {
  const isEnd = 'retryAt' in after;
  const { marked, retryAt } = { marked: 0, retryAt: null, ...after };
  return sql`attempted = case when mine.is_end then 0 else ${marked}::int end,
         claimed_until = case when mine.is_end then null else ${isEnd ? null : leaseEnd}::timestamptz end,
         state = case when mine.is_end then 'done' else c.state end, claim = case when mine.is_end then null else c.claim end,
         done_at = case when mine.is_end then ${now}::timestamptz end,
         retry_at = case when ${isEnd}::boolean then ${retryAt}::timestamptz when mine.is_end then ${now}::timestamptz end`;
}

function mixed({ now }: Batch, written: readonly Written[]): Sql {
  const of = <T>(pick: (one: Written) => T): T[] => written.map(pick);
  return sql`update delivery_rows d
     set state = r.state, failure_class = r.failure_class, failure_code = r.failure_code, provider_id = r.provider_id,
         next_attempt_at = r.next_attempt_at, address = case when r.state = 'due' then d.address end,
         attempts = d.attempts + r.tries, repeats = d.repeats + r.repeats, cost_vnd = d.cost_vnd + r.cost_vnd, changed_at = ${now}
    from mine, unnest(${of(({ row }) => row.position)}::int[], ${of(({ outcome }) => outcome.state)}::text[],
           ${of(({ outcome }) => outcome.failureClass)}::text[], ${of(({ outcome }) => outcome.failureCode)}::text[],
           ${of(({ outcome }) => outcome.providerId)}::text[], ${of(({ outcome }) => outcome.nextAttemptAt)}::timestamptz[],
           ${of(({ outcome }) => (outcome.counts ? 1 : 0))}::int[], ${of(({ outcome }) => outcome.repeats)}::int[],
           ${of(({ outcome }) => outcome.costVnd)}::int[])
         as r(position, state, failure_class, failure_code, provider_id, next_attempt_at, tries, repeats, cost_vnd)
   where d.chunk_id = mine.id and d.position = r.position and d.state = 'due'`;
}
