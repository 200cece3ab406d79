import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of figures from before the records, with who imported it and from which paper; taken back as a whole, and kept. */
@Entity('past_imports')
export class PastImport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  fileName!: string;

  @Column('text')
  source!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  takenBackBy!: string | null;

  @Column('timestamptz', { nullable: true })
  takenBackAt!: Date | null;

  @Column('text', { nullable: true })
  takenBackReason!: string | null;
}

/** A figure of such a file: read beside the reports, never within their sums. */
@Entity('past_figures')
export class PastFigure {
  @PrimaryColumn('uuid')
  importId!: string;

  @PrimaryColumn('uuid')
  unitId!: string;

  /** A month, "2025-11", or a whole year, "2025". */
  @PrimaryColumn('text')
  period!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('bigint', { nullable: true })
  numerator!: number | null;

  @Column('bigint', { nullable: true })
  denominator!: number | null;

  /** False once its file was taken back. */
  @Column('boolean', { default: true })
  counts!: boolean;
}
