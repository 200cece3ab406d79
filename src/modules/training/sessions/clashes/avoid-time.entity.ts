import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a commune cannot take part: no training is put there. */
@Entity('avoid_times')
export class AvoidTime {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  label!: string;

  /** 1 is Monday. */
  @Column('int', { array: true, default: [] })
  weekdays!: number[];

  @Column('int', { array: true, default: [] })
  lunarDays!: number[];

  @Column('date', { nullable: true })
  fromOn!: string | null;

  @Column('date', { nullable: true })
  toOn!: string | null;

  @Column('text')
  startTime!: string;

  @Column('text')
  endTime!: string;
}
