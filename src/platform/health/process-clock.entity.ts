import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the clock below a running process is ahead of the database's, as it found it last. */
@Entity('process_clocks')
export class ProcessClock {
  /** Machine, process number and role: `to-so-1/4711 worker`. */
  @PrimaryColumn('text')
  process!: string;

  /** Below zero: behind. */
  @Column('double precision')
  aheadMs!: number;

  /** By the database's clock. */
  @Column('timestamptz')
  measuredAt!: Date;
}
