import type { ReorganisationLineKind, ReorganisationState } from '#contracts/organization/reorganisation-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reform of units: a document with a day from which it holds. What it lays down stands in its lines. */
@Entity('reorganisations')
export class Reorganisation {
  @PrimaryColumn('uuid')
  id!: string;

  /** The unit within which it stays. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  title!: string;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  @Column('date')
  onDate!: string;

  @Column('text')
  state!: ReorganisationState;

  /** Grows with each change; the lines of the earlier ones stay. */
  @Column('int')
  version!: number;

  @Column('uuid')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('uuid', { nullable: true })
  scheduledBy!: string | null;

  @Column('timestamptz', { nullable: true })
  scheduledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  revokeReason!: string | null;
}

/** What one version of a reform lays down, line by line. */
@Entity('reorganisation_lines')
export class ReorganisationLine {
  @PrimaryColumn('uuid')
  reorganisationId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('int')
  position!: number;

  @Column('text')
  kind!: ReorganisationLineKind;

  /** Of a merge the unit that ends; of a create the unit that began, once it was applied. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text', { nullable: true })
  type!: string | null;

  @Column('text', { nullable: true })
  name!: string | null;

  /** The line of the unit into which it goes, or in which the person works. */
  @Column('int', { nullable: true })
  intoPosition!: number | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;
}
