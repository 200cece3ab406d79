import { Column, Entity, PrimaryColumn } from 'typeorm';

/** To the receiver, back to the sender, to an office of "Nơi nhận"; a test tries such an office's mailbox; an invite is a person's. */
export type Occasion = 'submitted' | 'accepted' | 'copy' | 'test' | 'invite';

/**
 * A copy on its way to an office's mailbox. One per version, occasion, office and round, however often the event is worked.
 */
@Entity('office_mails')
export class OfficeMail {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null for a test and an invite. */
  @Column('uuid', { nullable: true })
  reportId!: string | null;

  @Column('int', { nullable: true })
  version!: number | null;

  @Column('text')
  occasion!: Occasion;

  /** Whose mailbox it is; of a copy and a test the unit that names the office. */
  @Column('uuid')
  unitId!: string;

  /** Of a copy and a test: the office's name. */
  @Column('text', { nullable: true })
  recipient!: string | null;

  @Column('uuid', { nullable: true })
  mailboxId!: string | null;

  /** Of an invite: which, to whom, and who sent it. */
  @Column('uuid', { nullable: true })
  inviteId!: string | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('uuid', { nullable: true })
  madeBy!: string | null;

  /** Which time that the version goes there. */
  @Column('int', { default: 1 })
  round!: number;

  /** The signed file went, not the printed one. */
  @Column('boolean', { default: false })
  isSigned!: boolean;

  @Column('text')
  address!: string;

  @Column('text', { default: 'due' })
  state!: 'due' | 'claimed' | 'sent' | 'failed' | 'unknown';

  @Column('int', { default: 0 })
  attempts!: number;

  /** Sent once more, under the same Message-ID, after it was not known whether it went. */
  @Column('int', { default: 0 })
  repeats!: number;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('text', { nullable: true })
  failureCode!: string | null;

  @Column('timestamptz')
  madeAt!: Date;
}
