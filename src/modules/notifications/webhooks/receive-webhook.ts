import { Injectable } from '@nestjs/common';
import type { Channel } from '#channels';
import { Clock } from '#platform/clock';
import { DeliveryChannels } from '../delivery-channels.ts';
import { RefusedCalls } from './refused-calls.ts';
import { WebhookEvents } from './webhook-events.ts';
import { WebhookQueue } from './webhook-queue.ts';

/** Channels that call us, by the last part of the address. */
const callers: ReadonlySet<string> = new Set(['telegram', 'zalo-oa', 'zalo-bot']);
const unsigned: ReadonlySet<string> = new Set(['no-signature', 'no-secret']);

/**
 * Takes a platform's call: proves it over the bytes as they came, keeps its events, and lets go. What it means is worked
 * out later; the platform waits for one insert only.
 */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly channels: DeliveryChannels,
    private readonly events: WebhookEvents,
    private readonly queue: WebhookQueue,
    private readonly refused: RefusedCalls,
    private readonly clock: Clock,
  ) {}

  /** Gives the answer's status: 200, 401 or 403 when it does not prove itself, 404 when the channel is off. */
  async execute(
    channelId: string,
    headers: Record<string, string | undefined>,
    rawBody: Buffer,
  ): Promise<200 | 401 | 403 | 404> {
    const channel = this.channelOf(channelId);
    const verified = channel?.verifyInbound?.(headers, rawBody, this.clock.now());
    if (!channel?.normalize || !verified) return 404;
    if (!verified.ok) {
      this.refused.count(channelId, verified.reason);
      return verified.reason === 'not-configured' ? 404 : unsigned.has(verified.reason) ? 401 : 403;
    }
    const events = channel.normalize(verified);
    if (events.length > 0) void this.queue.offer(await this.events.take(channelId, events));
    return 200;
  }

  private channelOf(id: string): Channel | undefined {
    return callers.has(id) ? this.channels.inOrder.find((channel) => channel.id === id) : undefined;
  }
}
