import type { FailureClass } from '#channels';
import type { ChannelId, DeliveryState, Language } from '#contracts/enums';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Up to 500 deliveries of one message in one channel: what is queued, claimed, counted and retried. The first deliveries of
 * a message are folded: a chunk and the inbox entries hold them without a row for each.
 */
@Entity('delivery_chunks')
export class DeliveryChunk {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('uuid')
  messageId!: string;

  @Column('text')
  channel!: ChannelId;

  @Column('text', { default: 'due' })
  state!: 'due' | 'claimed' | 'done';

  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  offeredAt!: Date | null;

  @Column('uuid', { nullable: true })
  claim!: string | null;

  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  /** Positions below this one may have been handed to the provider under the present claim. */
  @Column('int', { default: 0 })
  attempted!: number;

  /** Holds deliveries that were in doubt before: sent a few at a time. */
  @Column('boolean', { default: false })
  careful!: boolean;

  /** When something of it is due again. */
  @Column('timestamptz', { nullable: true })
  retryAt!: Date | null;

  @Column('int')
  size!: number;

  @Column('int', { default: 0 })
  sent!: number;

  @Column('int', { default: 0 })
  failed!: number;

  @Column('int', { default: 0 })
  unknown!: number;

  @Column('int', { default: 0 })
  skipped!: number;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  /** Told to end at the next write of its results. */
  @Column('boolean', { default: false })
  halted!: boolean;

  /** Sum of its deliveries. */
  @Column('int', { default: 0 })
  costVnd!: number;

  /** Who they were is gone by time; the sums are not. */
  @Column('boolean', { default: false })
  forgotten!: boolean;

  /** Deliveries from position `settled` on are due and have no row. */
  @Column('boolean', { default: false })
  folded!: boolean;

  /** Deliveries below it went out at the first try, unless a row says otherwise. */
  @Column('int', { default: 0 })
  settled!: number;

  /** When the last of them did. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** By position, each followed by a line feed; forgotten when the chunk ends. */
  @Column('text', { nullable: true })
  addresses!: string | null;

  @Column('text', { nullable: true })
  languages!: string | null;

  @Column('text', { nullable: true })
  providerIds!: string | null;
}

/**
 * One message to one person in one channel, where it has a row of its own: it did not simply go out at the first try, or
 * the provider sends receipts for it. The view `deliveries` has these columns for all. 'claimed' is derived: due, below the
 * mark of a claimed chunk.
 */
@Entity('delivery_rows')
export class Delivery {
  @PrimaryColumn('uuid')
  messageId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('bigint')
  chunkId!: number;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt!: Date | null;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('int')
  position!: number;

  @Column('smallint', { default: 0 })
  attempts!: number;

  /** Sent once more after it was not known whether it went. */
  @Column('smallint', { default: 0 })
  repeats!: number;

  @PrimaryColumn('text')
  channel!: ChannelId;

  @Column('text', { default: 'due' })
  state!: DeliveryState;

  @Column('text', { nullable: true })
  failureClass!: FailureClass | null;

  @Column('text', { nullable: true })
  failureCode!: string | null;

  @Column('text', { nullable: true })
  providerId!: string | null;

  @Column('text')
  language!: Language;

  /** Taken when planned and again before each retry; forgotten once the delivery has ended. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('int', { default: 0 })
  costVnd!: number;
}
