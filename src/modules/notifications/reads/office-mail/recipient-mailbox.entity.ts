import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The mailbox of an office that "Nơi nhận" names, or, with an empty key, of the unit itself. It is tried by a mail with a code and used from the day on which the code
 * came back; a change is another row.
 */
@Entity('recipient_mailboxes')
export class RecipientMailbox {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text')
  address!: string;

  /** PostgreSQL range text, half-open; null while it is tried. */
  @Column('daterange', { nullable: true })
  validity!: string | null;

  /** Codes that were typed wrongly since the last mail. */
  @Column('int', { default: 0 })
  tries!: number;

  @Column('uuid')
  namedBy!: string;

  @Column('timestamptz')
  namedAt!: Date;

  @Column('uuid', { nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;
}
