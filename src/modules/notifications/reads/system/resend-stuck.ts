import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { MeasureParts } from '#platform/measures';
import { Outbox } from '#platform/outbox';
import { ChannelTraffic } from '../../channels/board/channel-traffic.ts';
import { stuckResent } from '../../notifications.events.ts';
import { StuckQueries } from './stuck.queries.ts';

/** A channel's stuck messages are tried at once. Nobody gets one twice: what may have gone is decided apart, as doubt. */
@Injectable()
export class ResendStuck {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly stuck: StuckQueries,
    private readonly outbox: Outbox,
    private readonly traffic: ChannelTraffic,
    private readonly parts: MeasureParts,
  ) {}

  async execute(
    actor: Actor,
    { channel }: RouteBody<typeof routes.resendStuck>,
  ): Promise<RouteAnswer<typeof routes.resendStuck>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const count = await this.database.tx(async (tx) => {
      const n = await this.stuck.resend(tx, channel);
      if (n > 0) await this.outbox.append(tx, stuckResent({ channel, count: n }), actor);
      return n;
    });
    this.traffic.forget();
    this.parts.forget();
    return { count };
  }
}
