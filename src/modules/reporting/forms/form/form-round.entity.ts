import type { DueShift } from '#contracts/reporting/due-days';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One time that a form is asked of every commune below. */
@Entity('form_rounds')
export class FormRound {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  formId!: string;

  /** The version that is asked now. */
  @Column('int')
  version!: number;

  @Column('uuid')
  unitId!: string;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The last day on time as it was asked, before any shift. */
  @Column('date')
  fixedDueOn!: string;

  @Column('date')
  dueOn!: string;

  @Column('text', { default: 'none' })
  shift!: DueShift;

  /** The last day on which answers are taken. */
  @Column('date')
  closesOn!: string;

  @Column('uuid')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;

  /** Until then it is taken back without a word. */
  @Column('timestamptz')
  recallUntil!: Date;

  @Column('timestamptz', { nullable: true })
  recalledAt!: Date | null;

  @Column('uuid', { nullable: true })
  recalledBy!: string | null;

  @Column('text', { nullable: true })
  recallReason!: string | null;
}
