import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { ChannelId } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { CHANNEL_ORDER_LOCK } from '../../plan/planning/channel-order.ts';
import { ChannelLog } from './channel-log.ts';
import { ChannelStates } from '../../plan/states/channel-states.ts';
import { Divert } from '../../deliver/sending/divert.ts';

/** A person knows better than the counters: this channel does not work, others take over. */
@Injectable()
export class DeclareDown {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly states: ChannelStates,
    private readonly log: ChannelLog,
    private readonly divert: Divert,
    private readonly clock: Clock,
  ) {}

  /** Said again, it moves what has come to wait meanwhile. */
  async execute(
    actor: Actor,
    channel: ChannelId,
    { reason }: RouteBody<typeof routes.declareDown>,
  ): Promise<RouteAnswer<typeof routes.declareDown>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    await this.declare(actor, channel, reason);
    await this.states.changed();
    return this.divert.execute(channel);
  }

  private declare(actor: Actor, channel: ChannelId, reason: string): Promise<void> {
    return this.database.tx(async (tx) => {
      // Plans under way are written before; later ones see the declaration.
      await execute(tx, sql`select pg_advisory_xact_lock(${CHANNEL_ORDER_LOCK})`);
      const now = this.clock.now();
      const rows = await rowsOf(
        tx,
        sql`insert into channel_states (channel, declared_down_at, declared_by, declared_reason, changed_at)
          values (${channel}, ${now}, ${actor.personId}, ${reason}, ${now})
         on conflict (channel) do update set declared_down_at = ${now}, declared_by = ${actor.personId},
           declared_reason = ${reason}, changed_at = ${now}
          where channel_states.declared_down_at is null returning channel`,
      );
      if (rows.length > 0)
        await this.log.add(tx, { channel, kind: 'declared_down', byId: actor.personId, detail: reason });
    });
  }
}

/** It works again: who waited for it is next. */
@Injectable()
export class DeclareUp {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly states: ChannelStates,
    private readonly log: ChannelLog,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, channel: ChannelId): Promise<void> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    await this.database.tx(async (tx) => {
      const rows = await rowsOf(
        tx,
        sql`update channel_states set declared_down_at = null, declared_by = null, declared_reason = null, failing_since = null,
          failing_code = null, changed_at = ${this.clock.now()}
          where channel = ${channel} and declared_down_at is not null returning channel`,
      );
      if (rows.length === 0) return;
      await execute(tx, sql`update delivery_chunks set offered_at = null where channel = ${channel} and state = 'due'`);
      await this.log.add(tx, { channel, kind: 'declared_up', byId: actor.personId });
    });
    await this.states.changed();
  }
}
