import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusyReason } from '#contracts/membership/busy-reasons';

/** That a person cannot work for their teams until the end of a day: the last word of each. */
@Entity('busy_words')
export class BusyWord {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  reason!: BusyReason;

  @Column('date')
  untilOn!: string;

  @Column('timestamptz')
  saidAt!: Date;
}
