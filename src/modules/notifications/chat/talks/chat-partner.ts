import type { ChannelId } from '#channels';
import type { AccountSpace } from '#contracts/enums';

/** Who wrote, where the answer goes, and by which event: the account as the platform knows it, no person of ours yet. */
export interface ChatPartner {
  channel: ChannelId;
  space: AccountSpace;
  externalId: string;
  address: string;
  /** What the platform calls the account; shown, never matched. */
  displayName: string;
  /** The event's id: what it orders is one command. */
  eventId: string;
  occurredAt: Date;
}
