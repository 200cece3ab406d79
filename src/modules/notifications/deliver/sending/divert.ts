/**
 * Moves what waits in one channel to each person's next route. A page of chunks is locked while its deliveries change
 * hands, so that a worker either has handed a message over before or never will: nobody gets it twice.
 */
import { Injectable } from '@nestjs/common';
import type { ChannelId } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, empty, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { ChunkQueue, type OfferedChunk } from '../../plan/planning/chunk-queue.ts';
import type { DeliveryChunk } from './delivery.entity.ts';
import { unfoldSql } from './chunks/folded-sql.ts';
import { hasTried } from './next-channel.ts';
import { chunksOf } from '../../plan/planning/chunk-sql.ts';
import { type ChannelOrder, ChannelOrderQueries } from '../../plan/planning/channel-order.ts';
import type { Message } from '../../plan/planning/message.entity.ts';
import { routesOf } from '../../plan/planning/route-sql.ts';

export interface Diverted {
  moved: number;
  /** Without another route: they wait until the channel works again. */
  staying: number;
}

/** Ten thousand deliveries at most: about a second. */
const CHUNKS_PER_PAGE = 20;

type OpenChunk = Pick<DeliveryChunk, 'id' | 'messageId'> & Pick<Message, 'kind'>;

interface Moved {
  open: number;
  moved: number;
  opened: (OfferedChunk & { isDue: boolean })[];
}

@Injectable()
export class Divert {
  constructor(
    private readonly database: Database,
    private readonly channelOrders: ChannelOrderQueries,
    private readonly queue: ChunkQueue,
    private readonly clock: Clock,
  ) {}

  async execute(channel: ChannelId): Promise<Diverted> {
    const total: Diverted = { moved: 0, staying: 0 };
    const channelOrder = await this.channelOrders.read(0);
    const working = {
      ...channelOrder,
      channels: channelOrder.channels.filter((id) => id !== channel && !channelOrder.troubled.includes(id)),
    };
    for (let after = 0; ; ) {
      const page = await this.database.tx((tx) => this.page(tx, channel, working, after));
      if (!page) return total;
      await this.queue.add(page.opened);
      total.moved += page.moved;
      total.staying += page.staying;
      after = page.last;
    }
  }

  private async page(
    tx: Tx,
    channel: ChannelId,
    channelOrder: ChannelOrder,
    after: number,
  ): Promise<(Diverted & { last: number; opened: OfferedChunk[] }) | undefined> {
    const now = this.clock.now();
    const chunks = await rowsOf<OpenChunk>(
      tx,
      sql`select c.id::int, c.message_id as "messageId", m.kind from delivery_chunks c join messages m on m.id = c.message_id
        where c.channel = ${channel} and c.id > ${after} and (c.state <> 'done' or c.retry_at is not null)
          and m.cancelled_at is null and m.expires_at > ${now}
        order by c.id limit ${CHUNKS_PER_PAGE} for update of c`,
    );
    const last = chunks.at(-1)?.id;
    if (last === undefined) return undefined;
    const ids = chunks.map(({ id }) => id);
    await execute(tx, sql`update delivery_chunks set halted = true where id = any(${ids}) and state = 'claimed'`);
    await execute(tx, unfoldSql(sql`c.id = any(${ids}::bigint[])`));
    const page = { moved: 0, staying: 0, last, opened: [] as OfferedChunk[] };
    for (const [messageId, { kind, ids }] of byMessage(chunks)) {
      const part = await this.message(tx, channel, channelOrder, { messageId, kind, ids, now });
      page.moved += part.moved;
      page.staying += part.open - part.moved;
      page.opened.push(...part.opened.filter(({ isDue }) => isDue));
    }
    return page;
  }

  private async message(
    tx: Tx,
    channel: ChannelId,
    channelOrder: ChannelOrder,
    { messageId, kind, ids, now }: { messageId: string; kind: string; ids: number[]; now: Date },
  ): Promise<Moved> {
    const people = {
      from: sql`open o`,
      personId: sql`o.person_id`,
      withAll: false,
      columns: empty,
      columnsAgain: empty,
      mandatory: sql`o.mandatory`,
      kind,
      now,
      unless: hasTried(messageId, sql`o.person_id`),
    };
    const [row] = await rowsOf<Moved>(tx, moveSql({ messageId, ids, now, channel }, routesOf(people, channelOrder)));
    return row ?? { open: 0, moved: 0, opened: [] };
  }
}

/** Of a delivery `d` of a chunk `c`. Below a claimed chunk's mark the worker may be sending: those stay and are written by it. */
export const isOpen = sql`d.state = 'due' and not (c.state = 'claimed' and d.position < c.attempted)`;

/**
 * A chunk that waited ends here, and what stays of it comes again by the sweep, when it would have been due. Messages held
 * back after issue are held in their new channel too.
 */
const moveSql = (
  { messageId, ids, now, channel }: { messageId: string; ids: number[]; now: Date; channel: ChannelId },
  routes: Sql,
): Sql => sql`
  with held as materialized (
    select greatest(hold_until, ${now}::timestamptz) as until from messages where id = ${messageId}),
  open as materialized (
    select d.person_id, d.chunk_id, n.mandatory from delivery_rows d join delivery_chunks c on c.id = d.chunk_id
      join notifications n on n.person_id = d.person_id and n.message_id = d.message_id
     where d.chunk_id = any(${ids}::bigint[]) and ${isOpen}),
  routed as materialized (${routes}),${chunksOf({ messageId, now, dueAt: sql`(select until from held)`, isRepeatSafe: true })},
  left_behind as (
    update delivery_rows d
       set state = 'skipped', failure_class = null, failure_code = 'diverted', next_attempt_at = null, address = null,
           changed_at = ${now}
      from routed r where d.message_id = ${messageId} and d.person_id = r.person_id and d.channel = ${channel} returning d.chunk_id),
  counted as (select chunk_id, count(*)::int as n from left_behind group by 1),
  ended as (
    update delivery_chunks c
       set skipped = c.skipped + t.n, state = case when c.state = 'due' then 'done' else c.state end,
           done_at = case when c.state = 'due' then ${now}::timestamptz else c.done_at end,
           retry_at = case when c.state = 'claimed' or c.size - c.sent - c.failed - c.unknown - c.skipped - t.n <= 0 then null
                           when c.state = 'due' then greatest(c.due_at, ${now}::timestamptz) else c.retry_at end
      from counted t where c.id = t.chunk_id returning 1)
  select (select count(*)::int from open) as open, (select count(*)::int from routed) as moved,
         (select coalesce(json_agg(json_build_object(
                   'id', id, 'channel', channel, 'isDue', (select until from held) <= ${now}::timestamptz)), '[]')
            from parts) as opened`;

function byMessage(chunks: readonly OpenChunk[]): Map<string, { kind: string; ids: number[] }> {
  const groups = new Map<string, { kind: string; ids: number[] }>();
  for (const { id, messageId, kind } of chunks) {
    const group = groups.get(messageId) ?? { kind, ids: [] };
    group.ids.push(id);
    groups.set(messageId, group);
  }
  return groups;
}
