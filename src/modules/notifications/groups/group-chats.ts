/**
 * The one place that handles what happens in groups. Of what people write there only commands to the bot and presses of its buttons
 * are answered; everything else of a group is left alone.
 */
import { Injectable } from '@nestjs/common';
import type { Channel, GroupEventData, InboundEvent, TelegramChannel } from '#channels';
import { CHOOSE, CONFIRM, type GroupCall, GroupCommands } from './group-commands.ts';
import { GroupStore } from './group-store.ts';

/** See TelegramEventKind. */
interface TelegramData {
  address: string;
  private: boolean;
  title?: string;
  movedTo?: string;
  command?: string;
  verb?: string;
  argument?: string;
  callbackId?: string;
}

@Injectable()
export class GroupChats {
  constructor(
    private readonly store: GroupStore,
    private readonly commands: GroupCommands,
  ) {}

  /**
   * Takes an event of a channel; the same event may come again.
   * @returns true when it was a group's: nobody else needs to look at it, presses of buttons are answered already
   */
  async onEvent(event: InboundEvent, channel: Channel): Promise<boolean> {
    if (channel.id === 'telegram') return this.fromTelegram(event, channel as TelegramChannel);
    if (channel.id === 'zalo-oa') return this.fromZalo(event);
    return false;
  }

  private async fromTelegram(event: InboundEvent, channel: TelegramChannel): Promise<boolean> {
    const data = event.data as TelegramData;
    if (data.private) return false;
    switch (event.kind) {
      case 'group-left':
        await this.store.markGone('telegram', data.address, 'left');
        break;
      case 'group-moved':
        if (data.movedTo) await this.store.move('telegram', data.address, data.movedTo);
        break;
      case 'command':
        await this.command(data.command ?? '', callOf(event, channel));
        break;
      case 'action':
        await this.press(data.verb ?? '', callOf(event, channel));
    }
    return true;
  }

  private command(command: string, call: GroupCall): Promise<void> {
    switch (command) {
      case 'nhom':
      case 'group':
        return this.commands.propose(call);
      case 'thoat':
        return this.commands.leave(call);
      default:
        return Promise.resolve();
    }
  }

  private press(verb: string, call: GroupCall): Promise<void> {
    switch (verb) {
      case CHOOSE:
        return this.commands.choose(call);
      case CONFIRM:
        return this.commands.confirm(call);
      default:
        return this.commands.unknownPress(call);
    }
  }

  /** Groups of the Official Account end when somebody dissolves them; what is said there is not for us. */
  private async fromZalo({ kind, data }: InboundEvent): Promise<boolean> {
    if (!kind.startsWith('group-')) return false;
    if (kind === 'group-ended') await this.store.markGone('zalo-gmf', (data as GroupEventData).groupId, 'dissolved');
    return true;
  }
}

function callOf({ actor, data }: InboundEvent, channel: TelegramChannel): GroupCall {
  const { address, title = '', argument = '', callbackId = '' } = data as TelegramData;
  return { channel, address, title, by: actor, argument, callbackId };
}
