import { Injectable } from '@nestjs/common';
import { STUCK_MINUTES } from '#contracts/system/parts';
import type { ChannelId } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { isHeld } from '../../deliver/sending/chunks/chunk-store.ts';
import { unfoldSql } from '../../deliver/sending/chunks/folded-sql.ts';

export interface StuckRow {
  channel: ChannelId;
  stuck: number;
  since: Date;
}

const MINUTE_MS = 60_000;
/** Chunks that one press moves on: a hundred thousand messages. */
const AT_ONCE = 200;

/**
 * Messages that should have gone and do not move. By chunks, of which few are open: a channel that works at its provider's pace is
 * not stuck, however many wait in it; one that fails is, and so is what nobody takes up.
 */
@Injectable()
export class StuckQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  byChannel(): Promise<StuckRow[]> {
    return this.database.rows<StuckRow>(
      sql`select c.channel, sum(c.size - c.sent - c.failed - c.unknown - c.skipped)::int as stuck, min(c.due_at) as since
         from delivery_chunks c where ${this.isStuck()} group by 1 having sum(c.size - c.sent - c.failed - c.unknown - c.skipped) > 0
        order by 2 desc, 1`,
    );
  }

  /** Due now: the sweep takes them up. What waits for a reason of its own (quiet hours, a quota) waits on. Gives how many. */
  async resend(tx: Tx, channel: ChannelId): Promise<number> {
    const now = this.clock.now();
    const chunks = await rowsOf<{ id: number }>(
      tx,
      sql`select c.id from delivery_chunks c where c.channel = ${channel} and ${this.isStuck()} order by c.due_at, c.id
        limit ${AT_ONCE} for update skip locked`,
    );
    const ids = chunks.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await execute(tx, unfoldSql(sql`c.id = any(${ids}::bigint[]) and c.state = 'done'`));
    const [row] = await rowsOf<{ n: number }>(
      tx,
      sql`with again as (
         update delivery_rows d set next_attempt_at = null, changed_at = ${now} from delivery_chunks c
          where c.id = any(${ids}::bigint[]) and c.state = 'done' and d.chunk_id = c.id and d.state = 'due'
            and d.failure_class is not null
         returning d.chunk_id),
       counted as (select chunk_id, count(*)::int as n from again group by 1),
       moved as (update delivery_chunks c set retry_at = ${now} from counted t where c.id = t.chunk_id returning t.n),
       offered as (
         update delivery_chunks c set offered_at = null where c.id = any(${ids}::bigint[]) and c.state = 'due'
         returning c.size - c.sent - c.failed - c.unknown - c.skipped as n)
       select ((select coalesce(sum(n), 0) from moved) + (select coalesce(sum(n), 0) from offered))::int as n`,
    );
    return row?.n ?? 0;
  }

  /** Of a chunk `c`, through the two small partial indexes of what is not over. */
  private isStuck(): Sql {
    const before = new Date(this.clock.now().getTime() - STUCK_MINUTES * MINUTE_MS);
    return sql`(c.state <> 'done' or c.retry_at is not null) and c.due_at < ${before} and not (${isHeld})
      and (c.retry_at < ${before}
        or c.channel in (select s.channel from channel_states s where s.failing_since is not null)
        or (c.state = 'due' and c.channel not in (
          select o.channel from delivery_chunks o where o.done_at >= ${before} and o.sent > 0)))`;
  }
}
