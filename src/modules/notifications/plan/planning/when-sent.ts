/** When a channel would be through with so many messages: quiet and legal hours, a pause, what waits before them, its pace. */
import { Inject, Injectable } from '@nestjs/common';
import type { ChannelId } from '#contracts/enums';
import { startOfDay } from '#i18n';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { type ChannelFacts, ChannelStates } from '../states/channel-states.ts';
import { heldUntil, minutesOf, quietUntil } from '../quiet/quiet-hours.ts';
import { type QuietHours, QuietRules } from '../quiet/quiet-rules.ts';
import { DeliveryChannels } from '../../delivery-channels.ts';

export interface Passage {
  /** Nothing goes before; null: at once. */
  deferredUntil: Date | null;
  /** Null: nobody can say, the channel is down or everything is stopped. */
  finishedAt: Date | null;
}

/** To whom it is said: their place may have a calendar, and what is urgent passes it. */
export interface Told {
  unitId: string;
  isUrgent: boolean;
}

/** Local hours in which the law or the provider lets nothing through. Template messages: 22:00 to 06:00. */
const closedHours: Partial<Record<ChannelId, readonly [from: string, to: string]>> = { 'zalo-zbs': ['22:00', '06:00'] };

@Injectable()
export class WhenSent {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly states: ChannelStates,
    private readonly quiet: QuietRules,
    private readonly clock: Clock,
  ) {}

  /** `backlog`: messages that wait in the channel already. */
  async of(id: string, messages: number, backlog: number, holdMs = 0, told?: Told): Promise<Passage> {
    const facts = await this.states.facts();
    const limits = this.channels.inOrder.find((channel) => channel.id === id)?.limits;
    if (!limits || facts.stop || facts.states.get(id)?.declaredDownAt) return { deferredUntil: null, finishedAt: null };
    const now = this.clock.now();
    const calendar = told && (await this.quiet.at(told.unitId));
    const from = new Date(now.getTime() + holdMs);
    const open = this.open(id, from, facts);
    const start = limits.respectsQuietHours ? this.awake(open, calendar, told?.isUrgent ?? false) : open;
    return {
      deferredUntil: start.getTime() > now.getTime() + holdMs ? start : null,
      finishedAt: new Date(start.getTime() + ((messages + backlog) / limits.perSecond) * 1000),
    };
  }

  private open(id: string, from: Date, { states }: ChannelFacts): Date {
    const pause = states.get(id)?.pausedUntil;
    const at = pause && pause > from ? pause : from;
    const [closes, opens] = closedHours[id as ChannelId] ?? ['00:00', '00:00'];
    return quietUntil(at, closes, opens) ?? at;
  }

  /** The first morning after whole days, else the end of the hours. */
  private awake(at: Date, calendar: QuietHours | undefined, isUrgent: boolean): Date {
    const usual = { from: this.env.QUIET_FROM, to: this.env.QUIET_TO };
    if (calendar?.wholeDays && calendar.endsOn && !isUrgent)
      return new Date(startOfDay(calendar.endsOn) + minutesOf(usual.to) * 60_000);
    return heldUntil(at, { own: null, calendar, usual }, isUrgent) ?? at;
  }
}
