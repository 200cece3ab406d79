import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Queues } from '#platform/queue';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { ChannelHealth } from '../../plan/states/channel-health.ts';
import { ChannelPace } from './pace/channel-pace.ts';
import { type ChunkJob, queueOf } from '../../plan/planning/chunk-queue.ts';
import { DeliverChunk } from './chunks/deliver-chunk.ts';
import { ChannelThrottle } from './pace/channel-throttle.ts';

/** Chunks of one channel at work at once: one waits for the database while another sends. */
const CHUNKS_AT_ONCE = 4;

/** One queue and one throttle per configured channel, in worker processes. */
@Injectable()
export class DeliveryWorkers implements OnApplicationBootstrap {
  private readonly throttles = new Map<string, ChannelThrottle>();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly queues: Queues,
    private readonly deliver: DeliverChunk,
    private readonly pace: ChannelPace,
    private readonly health: ChannelHealth,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE === 'api') return;
    this.channels.onUse = () => this.open();
    this.open();
  }

  private open(): void {
    const known = new Set(this.throttles.keys());
    for (const channel of this.channels.inOrder) {
      this.throttles.set(channel.id, new ChannelThrottle(channel, this.pace, this.health));
      if (!known.has(channel.id))
        this.queues.register<ChunkJob>(queueOf(channel.id), ({ chunkId }) => this.work(channel.id, chunkId), {
          concurrency: CHUNKS_AT_ONCE,
        });
    }
  }

  private async work(channelId: string, chunkId: number): Promise<void> {
    const throttle = this.throttles.get(channelId);
    if (throttle) await this.deliver.execute(throttle, chunkId);
  }
}
