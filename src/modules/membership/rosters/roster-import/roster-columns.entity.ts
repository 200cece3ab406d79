import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MappedColumn } from '../roster/roster.types.ts';

/** What officers of a commune said of heads like these, for its next file. */
@Entity('roster_columns')
export class RosterColumns {
  @PrimaryColumn('uuid')
  unitId!: string;

  /** SHA-256 of the folded heads, hex. */
  @PrimaryColumn('text')
  headKey!: string;

  @Column('jsonb')
  columns!: readonly MappedColumn[];

  @Column('uuid')
  saidBy!: string;

  @Column('timestamptz')
  saidAt!: Date;
}
