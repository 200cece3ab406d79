import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageKind, MessageParams } from '../messages/message-definition.ts';

/** One message per event and kind; its id is the event's, so that the same event plans nothing twice. */
@Entity('messages')
export class Message {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: MessageKind;

  @Column('jsonb')
  params!: MessageParams;

  @Column('uuid', { nullable: true })
  assignmentId!: string | null;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  issuerUnitId!: string | null;

  @Column('uuid', { nullable: true })
  senderId!: string | null;

  /** After a crash between sending and noting it, sent once more; others are shown to the operator. */
  @Column('boolean')
  repeatable!: boolean;

  /** The audience are members of teams: who has left by the time of sending is skipped. */
  @Column('boolean')
  toMembers!: boolean;

  /** External channels wait until then: a recall before it is silent. */
  @Column('timestamptz')
  holdUntil!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  /** How far planning has come: the last page's cursor. */
  @Column('text', { default: '' })
  pageCursor!: string;

  /** Planned so far. */
  @Column('int', { default: 0 })
  people!: number;

  /** When planning came to its end. */
  @Column('timestamptz', { nullable: true })
  plannedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  /** Recalled within the hold: gone from the inbox too. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  /** What it is taken back with, where that is no order and no session. */
  @Column('text', { nullable: true })
  subject!: string | null;

  /** Of the act that it tells of, where that was traced: chunks are sent long after the job that planned them. */
  @Column('text', { nullable: true })
  traceParent!: string | null;
}

/** Who has something for the digest of that day. */
@Entity('digest_people')
export class DigestPerson {
  @PrimaryColumn('date')
  dueOn!: string;

  @PrimaryColumn('uuid')
  personId!: string;
}
