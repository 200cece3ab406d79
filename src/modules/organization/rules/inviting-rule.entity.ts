import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When inviting members is done, and how it goes on paper. */
@Entity('inviting_rules')
export class InvitingRule {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: it holds where nobody has set one. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('int')
  donePercent!: number;

  @Column('int')
  slipsAtOnce!: number;

  @Column('int')
  slipDays!: number;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
