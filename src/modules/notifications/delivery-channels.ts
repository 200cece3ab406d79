import type { Channel, ChannelId } from '#channels';

/** Deliveries per job: large enough that the queue costs nothing, small enough to be lost and found in seconds. */
export const CHUNK_SIZE = 500;

/** Channels whose provider tells that a message has arrived, by the id that it gave the send; an index finds their rows. */
export const RECEIPTS: readonly ChannelId[] = ['zalo-oa', 'zalo-zbs'];

/** The external channels of this installation, in the order in which they are tried. */
export class DeliveryChannels {
  /** Told when other channels are put in. */
  onUse: (() => void) | undefined;

  constructor(private channels: readonly Channel[]) {}

  get inOrder(): readonly Channel[] {
    return this.channels;
  }

  /** Other channels instead: for emulators and counting channels. */
  use(channels: readonly Channel[]): void {
    this.channels = channels;
    this.onUse?.();
  }

  get ids(): ChannelId[] {
    return this.inOrder.map(({ id }) => id);
  }

  /** The channels that come after this one for a person whom it could not reach. */
  after(id: string): ChannelId[] {
    const { ids } = this;
    return ids.slice(ids.indexOf(id as ChannelId) + 1);
  }
}
