import type { ExportPurpose } from '#contracts/access/log-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list too long for an answer. The file holds numbers of people, so it goes after some days. */
@Entity('list_jobs')
export class ListJob {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  askedBy!: string;

  @Column('date')
  onDay!: string;

  @Column('text', { default: 'waiting' })
  state!: 'waiting' | 'running' | 'ready' | 'failed';

  @Column('int', { default: 0 })
  percent!: number;

  @Column('int', { nullable: true })
  teams!: number | null;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('bytea', { nullable: true })
  file!: Buffer | null;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  leasedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('text', { nullable: true })
  failureCode!: string | null;

  /** Stands in the log when the list is made. */
  @Column('text', { nullable: true })
  purpose!: ExportPurpose | null;
}
