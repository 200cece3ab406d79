import type { SigningCapacity } from '#contracts/reporting/report-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a unit's documents carry by decree 30/2020: dated, the nearest unit above counts, one without a unit holds
 * everywhere.
 */
@Entity('office_papers')
export class DocumentSettings {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  /** Letters behind the number: 15/BC-UBND. */
  @Column('text')
  symbol!: string;

  @Column('text')
  capacity!: SigningCapacity;

  @Column('text')
  signerPost!: string;

  @Column('text', { nullable: true })
  signer!: string | null;

  /** Where it is written; the unit's own name when absent. */
  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { array: true })
  recipients!: string[];

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;

  /** Named before mailboxes were tried; the contact card's address where none is. Tried ones: `recipient_mailboxes`. */
  @Column('text', { nullable: true })
  mailbox!: string | null;

  /** Who drafts a unit's papers, behind "Lưu: VT". */
  @Column('text', { nullable: true })
  drafter!: string | null;
}
