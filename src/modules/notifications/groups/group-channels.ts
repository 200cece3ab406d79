import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Channel, configuredZaloGroups, type GmfChannel } from '#channels';
import { ENV, type Env } from '#platform/config';
import { DeliveryChannels } from '../delivery-channels.ts';
import { ZaloConnection } from '../deliver/zalo/index.ts';

/**
 * The channels that reach groups. Telegram's is the one that people are reached by too; the Official Account's groups have
 * a channel of their own, off unless switched on, and in nobody's channel order.
 */
@Injectable()
export class GroupChannels implements OnApplicationShutdown {
  readonly gmf: GmfChannel | undefined;

  constructor(
    @Inject(ENV) env: Env,
    zalo: ZaloConnection,
    private readonly channels: DeliveryChannels,
  ) {
    this.gmf = configuredZaloGroups(env, zalo.ports);
  }

  get all(): Channel[] {
    const telegram = this.channels.inOrder.find(({ id }) => id === 'telegram');
    return [...(telegram ? [telegram] : []), ...(this.gmf ? [this.gmf as Channel] : [])];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.gmf?.close?.();
  }
}
