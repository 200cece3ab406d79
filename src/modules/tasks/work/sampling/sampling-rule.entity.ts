import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From a day on small results of a unit's communes may be confirmed of which only one in so many was looked at. */
@Entity('sampling_rules')
export class SamplingRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** Results from this number on are always looked at. */
  @Column('int')
  below!: number;

  @Column('int')
  oneIn!: number;

  /** What the draw is made with. Never told: whoever knew it could tell beforehand which result nobody looks at. */
  @Column('uuid')
  seed!: string;

  @Column('uuid')
  directiveId!: string;

  @Column('uuid')
  setBy!: string;

  @Column('timestamptz')
  setAt!: Date;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
