import type { DueShift } from '#contracts/reporting/due-days';
import type { CampaignKind } from '#contracts/reporting/report-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something reported once by every commune below, such as "Appendix 1 before 20/4" or "20 busy days of October". */
@Entity('campaigns')
export class Campaign {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  @Column('text')
  kind!: CampaignKind;

  @Column('text')
  title!: string;

  @Column('date')
  startsOn!: string;

  /** The last day of the work that is asked about; a list has none. */
  @Column('date', { nullable: true })
  endsOn!: string | null;

  /** The last day on time as the directive fixes it, before any shift. */
  @Column('date')
  fixedDueOn!: string;

  @Column('text', { default: 'none' })
  shift!: DueShift;

  @Column('uuid')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;

  /** Until then it is taken back without a word: nothing has left yet. */
  @Column('timestamptz')
  recallUntil!: Date;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('uuid', { nullable: true })
  cancelledBy!: string | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;
}
