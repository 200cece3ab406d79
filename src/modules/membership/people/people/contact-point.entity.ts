import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `bounced`: the platform says that nobody is reached there. */
export type ContactState = 'ok' | 'unverified' | 'bounced';

/** A number of a person. */
@Entity('phones')
export class Phone {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  e164!: string;

  /** As it was written in the list. */
  @Column('text')
  raw!: string;

  @Column('boolean')
  isPrimary!: boolean;

  @Column('text', { default: 'ok' })
  state!: ContactState;

  @Column('timestamptz')
  addedAt!: Date;

  /** Why two people share this number, as the officer said. */
  @Column('text', { nullable: true })
  sharedReason!: string | null;

  /**
   * Another took its place then: it proves nothing any more, and hears for three days more, so that the news of the
   * change reaches its owner.
   */
  @Column('timestamptz', { nullable: true })
  replacedAt!: Date | null;

  /**
   * It took the place of another number then, or came beside one, by somebody else's hand, and nobody has proved it
   * since.
   */
  @Column('timestamptz', { nullable: true })
  unprovenSince!: Date | null;
}

/** An e-mail address of a person. */
@Entity('emails')
export class Email {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  address!: string;

  @Column('boolean')
  isPrimary!: boolean;

  @Column('text', { default: 'ok' })
  state!: ContactState;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('timestamptz', { nullable: true })
  replacedAt!: Date | null;
}
