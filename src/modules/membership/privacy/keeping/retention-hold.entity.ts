import type { KeepingKind } from '#contracts/organization/keeping-terms';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is held back from going by time, as long as it is not ended. */
@Entity('retention_holds')
export class RetentionHold {
  @PrimaryColumn('uuid')
  id!: string;

  /** The dated rule whose records stay; null: those of every rule. */
  @Column('text', { nullable: true })
  kind!: KeepingKind | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  reason!: string;

  @Column('uuid')
  heldBy!: string;

  @Column('timestamptz')
  heldAt!: Date;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
