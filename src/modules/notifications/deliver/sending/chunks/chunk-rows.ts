/** What a worker has in hand of a chunk: the claim, the deliveries that are due, what became of them. */
import type { OwnChange } from '#modules/tasks';
import type { Notification, NotificationPreference } from '../../inbox/notification.entity.ts';
import type { Message } from '../../../plan/planning/message.entity.ts';
import type { AddressChange } from '../address-changes.ts';
import type { Delivery, DeliveryChunk } from '../delivery.entity.ts';
import type { DigestItem, DueWork } from '../digest-text.ts';
import type { QuietHours } from '../../../plan/quiet/quiet-rules.ts';
import type { Outcome } from '../outcome.ts';

export type ClaimedChunk = Pick<
  DeliveryChunk,
  'messageId' | 'channel' | 'careful' | 'attempted' | 'folded' | 'settled' | 'addresses' | 'languages'
> &
  Pick<
    Message,
    'kind' | 'params' | 'sessionId' | 'repeatable' | 'toMembers' | 'expiresAt' | 'cancelledAt' | 'traceParent'
  >;

export interface DeliveryRow
  extends Pick<Delivery, 'position' | 'personId' | 'attempts' | 'repeats' | 'language' | 'address'>,
    Pick<Notification, 'taskId' | 'mandatory'>,
    Pick<NotificationPreference, 'quietFrom' | 'quietTo'> {
  /** Why it need not be sent any more. */
  skip: 'seen' | 'left' | 'muted' | null;
  /** Of a digest: what it tells this person. */
  items?: DigestItem[];
  due?: DueWork[] | null;
  missed?: number;
  /** The team's own, where teams have different ones. */
  target?: number;
  /** What a version of the order changed for the team, where that differs. */
  changed?: OwnChange;
  /** What the calendar of their place says of today. */
  calendar?: QuietHours;
}

export interface Written {
  row: DeliveryRow;
  outcome: Outcome;
  /** What the send taught about the address. */
  changes?: readonly AddressChange[];
}

/** A chunk that a worker holds. */
export interface Claim {
  chunkId: number;
  claim: string;
  chunk: ClaimedChunk;
}

/** What comes after a batch: the mark of the next one, or the end with the time at which something is due again. */
export type After = { marked: number } | { retryAt: Date | null };
