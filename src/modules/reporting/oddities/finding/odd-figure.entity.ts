import type { OddReason } from '#contracts/reporting/odd-figure-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A figure that had better be asked about, and what was said of it. One figure is asked about once. */
@Entity('odd_figures')
export class OddFigure {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('date')
  month!: string;

  @Column('text')
  code!: string;

  @Column('uuid')
  reportId!: string;

  /** Of the report, in which it was found last. */
  @Column('int')
  version!: number;

  @Column('bigint', { nullable: true })
  value!: number | null;

  @Column('text', { array: true })
  checks!: string[];

  @Column('jsonb')
  reasons!: OddReason[];

  @Column('double precision', { nullable: true })
  usualLow!: number | null;

  @Column('double precision', { nullable: true })
  usualHigh!: number | null;

  /** What the sum of the province has too much or too little by it; null where nobody can say. */
  @Column('double precision', { nullable: true })
  difference!: number | null;

  @Column('double precision', { nullable: true })
  share!: number | null;

  /** That sum. */
  @Column('double precision')
  total!: number;

  @Column('timestamptz')
  foundAt!: Date;

  /** It was looked for and not found any more. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  question!: string | null;

  @Column('uuid', { nullable: true })
  askedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  askedAt!: Date | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('text', { nullable: true })
  dismissReason!: string | null;

  @Column('uuid', { nullable: true })
  dismissedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  dismissedAt!: Date | null;
}

/** When the figures of a month were looked through, of the communes that are compared with each other. */
@Entity('odd_looks')
export class OddLook {
  @PrimaryColumn('uuid')
  unitId!: string;

  @PrimaryColumn('date')
  month!: string;

  @Column('timestamptz')
  lookedAt!: Date;

  @Column('int')
  communes!: number;

  @Column('int')
  figures!: number;
}
