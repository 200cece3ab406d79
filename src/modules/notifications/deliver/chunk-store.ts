/** The SQL of a chunk's life: claim, load with guards, write results, finish. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, prepared, rowsOf, sql, type Statement, type Tx } from '#platform/database';
import { digestKinds, type MessageParams } from '../messages/index.ts';
import type { AddressChange } from './address-changes.ts';
import type { DigestItem } from './digest-text.ts';
import { loadDigestSql } from './load-digest.ts';
import type { Outcome } from './outcome.ts';

/** A worker that dies gives its chunk back after this; a living one moves the end on. */
export const LEASE_MS = 15_000;

export interface ClaimedChunk {
  message_id: string;
  channel: string;
  kind: string;
  params: MessageParams;
  session_id: string | null;
  repeatable: boolean;
  to_members: boolean;
  expires_at: Date;
  cancelled_at: Date | null;
  /** Some of it has been in doubt before. */
  careful: boolean;
  /** Positions below it are marked: the first batch. */
  attempted: number;
}

export interface DeliveryRow {
  position: number;
  person_id: string;
  attempts: number;
  repeats: number;
  task_id: string | null;
  mandatory: boolean;
  language: 'vi' | 'en';
  address: string | null;
  /** Why it need not be sent any more. */
  skip: 'seen' | 'left' | 'muted' | null;
  quiet_from: string | null;
  quiet_to: string | null;
  /** Of a digest: what it tells this person. */
  items?: DigestItem[] | null;
}

export interface Written {
  row: DeliveryRow;
  outcome: Outcome;
  /** What the send taught about the address. */
  changes?: readonly AddressChange[];
}

/** Nothing of the chunk's channel may go now: it was declared down, or everything was stopped. */
export const isHeld = (chunk: string): string =>
  `exists (select 1 from channel_states s where s.channel = ${chunk}.channel and s.declared_down_at is not null) or exists (select 1 from channel_stops where resumed_at is null)`;

const claimSql = prepared(
  'claim-chunk',
  `
  with mine as (
    update delivery_chunks c set state = 'claimed', claim = $2, claimed_until = $4, attempted = case when careful then $6::int else $5::int end where id = $1 and state = 'due' and due_at <= $3 and not (${isHeld('c')})
    returning message_id, channel, careful, attempted)
  select mine.*, m.kind, m.params, m.session_id, m.repeatable, m.to_members, m.expires_at, m.cancelled_at from mine join messages m on m.id = mine.message_id`,
);

/**
 * Every guard that all channels share, decided once and in the database: one row per delivery that is due. Membership is
 * read once per team, since a chunk holds whole teams.
 */
const loadSql = prepared(
  'load-chunk',
  `
  with due as materialized (
    select d.position, d.person_id, d.attempts, d.repeats, d.language, d.address, d.channel, n.task_id, n.team_id, n.mandatory, n.seen_at
      from deliveries d join notifications n on n.person_id = d.person_id and n.message_id = d.message_id
     where d.chunk_id = $1 and d.state = 'due'),
  present as materialized (
    select m.team_id, m.person_id from (select distinct team_id from due where $3::boolean and team_id is not null) t join team_members_at($2::date) m on m.team_id = t.team_id)
  select d.position, d.person_id, d.attempts, d.repeats, d.language, d.address, d.task_id, d.mandatory, p.quiet_from, p.quiet_to,
         case when d.seen_at is not null then 'seen'
              when $3::boolean and d.team_id is not null and (d.team_id, d.person_id) not in (select team_id, person_id from present) then 'left'
              when not d.mandatory and ($4 = any(p.muted) or d.channel = any(p.off_channels)) then 'muted' end as skip
    from due d left join notification_preferences p on p.person_id = d.person_id
   order by d.position`,
);

/**
 * Results of a batch and the mark of the next one (or the chunk's end) in one statement; a chunk claimed by somebody else
 * is left alone, and one that was told to halt ends here without a next batch. `done` is the update of the deliveries.
 */
const writeSql = (done: string): string => `
  with mine as materialized (select id, $6::boolean or halted as is_end from delivery_chunks where id = $1 and claim = $2 for update),
  done as (${done} returning d.state, d.cost_vnd)
  update delivery_chunks c
     set attempted = case when mine.is_end then 0 else $4::int end, claimed_until = case when mine.is_end then null else $5::timestamptz end,
         state = case when mine.is_end then 'done' else c.state end, claim = case when mine.is_end then null else c.claim end,
         done_at = case when mine.is_end then $3::timestamptz end, retry_at = case when $6 then $7::timestamptz when mine.is_end then $3 end,
         sent = c.sent + t.sent, failed = c.failed + t.failed, unknown = c.unknown + t.unknown, skipped = c.skipped + t.skipped, cost_vnd = c.cost_vnd + t.cost_vnd
    from mine, (select coalesce(sum(cost_vnd) filter (where state = 'sent'), 0)::int as cost_vnd, count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'failed')::int as failed,
                       count(*) filter (where state = 'unknown')::int as unknown, count(*) filter (where state = 'skipped')::int as skipped from done) t
   where c.id = mine.id returning c.id, mine.is_end`;

