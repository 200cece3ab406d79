import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a tick was last due and taken by one of the processes. */
@Entity('ticks')
export class TickRun {
  @PrimaryColumn('text')
  name!: string;

  @Column('timestamptz')
  ranAt!: Date;
}
