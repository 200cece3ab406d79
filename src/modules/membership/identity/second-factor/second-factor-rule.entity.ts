import type { OfficerRole } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who has to have a second factor, from a day on, in the whole installation. */
@Entity('second_factor_rules')
export class SecondFactorRule {
  @PrimaryColumn('uuid')
  id!: string;

  /** The topmost one. */
  @Column('uuid')
  unitId!: string;

  /** Of whom one is required. */
  @Column('text', { array: true })
  roles!: OfficerRole[];

  /** Before what weighs much, officers without one show their password again. */
  @Column('boolean')
  askAgain!: boolean;

  @Column('uuid')
  directiveId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
