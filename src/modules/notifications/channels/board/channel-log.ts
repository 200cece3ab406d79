import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { ChannelLogKind } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, sql, type Tx } from '#platform/database';
import { ChannelLogLine } from '../../plan/states/channel.entity.ts';

export interface ChannelLogEntry {
  /** Null: all channels. */
  channel: ChannelLogLine['channel'];
  kind: ChannelLogKind;
  byId?: string | null;
  /** A code or the reason that a person gave; no address, no secret. */
  detail?: string | null;
  /** Deliveries that it concerned. */
  count?: number | null;
}

/** What happened to the channels, for whoever looks after them. */
@Injectable()
export class ChannelLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async add(tx: Tx, { channel, kind, byId, detail, count }: ChannelLogEntry): Promise<void> {
    await tx.insert(ChannelLogLine, {
      id: v7(),
      at: this.clock.now(),
      channel,
      kind,
      byId: byId ?? null,
      detail: detail?.slice(0, 500) ?? null,
      count: count ?? null,
    });
  }

  /** Where nothing else is written with it. */
  addAlone(entry: ChannelLogEntry): Promise<void> {
    return this.add(this.database.manager, entry);
  }

  /** Newest first. */
  last(limit: number): Promise<ChannelLogLine[]> {
    return this.database.rows(
      sql`select id, at, channel, kind, by_id as "byId", detail, count from channel_log order by at desc, id desc limit ${limit}`,
    );
  }
}
