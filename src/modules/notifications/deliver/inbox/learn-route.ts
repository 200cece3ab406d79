import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, short, sql, takeTurn } from '#platform/database';
import { bestRoute, learn, type ReadKind, type Reads } from './learned-route.ts';

/** What was read so soon after it went out was read where it came. */
const SOON_MS = 60 * 60_000;

/**
 * Notes by which channel somebody has read, when they read: planning a message then costs no more than a look at a column.
 * Single rows by hand: who opens the app in the bench `morning` passes here.
 */
@Injectable()
export class LearnRoute {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async note(personId: string, channel: ChannelId, kind: ReadKind, at: Date): Promise<void> {
    await this.database.tx(async (tx) => {
      await takeTurn(tx, [`reads ${personId}`]);
      const [row] = await rowsOf<{ reads: Reads }>(
        tx,
        sql`select reads from notification_preferences where person_id = ${personId}`,
      );
      const before = row?.reads ?? {};
      const reads = learn(before, channel, kind, at);
      if (reads === before) return;
      const best = bestRoute(reads, at);
      await execute(
        tx,
        sql`insert into notification_preferences (person_id, reads, read_channel, changed_at)
          values (${personId}, ${reads}, ${best}, ${this.clock.now()})
          on conflict (person_id) do update set reads = ${reads}, read_channel = ${best}`,
      );
    });
  }

  /** Messages that somebody has opened in the app: what had just gone out by a channel was opened from there. */
  async opened(personId: string, messageIds: readonly string[], at: Date): Promise<void> {
    const soon = new Date(at.getTime() - SOON_MS);
    const [row] = await this.database.rows<{ channel: ChannelId }>(
      short(sql`select d.channel from unnest(${messageIds}::uuid[]) as m(id)
        cross join lateral (select channel, changed_at from deliveries
          where message_id = m.id and person_id = ${personId} and state in ('sent', 'delivered') offset 0) d
        where d.changed_at between ${soon}::timestamptz and ${at}::timestamptz order by d.changed_at desc limit 1`),
    );
    if (row) await this.note(personId, row.channel, 'opened', at);
  }
}
