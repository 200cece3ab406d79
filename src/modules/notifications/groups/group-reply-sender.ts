import { Injectable } from '@nestjs/common';
import type { ChatAction, TelegramChannel } from '#channels';
import { ChannelPace } from '../deliver/sending/pace/channel-pace.ts';
import { GroupStore } from './group-store.ts';

/** Telegram shows no more of a toast. */
const TOAST = 200;

export interface GroupReply {
  title: string;
  paragraphs: readonly string[];
  actions?: readonly ChatAction[];
}

/**
 * Answers in a Telegram group, within its limits. An answer that does not come through, or whose turn is far, is left out:
 * people press or type again.
 */
@Injectable()
export class GroupReplySender {
  constructor(
    private readonly store: GroupStore,
    private readonly pace: ChannelPace,
  ) {}

  async say(channel: TelegramChannel, address: string, reply: GroupReply): Promise<void> {
    const to = channel.address.parse(address);
    if (!to) return;
    const parts = channel.render({ language: 'vi', footer: '', ...reply });
    const { may } = await this.pace.turn(channel, to, parts.length);
    if (!may) return;
    const result = await channel.send(to, parts, {
      deliveryKey: `group:${address}`,
      attempt: 1,
      signal: AbortSignal.timeout(channel.limits.timeoutMs),
    });
    if (!result.ok && result.cls === 'ADDRESS_MOVED' && result.movedTo)
      await this.store.move('telegram', address, result.movedTo);
  }

  /** Seen by the one who pressed. Without it the button would keep turning. */
  async toast(channel: TelegramChannel, callbackId: string, text: string): Promise<void> {
    await channel.api.call('answerCallbackQuery', { callback_query_id: callbackId, text: text.slice(0, TOAST) });
  }
}
