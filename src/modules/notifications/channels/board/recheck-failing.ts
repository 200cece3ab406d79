import { Injectable } from '@nestjs/common';
import { Tick } from '#platform/clock';
import { ChannelHealth } from '../../plan/states/channel-health.ts';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { ChannelOrderQueries } from '../../plan/planning/channel-order.ts';
import { ChannelStates } from '../../plan/states/channel-states.ts';

const EVERY_MS = 60_000;

/**
 * A failing channel is left aside by new plans. While something waits in it, its retries find out whether it works again;
 * once nothing does, it is asked here, or it would be failing for ever.
 */
@Injectable()
export class RecheckFailing {
  constructor(
    private readonly states: ChannelStates,
    private readonly channels: DeliveryChannels,
    private readonly channelOrders: ChannelOrderQueries,
    private readonly health: ChannelHealth,
  ) {}

  /** Gives the number of channels that work again. */
  @Tick('notifications.recheck', EVERY_MS)
  async run(): Promise<number> {
    const { states } = await this.states.facts();
    const failing = this.channels.inOrder.filter(({ id }) => {
      const state = states.get(id);
      return state?.failingSince && !state.declaredDownAt;
    });
    if (failing.length === 0) return 0;
    const waiting = await this.channelOrders.waiting();
    await this.health.look();
    let recovered = 0;
    for (const channel of failing) {
      if ((waiting.get(channel.id) ?? 0) > 0 || (await channel.health()).state !== 'ok') continue;
      await this.health.recovered(channel.id);
      recovered += 1;
    }
    return recovered;
  }
}
