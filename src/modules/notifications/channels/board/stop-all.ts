import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { ChannelLog } from './channel-log.ts';
import { ChannelStates } from '../../plan/states/channel-states.ts';

/** "Dừng mọi tin": nothing leaves by any channel until somebody lets it go again; the inbox goes on. */
@Injectable()
export class StopAll {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly states: ChannelStates,
    private readonly log: ChannelLog,
    private readonly clock: Clock,
  ) {}

  /** What a worker is sending at this moment ends with its batch. */
  async stop(actor: Actor, { reason }: RouteBody<typeof routes.stopAll>): Promise<void> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    await this.database.tx(async (tx) => {
      const rows = await rowsOf(
        tx,
        sql`insert into channel_stops (id, at, by_id, reason)
          values (${v7()}, ${this.clock.now()}, ${actor.personId}, ${reason}) on conflict ((true))
            where resumed_at is null do nothing returning id`,
      );
      if (rows.length === 0) return;
      await this.log.add(tx, { channel: null, kind: 'all_stopped', byId: actor.personId, detail: reason });
    });
    // After the commit: whoever claims a chunk now sees the stop, whoever had one before is told here.
    await this.database.rows(sql`update delivery_chunks set halted = true where state = 'claimed'`);
    await this.states.changed();
  }

  async resume(actor: Actor): Promise<void> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    await this.database.tx(async (tx) => {
      const rows = await rowsOf(
        tx,
        sql`update channel_stops set resumed_at = ${this.clock.now()}, resumed_by = ${actor.personId} where resumed_at is null
          returning id`,
      );
      if (rows.length === 0) return;
      await execute(tx, sql`update delivery_chunks set offered_at = null where state = 'due'`);
      await this.log.add(tx, { channel: null, kind: 'all_resumed', byId: actor.personId });
    });
    await this.states.changed();
  }
}
