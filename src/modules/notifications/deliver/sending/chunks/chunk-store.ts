/** The SQL of a chunk's life: claim, load with guards, write results, finish. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, execute, type Prepared, prepared, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { After, Claim, ClaimedChunk, DeliveryRow, Written } from './chunk-rows.ts';
import { foldedResultsSql, unfoldSql } from './folded-sql.ts';
import {
  type FoldedDue,
  type GuardsOf,
  type KeptByChunk,
  loadChunkSql,
  loadFoldedSql,
  ofPosition,
  rowsOfFolded,
} from './load-chunk.ts';
import { loadDigestSql } from '../load-digest.ts';
import { OwnValues } from '../own-values.ts';
import { QuietRules } from '../../../plan/quiet/quiet-rules.ts';
import { areNeighbours, type Batch, writeResultsSql } from './write-results-sql.ts';

/** A worker that dies gives its chunk back after this; a living one moves the end on. */
export const LEASE_MS = 15_000;

/** Of a chunk `c`: nothing of its channel may go now, which was declared down, or everything was stopped. */
export const isHeld = sql`exists (select 1 from channel_states s where s.channel = c.channel and s.declared_down_at is not null)
  or exists (select 1 from channel_stops where resumed_at is null)`;

@Injectable()
export class ChunkStore {
  constructor(
    private readonly database: Database,
    private readonly quiet: QuietRules,
    private readonly own: OwnValues,
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
          returning message_id, channel, careful, attempted, folded, settled, addresses, languages)
        select mine.message_id as "messageId", mine.channel, mine.careful, mine.attempted, mine.folded, mine.settled, mine.addresses,
               mine.languages, m.kind, m.params,
               m.session_id as "sessionId", m.repeatable, m.to_members as "toMembers", m.expires_at as "expiresAt",
               m.cancelled_at as "cancelledAt", m.trace_parent as "traceParent"
          from mine join messages m on m.id = mine.message_id`,
      ),
    );
  }

  async load(chunkId: number, chunk: ClaimedChunk): Promise<DeliveryRow[]> {
    const rows = await this.due(chunkId, chunk);
    await this.own.addTo(rows, chunk);
    const calendars = await this.quiet.of(rows.map(({ personId }) => personId));
    for (const row of rows) {
      const calendar = calendars.get(row.personId);
      if (calendar) row.calendar = calendar;
    }
    return rows;
  }

  private async due(chunkId: number, chunk: ClaimedChunk): Promise<DeliveryRow[]> {
    const { kind, params, toMembers, channel, folded, settled } = chunk;
    const kept = keptBy(chunk);
    if (kind === 'digest') {
      const due = { chunkId, folded, settled };
      const rows = await this.database.rows<DeliveryRow>(loadDigestSql(due, channel, params.since, this.clock.now()));
      return folded ? rows.map((row) => ({ ...row, ...ofPosition(kept, row.position) })) : rows;
    }
    const guards: GuardsOf = { channel, kind, toMembers, day: this.clock.today() };
    if (!folded) return this.database.rows<DeliveryRow>(loadChunkSql(chunkId, guards));
    const found = await this.database.one<FoldedDue>(loadFoldedSql({ chunkId, settled }, guards));
    return found ? rowsOfFolded(found, kept) : [];
  }

  /** `lost`: the claim is no longer ours, and what we did is then known as unknown. `ended`: nothing more is to be sent. */
  async write(
    tx: Tx,
    { chunkId, claim, chunk }: Claim,
    written: readonly Written[],
    after: After,
  ): Promise<'goes on' | 'ended' | 'lost'> {
    const now = this.clock.now();
    const batch = { chunkId, claim, now, leaseEnd: this.leaseEnd(now), after };
    const write = async (statement: Sql | Prepared) => (await rowsOf<{ isEnd: boolean }>(tx, statement))[0];
    const mine =
      (chunk.folded && areNeighbours(written)
        ? await write(foldedResultsSql(batch, written, chunk.channel))
        : undefined) ??
      // Others have unfolded it, or the results leave gaps: then its deliveries are rows.
      (await this.withRows(tx, batch, chunk, () => write(writeResultsSql(batch, written))));
    if (!mine) return 'lost';
    return mine.isEnd ? 'ended' : 'goes on';
  }

  private async withRows<T>(
    tx: Tx,
    { chunkId, claim }: Batch,
    chunk: ClaimedChunk,
    write: () => Promise<T>,
  ): Promise<T> {
    if (chunk.folded) {
      await execute(tx, unfoldSql(sql`c.id = ${chunkId} and c.claim = ${claim}`));
      chunk.folded = false;
    }
    return write();
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

const keptBy = ({ addresses, languages }: ClaimedChunk): KeptByChunk => ({
  addresses: addresses?.split('\n') ?? [],
  languages: languages?.split('\n') ?? [],
});