/** What nearly every batch is: neighbours that were all sent, free of charge. */
const allSentSql = prepared(
  'write-sent',
  writeSql(`
    update deliveries d
       set state = 'sent', failure_class = null, failure_code = null, next_attempt_at = null, address = null, attempts = d.attempts + 1, changed_at = $3, provider_id = ($10::text[])[d.position - $8 + 1]
      from mine where d.chunk_id = mine.id and d.position between $8 and $9 and d.state = 'due'`),
);

const mixedSql = writeSql(`
    update deliveries d
       set state = r.state, failure_class = r.failure_class, failure_code = r.failure_code, provider_id = r.provider_id, next_attempt_at = r.next_attempt_at,
           address = case when r.state = 'due' then d.address end, attempts = d.attempts + r.tries, repeats = d.repeats + r.repeats, cost_vnd = d.cost_vnd + r.cost_vnd, changed_at = $3
      from mine, unnest($8::int[], $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::int[], $15::int[], $16::int[])
           as r(position, state, failure_class, failure_code, provider_id, next_attempt_at, tries, repeats, cost_vnd)
     where d.chunk_id = mine.id and d.position = r.position and d.state = 'due'`);

/** What comes after a batch: the mark of the next one, or the end with the time at which something is due again. */
export type After = { marked: number } | { retryAt: Date | null };

@Injectable()
export class ChunkStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined when somebody else has it, or it is not due. The first batch's positions are marked at once. */
  async claim(
    chunkId: number,
    claim: string,
    sizes: { usual: number; careful: number },
  ): Promise<ClaimedChunk | undefined> {
    const now = this.clock.now();
    return this.database.one<ClaimedChunk>(claimSql, [
      chunkId,
      claim,
      now,
      this.leaseEnd(now),
      sizes.usual,
      sizes.careful,
    ]);
  }

  load(chunkId: number, chunk: ClaimedChunk): Promise<DeliveryRow[]> {
    if (chunk.kind === 'digest')
      return this.database.rows<DeliveryRow>(loadDigestSql, [
        chunkId,
        chunk.params.since,
        this.clock.now(),
        digestKinds,
      ]);
    return this.database.rows<DeliveryRow>(loadSql, [chunkId, this.clock.today(), chunk.to_members, chunk.kind]);
  }

  /** `lost`: the claim is no longer ours, and what we did is then known as unknown. `ended`: nothing more is to be sent. */
  async write(
    tx: Tx | null,
    chunkId: number,
    claim: string,
    written: readonly Written[],
    after: After,
  ): Promise<'goes on' | 'ended' | 'lost'> {
    const now = this.clock.now();
    const isEnd = 'retryAt' in after;
    const head = [
      chunkId,
      claim,
      now,
      isEnd ? 0 : after.marked,
      isEnd ? null : this.leaseEnd(now),
      isEnd,
      isEnd ? after.retryAt : null,
    ];
    const [mine] = await rowsOf<{ is_end: boolean }>(tx ?? this.database.manager, ...results(head, written));
    if (!mine) return 'lost';
    return mine.is_end ? 'ended' : 'goes on';
  }

  async prolong(chunkId: number, claim: string): Promise<void> {
    await this.database.rows(
      sql`update delivery_chunks set claimed_until = ${this.leaseEnd(this.clock.now())} where id = ${chunkId} and claim = ${claim}`,
    );
  }

  private leaseEnd(now: Date): Date {
    return new Date(now.getTime() + LEASE_MS);
  }
}

function results(head: unknown[], written: readonly Written[]): [statement: Statement, numbered: unknown[]] {
  const first = written[0]?.row.position ?? 0;
  const areSent = written.every(
    ({ row, outcome }, i) => outcome.state === 'sent' && outcome.costVnd === 0 && row.position === first + i,
  );
  const of = <T>(pick: (one: Written) => T): T[] => written.map(pick);
  const providerIds = of(({ outcome }) => outcome.providerId);
  if (areSent)
    return [
      allSentSql,
      [...head, first, first + written.length - 1, providerIds.some((id) => id !== null) ? providerIds : null],
    ];
  return [
    mixedSql,
    [
      ...head,
      of(({ row }) => row.position),
      of(({ outcome }) => outcome.state),
      of(({ outcome }) => outcome.failureClass),
      of(({ outcome }) => outcome.failureCode),
      providerIds,
      of(({ outcome }) => outcome.nextAttemptAt),
      of(({ outcome }) => (outcome.counts ? 1 : 0)),
      of(({ outcome }) => outcome.repeats),
      of(({ outcome }) => outcome.costVnd),
    ],
  ];
}
