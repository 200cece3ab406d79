import type { TakeoverTickKind } from '#contracts/membership/takeover-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a takeover somebody said is settled, as nothing shows it by itself; all else is read from the work. */
@Entity('takeover_ticks')
export class TakeoverTick {
  @PrimaryColumn('uuid')
  unitId!: string;

  /** The day of the takeover. */
  @PrimaryColumn('date')
  onDate!: string;

  @PrimaryColumn('text')
  kind!: TakeoverTickKind;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}
