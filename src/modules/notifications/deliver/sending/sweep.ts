/**
 * The only retry, deferral and recovery mechanism: back-off, quiet hours, the hold after issue, a lost queue and a killed
 * worker all end here. It reads the small table of chunks; deliveries move to new chunks when they are due again.
 */
import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#contracts/enums';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Divert } from './divert.ts';
import { CHUNK_SIZE } from '../../delivery-channels.ts';
import { ChunkQueue, type OfferedChunk } from '../../plan/planning/chunk-queue.ts';
import { isHeld } from './chunks/chunk-store.ts';
import type { DeliveryChunk } from './delivery.entity.ts';
import { unfoldSql } from './chunks/folded-sql.ts';

const ROUND = 200;
/** Each dead worker's sends are repeated once; a delivery that was in doubt so often is perhaps what killed them. */
const MOST_REPEATS = 3;
/** An offered chunk that nobody has taken after this is offered again: the queue may have lost it. */
const SECOND_OFFER_MS = 60_000;

@Injectable()
export class Sweep {
  constructor(
    private readonly database: Database,
    private readonly queue: ChunkQueue,
    private readonly divert: Divert,
    private readonly clock: Clock,
  ) {}

  /** Gives the number of chunks that it moved on. */
  @Tick('notifications.sweep', 5_000)
  async run(): Promise<number> {
    let total = 0;
    const gathered = new Set<string>();
    for (;;) {
      const done = (await this.giveUpDeadClaims()) + (await this.gatherDue(gathered)) + (await this.offer());
      if (done === 0) break;
      total += done;
    }
    await this.leaveDown([...gathered]);
    return total;
  }

  /**
   * What came back to a channel after it was declared down goes another way too, as what waited there did: a send whose turn
   * was too late, say, which a worker had in its hands at that moment.
   */
  private async leaveDown(channels: readonly string[]): Promise<void> {
    if (channels.length === 0) return;
    const down = await this.database.rows<{ channel: ChannelId }>(
      sql`select channel from channel_states where channel = any(${channels}::text[]) and declared_down_at is not null`,
    );
    for (const { channel } of down) await this.divert.execute(channel);
  }

  /** Sends of a dead worker are unknown: repeatable messages go once more for that death, others wait for the operator. */
  private giveUpDeadClaims(): Promise<number> {
    return this.database.tx(async (tx) => {
      const now = this.clock.now();
      const dead = await rowsOf<Pick<DeliveryChunk, 'id'>>(
        tx,
        sql`select id from delivery_chunks where state = 'claimed' and claimed_until < ${now}
             order by id limit ${ROUND} for update skip locked`,
      );
      if (dead.length > 0)
        await this.doubt(
          tx,
          dead.map(({ id }) => id),
          now,
        );
      return dead.length;
    });
  }

  private async doubt(tx: Tx, chunkIds: number[], now: Date): Promise<void> {
    await execute(tx, unfoldSql(sql`c.id = any(${chunkIds}::bigint[])`));
    await execute(
      tx,
      sql`with dead as materialized (
         select c.id, c.attempted, m.repeatable from delivery_chunks c join messages m on m.id = c.message_id
          where c.id = any(${chunkIds}::bigint[])),
       doubted as (
         update delivery_rows d
            set state = case when x.repeatable and d.repeats < ${MOST_REPEATS} then 'due'
              else 'unknown' end, repeats = d.repeats + case when x.repeatable and d.repeats < ${MOST_REPEATS} then 1 else 0 end,
                next_attempt_at = null, failure_class = 'AMBIGUOUS', failure_code = 'worker_lost', changed_at = ${now},
                address = case when x.repeatable and d.repeats < ${MOST_REPEATS} then d.address end
           from dead x where d.chunk_id = x.id and d.state = 'due' and d.position < x.attempted
         returning d.chunk_id, d.state),
       counted as (select chunk_id, count(*)::int as n from doubted where state = 'unknown' group by 1)
       update delivery_chunks c set state = 'done', claim = null, claimed_until = null, done_at = ${now}, retry_at = ${now},
              unknown = c.unknown + coalesce(u.n, 0)
         from dead x left join counted u on u.chunk_id = x.id where c.id = x.id`,
    );
  }

