/** The SQL of a chunk's life: claim, load with guards, write results, finish. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';
import type { MessageParams } from '../messages/index.ts';
import type { Outcome } from './outcome.ts';

/** A worker that dies gives its chunk back after this; a living one moves the end on. */
export const LEASE_MS = 15_000;

export interface ClaimedChunk {
  message_id: string;
  channel: string;
  kind: string;
  params: MessageParams;
  repeatable: boolean;
  to_members: boolean;
  expires_at: Date;
  cancelled_at: Date | null;
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
}

export interface Written {
  row: DeliveryRow;
  outcome: Outcome;
}

/** Every guard that all channels share, decided once and in the database: one row per delivery that is due. */
const loadSql = `
  select d.position, d.person_id, d.attempts, d.repeats, n.task_id, n.mandatory, coalesce(c.language, 'vi') as language, c.address, p.quiet_from, p.quiet_to,
         case when n.seen_at is not null then 'seen'
              when $4::boolean and n.team_id is not null and not exists (
                select 1 from team_members_at($3::date) m where m.team_id = n.team_id and m.person_id = d.person_id) then 'left'
              when not n.mandatory and ($5 = any(p.muted) or d.channel = any(p.off_channels)) then 'muted' end as skip
    from deliveries d
    join notifications n on n.person_id = d.person_id and n.message_id = d.message_id
    left join lateral (
      select k.language, a.address from contactable_at($2) k left join addresses_at($2) a on a.person_id = k.person_id and a.channel = $6
       where k.person_id = d.person_id offset 0) c on true
    left join notification_preferences p on p.person_id = d.person_id
   where d.chunk_id = $1 and d.state = 'due'
   order by d.position`;

/** Results of a batch and the mark of the next one in one statement; a chunk claimed by somebody else is left alone. */
const writeSql = `
  with mine as materialized (select id from delivery_chunks where id = $1 and claim = $2 for update),
  result as (
    select * from unnest($6::int[], $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::int[], $13::int[])
      as r(position, state, failure_class, failure_code, provider_id, next_attempt_at, tries, repeats)),
  done as (
    update deliveries d
       set state = r.state, failure_class = r.failure_class, failure_code = r.failure_code, provider_id = r.provider_id, next_attempt_at = r.next_attempt_at,
           attempts = d.attempts + r.tries, repeats = d.repeats + r.repeats, changed_at = $3
      from mine, result r
     where d.chunk_id = mine.id and d.position = r.position and d.state = 'due'
    returning d.state)
  update delivery_chunks c
     set attempted = $4, claimed_until = $5, sent = c.sent + t.sent, failed = c.failed + t.failed, unknown = c.unknown + t.unknown, skipped = c.skipped + t.skipped
    from mine, (select count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'failed')::int as failed,
                       count(*) filter (where state = 'unknown')::int as unknown, count(*) filter (where state = 'skipped')::int as skipped from done) t
   where c.id = mine.id returning c.id`;

@Injectable()
export class ChunkStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined when somebody else has it, or it is not due. The first `firstBatch` positions are marked at once. */
  async claim(chunkId: number, claim: string, firstBatch: number): Promise<ClaimedChunk | undefined> {
    const now = this.clock.now();
    return this.database.one<ClaimedChunk>(
      `with mine as (
         update delivery_chunks set state = 'claimed', claim = $2, claimed_until = $4, attempted = $5 where id = $1 and state = 'due' and due_at <= $3
         returning message_id, channel)
       select mine.*, m.kind, m.params, m.repeatable, m.to_members, m.expires_at, m.cancelled_at from mine join messages m on m.id = mine.message_id`,
      [chunkId, claim, now, this.leaseEnd(now), firstBatch],
    );
  }

  load(chunkId: number, chunk: ClaimedChunk): Promise<DeliveryRow[]> {
    return this.database.rows<DeliveryRow>(loadSql, [chunkId, this.clock.now(), this.clock.today(), chunk.to_members, chunk.kind, chunk.channel]);
  }

  /** False when the claim is no longer ours: what we did is then known as unknown. `marked` is the next batch's end. */
  async write(tx: Tx | null, chunkId: number, claim: string, written: readonly Written[], marked: number): Promise<boolean> {
    const now = this.clock.now();
    const of = <T>(pick: (one: Written) => T): T[] => written.map(pick);
    const parameters = [
      chunkId, claim, now, marked, this.leaseEnd(now), of(({ row }) => row.position), of(({ outcome }) => outcome.state), of(({ outcome }) => outcome.failureClass),
      of(({ outcome }) => outcome.failureCode), of(({ outcome }) => outcome.providerId), of(({ outcome }) => outcome.nextAttemptAt), of(({ outcome }) => (outcome.counts ? 1 : 0)), of(({ outcome }) => outcome.repeats),
    ];
    const rows = await rowsOf(tx ?? this.database.source.manager, writeSql, parameters);
    return rows.length > 0;
  }

  async prolong(chunkId: number, claim: string): Promise<void> {
    await this.database.rows('update delivery_chunks set claimed_until = $3 where id = $1 and claim = $2', [chunkId, claim, this.leaseEnd(this.clock.now())]);
  }

  /** `retryAt`: when the first of what is left is due again; null when nothing is. */
  async finish(chunkId: number, claim: string, retryAt: Date | null): Promise<void> {
    await this.database.rows(`update delivery_chunks set state = 'done', claim = null, claimed_until = null, retry_at = $3, done_at = $4 where id = $1 and claim = $2`, [chunkId, claim, retryAt, this.clock.now()]);
  }

  private leaseEnd(now: Date): Date {
    return new Date(now.getTime() + LEASE_MS);
  }
}
