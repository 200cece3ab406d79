/** The SQL of a chunk's life: claim, load with guards, write results, finish. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, prepared, rowsOf, sql, type Tx } from '#platform/database';
import type { After, ClaimedChunk, DeliveryRow, Written } from './chunk-rows.ts';
import { loadChunkSql } from './load-chunk.ts';
import { loadDigestSql } from './load-digest.ts';
import { writeResultsSql } from './write-results-sql.ts';

/** A worker that dies gives its chunk back after this; a living one moves the end on. */
export const LEASE_MS = 15_000;

/** Of a chunk `c`: nothing of its channel may go now, which was declared down, or everything was stopped. */
export const isHeld = sql`exists (select 1 from channel_states s where s.channel = c.channel and s.declared_down_at is not null)
  or exists (select 1 from channel_stops where resumed_at is null)`;

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
    return this.database.one<ClaimedChunk>(
      prepared(
        'claim-chunk',
        sql`with mine as (
          update delivery_chunks c set state = 'claimed', claim = ${claim}, claimed_until = ${this.leaseEnd(now)},
                 attempted = case when careful then ${sizes.careful}::int else ${sizes.usual}::int end
           where id = ${chunkId} and state = 'due' and due_at <= ${now} and not (${isHeld})
          returning message_id, channel, careful, attempted)
        select mine.message_id as "messageId", mine.channel, mine.careful, mine.attempted, m.kind, m.params,
               m.session_id as "sessionId", m.repeatable, m.to_members as "toMembers", m.expires_at as "expiresAt",
               m.cancelled_at as "cancelledAt"
          from mine join messages m on m.id = mine.message_id`,
      ),
    );
  }

  load(chunkId: number, { kind, params, toMembers }: ClaimedChunk): Promise<DeliveryRow[]> {
    return this.database.rows<DeliveryRow>(
      kind === 'digest'
        ? loadDigestSql(chunkId, params.since, this.clock.now())
        : loadChunkSql(chunkId, kind, toMembers, this.clock.today()),
    );
  }

  /** `lost`: the claim is no longer ours, and what we did is then known as unknown. `ended`: nothing more is to be sent. */
  async write(
    tx: Tx,
    chunkId: number,
    claim: string,
    written: readonly Written[],
    after: After,
  ): Promise<'goes on' | 'ended' | 'lost'> {
    const now = this.clock.now();
    const [mine] = await rowsOf<{ isEnd: boolean }>(
      tx,
      writeResultsSql({ chunkId, claim, now, leaseEnd: this.leaseEnd(now), after }, written),
    );
    if (!mine) return 'lost';
    return mine.isEnd ? 'ended' : 'goes on';
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
