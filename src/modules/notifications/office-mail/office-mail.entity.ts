import { Column, Entity, PrimaryColumn } from 'typeorm';

export type Occasion = 'submitted' | 'accepted';

/**
 * A copy on its way to an office's mailbox. One per version, occasion and office, however often the event is worked.
 */
@Entity('office_mails')
export class OfficeMail {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  reportId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  occasion!: Occasion;

  @Column('uuid')
  unitId!: string;

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
