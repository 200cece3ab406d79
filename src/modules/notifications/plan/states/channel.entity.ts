import type { ChannelId, ChannelLogKind } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that takes notices. Ends with the session that asked for it. */
@Entity('push_subscriptions')
export class PushSubscription {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('bytea')
  endpointHash!: Buffer;

  /** Endpoint and keys as the browser gave them, JSON. */
  @Column('text')
  address!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

/** One row per channel that has ever been in trouble or under a quota; shared by all workers. */
@Entity('channel_states')
export class ChannelStatus {
  @PrimaryColumn('text')
  channel!: ChannelId;

  @Column('timestamptz', { nullable: true })
  declaredDownAt!: Date | null;

  @Column('uuid', { nullable: true })
  declaredBy!: string | null;

  @Column('text', { nullable: true })
  declaredReason!: string | null;

  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  @Column('text', { nullable: true })
  failingCode!: string | null;

  /** The provider told the whole account to wait. */
  @Column('timestamptz', { nullable: true })
  pausedUntil!: Date | null;

  @Column('int', { nullable: true })
  quotaLeft!: number | null;

  @Column('int', { nullable: true })
  quotaTotal!: number | null;

  @Column('timestamptz', { nullable: true })
  quotaAt!: Date | null;

  @Column('timestamptz')
  changedAt!: Date;
}

/** That all channels were stopped, and until when. */
@Entity('channel_stops')
export class ChannelStop {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { nullable: true })
  resumedAt!: Date | null;

  @Column('uuid', { nullable: true })
  resumedBy!: string | null;
}

/** What happened to the channels, for whoever looks after them. */
@Entity('channel_log')
export class ChannelLogLine {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { nullable: true })
  channel!: ChannelId | null;

  @Column('text')
  kind!: ChannelLogKind;

  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('int', { nullable: true })
  count!: number | null;
}

/** Who sent a test and when: counted over an hour, older rows go with the next test of the same person. */
@Entity('channel_tests')
export class ChannelTest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  channel!: ChannelId;

  @Column('timestamptz')
  at!: Date;
}
