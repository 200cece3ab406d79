/**
 * The one door for what happens in groups. Of what people write there only commands to the bot and presses of its buttons
 * are answered; everything else of a group is left alone.
 */
import { Injectable } from '@nestjs/common';
import type { Channel, GroupEventData, InboundEvent, TelegramChannel } from '#channels';
import { GroupStore } from './group-store.ts';

/** What every event of Telegram carries, see TelegramEventKind. */
interface TelegramData {
  address: string;
  private: boolean;
  movedTo?: string;
}

@Injectable()
export class GroupChats {
  constructor(private readonly store: GroupStore) {}

  /**
   * Takes an event of a channel; the same event may come again.
   * @returns true when it was a group's: nobody else needs to look at it, presses of buttons are answered already
   */
  async onEvent(event: InboundEvent, channel: Channel): Promise<boolean> {
    if (channel.id === 'telegram') return this.fromTelegram(event, channel as unknown as TelegramChannel);
    if (channel.id === 'zalo-oa') return this.fromZalo(event);
    return false;
  }

  private async fromTelegram({ kind, data }: InboundEvent, _channel: TelegramChannel): Promise<boolean> {
    const { address, private: isPrivate, movedTo } = data as TelegramData;
    if (isPrivate) return false;
    if (kind === 'group-left') await this.store.markGone('telegram', address, 'left');
    if (kind === 'group-moved' && movedTo) await this.store.move('telegram', address, movedTo);
    return true;
  }

  /** Groups of the Official Account end when somebody dissolves them; what is said there is not for us. */
  private async fromZalo({ kind, data }: InboundEvent): Promise<boolean> {
    if (!kind.startsWith('group-')) return false;
    if (kind === 'group-ended') await this.store.markGone('zalo-gmf', (data as GroupEventData).groupId, 'dissolved');
    return true;
  }
}
