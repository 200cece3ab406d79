import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One attempt to back the installation up. Of the backup itself only what an administrator wants to know of it. */
@Entity('backup_runs')
export class BackupRun {
  /** The backup's own id, as in its manifest. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  state!: 'running' | 'done' | 'failed';

  @Column('text')
  startedBy!: 'command' | 'schedule';

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text')
  folder!: string;

  @Column('boolean')
  encrypted!: boolean;

  @Column('bigint', { nullable: true })
  bytes!: number | null;

  @Column('bigint', { nullable: true })
  rowCount!: number | null;

  @Column('int', { nullable: true })
  fileCount!: number | null;

  /** A name of BackupProblem, or what the system said. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** When it was last restored into a scratch database and found the same. */
  @Column('timestamptz', { nullable: true })
  verifiedAt!: Date | null;

  /** When the schedule took it away for a newer one. */
  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
