import type { FailureClass } from '#channels';
import type { ChannelId, DeliveryState } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type OrderPostKind = 'assigned' | 'changed' | 'cancelled' | 'deadline';
export type SessionPostKind = 'session' | 'session_moved' | 'session_cancelled';

/**
 * A group or forum topic into which the installation writes; confirmed by somebody who answers for the team or the
 * commune. How the group is called and named for people stands in chat_groups.
 */
@Entity('group_chats')
export class GroupChat {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  channel!: Extract<ChannelId, 'telegram' | 'zalo-gmf'>;

  /** Null only while the Official Account is being asked to make the group. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  link!: string | null;

  /** The paid seat of a group that the Official Account makes. */
  @Column('text', { nullable: true })
  assetId!: string | null;

  /** While one process asks for the group to be made, no other does. */
  @Column('timestamptz', { nullable: true })
  makingUntil!: Date | null;

  @Column('uuid', { nullable: true })
  linkedBy!: string | null;

  @Column('timestamptz')
  linkedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  /**
   * The platform says that the bot can no longer write there; it stays in the list until it is linked anew or ended.
   */
  @Column('timestamptz', { nullable: true })
  goneAt!: Date | null;

  @Column('text', { nullable: true })
  goneCode!: string | null;
}

/** One post into one group. The key names what it tells: the order and, for a reminder, the day. */
@Entity('group_posts')
export class GroupPost {
  @PrimaryColumn('text')
  messageKey!: string;

  @PrimaryColumn('uuid')
  groupId!: string;

  @Column('text')
  kind!: OrderPostKind | SessionPostKind;

  @Column('uuid', { nullable: true })
  assignmentId!: string | null;

  @Column('text', { default: 'due' })
  state!: Exclude<DeliveryState, 'delivered'>;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('uuid', { nullable: true })
  claim!: string | null;

  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  @Column('text', { nullable: true })
  providerId!: string | null;

  @Column('text', { nullable: true })
  failureClass!: FailureClass | null;

  @Column('text', { nullable: true })
  failureCode!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;
}
