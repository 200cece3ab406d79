import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that is no working day though it looks like one, or the other way round. */
@Entity('holidays')
export class Holiday {
  @PrimaryColumn('date')
  onDate!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: 'holiday' | 'swapped_working_day';
}
