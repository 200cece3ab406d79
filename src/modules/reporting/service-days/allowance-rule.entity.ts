import type { AllowanceBasis } from '#contracts/reporting/service-days';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a province pays for its teams' work from a day on. */
@Entity('allowance_rules')
export class AllowanceRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  basis!: AllowanceBasis;

  /** In dong: a month for a team or a person, or for a day of service. */
  @Column('int')
  amount!: number;

  @Column('uuid')
  directiveId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
