import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that was committed with the change that it tells of; also the audit trail. */
@Entity('outbox')
export class OutboxEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  payload!: unknown;

  @Column('timestamptz')
  occurredAt!: Date;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  postId!: string | null;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('uuid', { nullable: true })
  commandId!: string | null;

  /** Whose log it stands in: the unit that it names, else that of the post by which it was done. */
  @Column('uuid', { nullable: true })
  placeId!: string | null;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  /** The changed fields, without personal data. */
  @Column('jsonb', { default: {} })
  changes!: Record<string, unknown>;

  /** Until then one relay publishes it; null when none does. */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  /** Of the request that it was written by, where that was traced. */
  @Column('text', { nullable: true })
  traceParent!: string | null;
}

/** One row per event and subscriber: what is not done is put into the queue again, whatever the queue lost. */
@Entity('event_handlings')
export class EventHandling {
  @PrimaryColumn('uuid')
  eventId!: string;

  @PrimaryColumn('text')
  subscriber!: string;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('timestamptz')
  nextAttemptAt!: Date;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  /** What the last attempt failed of. */
  @Column('text', { nullable: true })
  failure!: string | null;
}
