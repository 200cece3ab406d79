import type { ChannelId } from '#contracts/enums';
import type { InboundEvent } from '#channels';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** As stored in jsonb: the instant is an ISO string, the key is the row's id. */
export type StoredBody = Omit<InboundEvent, 'occurredAt' | 'dedupKey'> & { occurredAt: string };

/**
 * Each event that a platform has told, once. Its id is made from the channel and the platform's own key for it, so
 * the same event delivered again is the same row, and what it orders is the same command.
 */
@Entity('webhook_events')
export class WebhookEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  channel!: ChannelId;

  @Column('text')
  kind!: string;

  /** Whose chat it is of: those of one chat are worked in turn. Forgotten with the body. */
  @Column('text', { nullable: true })
  chat!: string | null;

  /** Until it is worked; then nothing of what people wrote is kept. */
  @Column('jsonb', { nullable: true })
  body!: StoredBody | null;

  @Column('timestamptz')
  receivedAt!: Date;

  /** Not before then: after a failure, or while somebody works on it. */
  @Column('timestamptz')
  dueAt!: Date;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  /** The last attempt has failed; when done: it was given up. */
  @Column('boolean', { default: false })
  failed!: boolean;
}

/**
 * A consent of the Official Account that was asked for; the verifier is derived from the state, which only its link
 * carries.
 */
@Entity('oa_consents')
export class OaConsent {
  @PrimaryColumn('bytea')
  stateHash!: Buffer;

  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
