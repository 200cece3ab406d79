/** Says an answer back. Answers go ahead of the bulk, one by one, and never keep an event from being done for long. */
import { Injectable } from '@nestjs/common';
import {
  type Channel,
  markUsed,
  type PressedMessage,
  type Rendered,
  type SendFailure,
  type TelegramChannel,
} from '#channels';
import { Clock } from '#platform/clock';
import { ChannelPace } from '../../deliver/sending/pace/channel-pace.ts';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { AddressNews } from '../../plan/states/address-news.ts';
import { RetryLater } from './retry-later.ts';
import type { ChatReply } from './chat-command.ts';
import type { ChatPartner } from './chat-partner.ts';
import { ChatQuestionStore } from './chat-question-store.ts';

/** An answer that was not taken is said again with its event so many times. */
const TRIES = 4;
const NOTICE_MAX = 200;

@Injectable()
export class SendAnswer {
  constructor(
    private readonly channels: DeliveryChannels,
    private readonly questions: ChatQuestionStore,
    private readonly addresses: AddressNews,
    private readonly pace: ChannelPace,
    private readonly clock: Clock,
  ) {}

  /** @throws NotYet when the platform did not take it and it may be said again */
  async say(partner: ChatPartner, reply: ChatReply): Promise<void> {
    const channel = this.channels.inOrder.find(({ id }) => id === partner.channel);
    const to = channel?.address.parse(partner.address);
    if (!channel || to === undefined) return;
    const questionId = await this.questions.ask(partner, reply);
    const turn = await this.pace.turn(channel, to);
    if (!turn.may) throw new RetryLater('the answer waits for its turn', TRIES, this.msUntil(turn.retryAt));
    const result = await channel.send(to, [partOf(channel, reply, questionId)], {
      deliveryKey: `chat:${partner.eventId}`,
      attempt: 1,
      signal: AbortSignal.timeout(channel.limits.timeoutMs),
    });
    if (result.ok) await this.addresses.answered(channel.id, partner.address);
    else await this.failed(channel, partner, result);
  }

  /** The buttons of what was pressed go, its text says what became of them. That it fails harms nobody. */
  async markUsed(partner: ChatPartner, pressed: PressedMessage, line: string): Promise<void> {
    const channel = this.channels.inOrder.find(({ id }) => id === 'telegram') as TelegramChannel | undefined;
    const to = channel?.address.parse(partner.address);
    if (channel && to) await markUsed(channel.api, to, pressed, line);
  }

  /** Ends the waiting of a pressed button. That it comes too late harms nobody. */
  async endPress(callbackId: string, text: string): Promise<void> {
    const channel = this.channels.inOrder.find(({ id }) => id === 'telegram') as TelegramChannel | undefined;
    if (callbackId)
      await channel?.api.call('answerCallbackQuery', {
        callback_query_id: callbackId,
        text: text.slice(0, NOTICE_MAX),
      });
  }

  /** What was surely not taken is said again; what perhaps was is not. */
  private async failed(channel: Channel, partner: ChatPartner, failure: SendFailure): Promise<void> {
    const { cls, code, retryAfterMs, scope } = failure;
    if (cls === 'RECIPIENT_GONE') return this.addresses.gone(channel.id, partner.address, this.clock.now(), code);
    if (cls === 'RETRY_AFTER' && scope !== 'address' && retryAfterMs) await this.pace.pause(channel, retryAfterMs);
    if (cls === 'RETRYABLE' || cls === 'RETRY_AFTER')
      throw new RetryLater(`the answer was not taken: ${cls} ${code}`, TRIES, retryAfterMs);
  }

  private msUntil(at: Date): number {
    return Math.max(0, at.getTime() - this.clock.now().getTime());
  }
}

function partOf(channel: Channel, { text, options = [], link }: ChatReply, questionId: string | undefined): Rendered {
  const buttons = channel.capabilities.buttons !== 'none' ? link && [link] : undefined;
  if (channel.capabilities.buttons === 'callback')
    return {
      text,
      ...(options.length > 0 && {
        actions: options.map(({ label }, index) => ({ label, data: `q:${questionId}:${index + 1}` })),
      }),
      ...(buttons && { buttons }),
    };
  const numbered = options.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  const words = [text, numbered, link && !buttons ? `${link.label}: ${link.url}` : ''].filter(Boolean).join('\n\n');
  return { text: words.slice(0, channel.capabilities.maxText) };
}
