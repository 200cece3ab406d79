import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From when on something is named so that an officer looks at it. */
@Entity('attention_rules')
export class AttentionRule {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: it holds where nobody has set one. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('int')
  silentDays!: number;

  @Column('int')
  busyTeams!: number;

  @Column('int')
  lateMonths!: number;

  @Column('int')
  lateTimes!: number;

  @Column('int')
  lateDays!: number;

  @Column('int')
  termDays!: number;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
