import type { ChannelId } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reads } from './learned-route.ts';

/** The inbox entry: one per message and person. */
@Entity('notifications')
export class Notification {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  messageId!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  /** The person has to know of it: it cannot be muted. */
  @Column('boolean')
  mandatory!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  /** When the person's client first got it. */
  @Column('timestamptz', { nullable: true })
  fetchedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  /** The chunk by which it first goes out, and its place there; null: by no channel. */
  @Column('bigint', { nullable: true })
  chunkId!: number | null;

  @Column('smallint', { nullable: true })
  position!: number | null;
}

/** What a person wants to hear, when, and where. */
@Entity('notification_preferences')
export class NotificationPreference {
  @PrimaryColumn('uuid')
  personId!: string;

  /** Kinds of messages. */
  @Column('text', { array: true, default: [] })
  muted!: string[];

  /** 'HH:MM', local time. */
  @Column('text', { nullable: true })
  quietFrom!: string | null;

  @Column('text', { nullable: true })
  quietTo!: string | null;

  @Column('text', { array: true, default: [] })
  offChannels!: ChannelId[];

  /** What they have opened and answered, by channel; the fold of it is `read_channel`, see learned-route.ts. */
  @Column('jsonb', { default: {} })
  reads!: Reads;

  @Column('text', { nullable: true })
  readChannel!: string | null;

  @Column('timestamptz')
  changedAt!: Date;
}
