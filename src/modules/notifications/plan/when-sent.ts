/** When a channel would be through with so many messages: quiet and legal hours, a pause, what waits before them, its pace. */
import { Inject, Injectable } from '@nestjs/common';
import type { ChannelId } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { type ChannelFacts, ChannelStates } from '../channels/channel-states.ts';
import { quietUntil } from '../deliver/quiet-hours.ts';
import { DeliveryChannels } from '../delivery-channels.ts';

export interface Passage {
  /** Nothing goes before; null: at once. */
  deferredUntil: Date | null;
  /** Null: nobody can say, the channel is down or everything is stopped. */
  finishedAt: Date | null;
}

/** Local hours in which the law or the provider lets nothing through. Template messages: 22:00 to 06:00. */
const closedHours: Partial<Record<ChannelId, readonly [from: string, to: string]>> = { 'zalo-zbs': ['22:00', '06:00'] };

@Injectable()
export class WhenSent {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly states: ChannelStates,
    private readonly clock: Clock,
  ) {}

  /** `backlog`: messages that wait in the channel already. */
  async of(id: string, messages: number, backlog: number, holdMs = 0): Promise<Passage> {
    const facts = await this.states.facts();
    const limits = this.channels.inOrder.find((channel) => channel.id === id)?.limits;
    if (!limits || facts.stop || facts.states.get(id)?.declaredDownAt) return { deferredUntil: null, finishedAt: null };
    const now = this.clock.now();
    const start = this.open(id, limits.respectsQuietHours, new Date(now.getTime() + holdMs), facts);
    return {
      deferredUntil: start.getTime() > now.getTime() + holdMs ? start : null,
      finishedAt: new Date(start.getTime() + ((messages + backlog) / limits.perSecond) * 1000),
    };
  }

  private open(id: string, isQuiet: boolean, from: Date, { states }: ChannelFacts): Date {
    const pause = states.get(id)?.pausedUntil;
    let at = pause && pause > from ? pause : from;
    const [closes, opens] = closedHours[id as ChannelId] ?? ['00:00', '00:00'];
    at = quietUntil(at, closes, opens) ?? at;
    return (isQuiet && quietUntil(at, this.env.QUIET_FROM, this.env.QUIET_TO)) || at;
  }
}
