import type { KeepingKind } from '#contracts/organization/keeping-terms';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long the whole installation keeps something. */
@Entity('keeping_rules')
export class KeepingRule {
  @PrimaryColumn('uuid')
  id!: string;

  /** The topmost one; null: it holds until somebody sets one. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  kind!: KeepingKind;

  /** Months or days, by the kind. */
  @Column('int')
  amount!: number;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** What a rule quotes that names no directive. */
  @Column('text', { nullable: true })
  citation!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
