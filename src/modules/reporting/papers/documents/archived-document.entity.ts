import type { DocumentFormat } from '#contracts/reporting/report-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The copy that stays: a sent version as it was printed when it was sent. */
@Entity('report_archive')
export class ArchivedDocument {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  format!: DocumentFormat;

  @Column('text')
  hash!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz')
  keptAt!: Date;
}
