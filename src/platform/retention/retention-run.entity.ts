import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What went on a day because its time was over. */
@Entity('retention_runs')
export class RetentionRun {
  @PrimaryColumn('date')
  onDay!: string;

  /** By the name of the table of what expires when. */
  @PrimaryColumn('text')
  record!: string;

  /** When the last of them went. */
  @Column('timestamptz')
  at!: Date;

  /** What was older was to go. */
  @Column('timestamptz')
  before!: Date;

  @Column('int')
  gone!: number;
}