  /**
   * Moves what is due again into new chunks, by message and channel.
   * @param gathered takes the channels
   */
  private gatherDue(gathered: Set<string>): Promise<number> {
    return this.database.tx(async (tx) => {
      const now = this.clock.now();
      const old = await rowsOf<Pick<DeliveryChunk, 'id' | 'messageId' | 'channel'>>(
        tx,
        sql`select id, message_id as "messageId", channel from delivery_chunks where retry_at <= ${now} order by message_id, channel, id
          limit ${ROUND} for update skip locked`,
      );
      if (old.length === 0) return 0;
      await execute(tx, unfoldSql(sql`c.id = any(${old.map(({ id }) => id)}::bigint[])`));
      const groups = new Map<string, number[]>();
      for (const { id, messageId, channel } of old)
        groups.set(`${messageId} ${channel}`, [...(groups.get(`${messageId} ${channel}`) ?? []), id]);
      for (const [key, ids] of groups) {
        const [messageId = '', channel = ''] = key.split(' ');
        gathered.add(channel);
        await this.regroup(tx, messageId, channel, ids, now);
      }
      return old.length;
    });
  }

  private async regroup(tx: Tx, messageId: string, channel: string, chunkIds: number[], now: Date): Promise<void> {
    await execute(
      tx,
      sql`with due as materialized (
         select message_id, person_id, chunk_id, repeats, (row_number() over (order by repeats desc, chunk_id,
           position) - 1)::int as n from delivery_rows
          where chunk_id = any(${chunkIds}) and state = 'due' and (next_attempt_at is null or next_attempt_at <= ${now})),
       parts as materialized (select n / ${CHUNK_SIZE} as part, count(*) as size, bool_or(repeats > 0) as careful,
         nextval('delivery_chunks_id_seq') as id from due group by 1),
       made as (insert into delivery_chunks (id, message_id, channel, due_at, size, careful)
         select id, ${messageId}, ${channel}, ${now}, size, careful from parts),
       moved as (
         update delivery_rows d set chunk_id = p.id, position = due.n % ${CHUNK_SIZE}, next_attempt_at = null, changed_at = ${now},
           address = (select a.address from addresses_at(${now}) a where a.person_id = d.person_id and a.channel = d.channel limit 1)
           from due join parts p on p.part = due.n / ${CHUNK_SIZE} where d.message_id = due.message_id
             and d.person_id = due.person_id and d.channel = ${channel}),
       taken as (select chunk_id, count(*)::int as n from due group by 1),
       later as (select chunk_id, min(next_attempt_at) as at from delivery_rows where chunk_id = any(${chunkIds}) and state = 'due'
         and next_attempt_at > ${now} group by 1)
       update delivery_chunks c set size = c.size - coalesce(t.n, 0), retry_at = l.at
         from unnest(${chunkIds}::bigint[]) as o(id) left join taken t on t.chunk_id = o.id left join later l
           on l.chunk_id = o.id where c.id = o.id`,
    );
  }

  /** Queues what is due: after the hold, after gathering, and once more when the queue seems to have lost it. */
  private async offer(): Promise<number> {
    const now = this.clock.now();
    const chunks = await this.database.rows<OfferedChunk & { again: boolean }>(
      sql`with due as materialized (
         select id, offered_at is not null as again from delivery_chunks c
          where state = 'due' and due_at <= ${now}
            and (offered_at is null or offered_at < ${new Date(now.getTime() - SECOND_OFFER_MS)})
            and not (${isHeld}) order by due_at limit ${ROUND} for update skip locked)
       update delivery_chunks c set offered_at = ${now} from due where c.id = due.id returning c.id, c.channel, due.again`,
    );
    await this.queue.add(chunks.filter(({ again }) => !again));
    await this.queue.add(
      chunks.filter(({ again }) => again),
      true,
    );
    return chunks.length;
  }
}
