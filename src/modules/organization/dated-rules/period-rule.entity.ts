import type { DueShift, DueWording } from '#contracts/reporting/due-days';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the month of reports begins and ends. */
@Entity('period_rules')
export class PeriodRule {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: it holds everywhere. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  @Column('int')
  windowStartDay!: number;

  @Column('int')
  dueBeforeDay!: number;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;

  /** What happens when the due day is no working day. */
  @Column('text', { default: 'none' })
  shift!: DueShift;

  /** How the directive words the day: with `until` the day before `dueBeforeDay` is the one that it names. */
  @Column('text', { default: 'before' })
  wording!: DueWording;
}
