/** What each kind of event means to us. Everything here may run twice for one event and must come to the same. */
import { Injectable } from '@nestjs/common';
import { type ChannelId, type InboundEvent, type PressedMessage } from '#channels';
import type { AccountSpace } from '#contracts/enums';
import { type ChatInput, HandleChat } from '../chat/talks/handle-chat.ts';
import type { ChatPartner } from '../chat/talks/chat-partner.ts';
import { DeliveryChannels } from '../delivery-channels.ts';
import { GroupChats } from '../groups/group-chats.ts';
import { AccountNews } from './account-news.ts';
import { AddressNews } from '../plan/states/address-news.ts';
import { Receipts } from './receipts.ts';
import type { StoredEvent } from './webhook-events.ts';

/** What stands in the events of the three channels; each field only where its kind has it. */
interface Facts {
  address?: string;
  chatId?: string;
  group?: boolean;
  name?: string;
  command?: string;
  argument?: string;
  verb?: string;
  callbackId?: string;
  pressed?: PressedMessage | null;
  text?: string;
  phone?: string;
  userIdByApp?: string;
  providerIds?: string[];
  trackingId?: string;
}

interface Met {
  event: InboundEvent;
  channel: ChannelId;
  data: Facts;
  partner: ChatPartner;
}

@Injectable()
export class HandleInbound {
  constructor(
    private readonly channels: DeliveryChannels,
    private readonly groups: GroupChats,
    private readonly accounts: AccountNews,
    private readonly addresses: AddressNews,
    private readonly receipts: Receipts,
    private readonly chat: HandleChat,
  ) {}

  async execute(stored: StoredEvent): Promise<void> {
    const channel = this.channels.inOrder.find(({ id }) => id === stored.channel);
    if (!channel) return;
    const { body, id, kind } = stored;
    const event: InboundEvent = { ...body, kind, dedupKey: id, occurredAt: new Date(body.occurredAt) };
    if (await this.groups.onEvent(event, channel)) return;
    const data = event.data as Facts;
    if (data.group) return;
    await this.work({ event, channel: channel.id, data, partner: partnerOf(event, channel.id, data) });
  }

  private async work(met: Met): Promise<void> {
    const { event, channel, data, partner } = met;
    switch (event.kind) {
      case 'delivered':
        return this.receipts.delivered(data.providerIds ?? [], data.trackingId);
      case 'seen':
        return this.receipts.seen(data.providerIds ?? [], event.occurredAt);
      case 'blocked':
      case 'unfollow':
        return this.addresses.gone(channel, partner.address, event.occurredAt, event.kind.toUpperCase());
      case 'withdraw':
        return this.accounts.withdrawn(partner, data.userIdByApp);
      case 'permission-revoked':
        return this.accounts.revoked();
      case 'template-changed':
        return;
      default:
        return this.hear(met);
    }
  }

  private async hear({ event, channel, data, partner }: Met): Promise<void> {
    if (event.kind === 'follow') await this.addresses.back(channel, partner.address, event.occurredAt);
    else await this.addresses.heard(channel, partner.address, event.occurredAt);
    await this.accounts.met(partner, data.userIdByApp);
    const input = inputOf(event.kind, data);
    if (input) await this.chat.handle(partner, input);
  }
}

function partnerOf(event: InboundEvent, channel: ChannelId, data: Facts): ChatPartner {
  return {
    channel,
    space: channel as AccountSpace,
    externalId: channel === 'zalo-bot' ? (data.chatId ?? event.actor) : event.actor,
    address: data.address ?? data.chatId ?? event.actor,
    displayName: data.name ?? '',
    eventId: event.dedupKey,
    occurredAt: event.occurredAt,
  };
}

function inputOf(kind: string, data: Facts): ChatInput | undefined {
  if (kind === 'command') return { kind, command: data.command ?? '', argument: data.argument ?? '' };
  if (kind === 'action')
    return {
      kind: 'button',
      verb: data.verb ?? '',
      argument: data.argument ?? '',
      callbackId: data.callbackId ?? '',
      ...(data.pressed && { pressed: data.pressed }),
    };
  if (kind === 'contact') return { kind, phone: data.phone ?? '' };
  if (kind === 'contact-of-another') return { kind };
  if (kind === 'text') return { kind, text: data.text ?? '' };
  return undefined;
}
