import type { Pair } from '#contracts/reporting/figures';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the receiver said of a cell when returning a version. */
@Entity('report_comments')
export class ReportComment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  reportId!: string;

  @Column('int')
  version!: number;

  /** An indicator's code or a section. */
  @Column('text')
  cell!: string;

  @Column('text')
  comment!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}

/** The figures as a person last saw them, so that what changed since can be shown. */
@Entity('report_looks')
export class ReportLook {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  /** By indicator code. */
  @Column('jsonb')
  figures!: Record<string, Pair>;

  @Column('timestamptz')
  at!: Date;
}
