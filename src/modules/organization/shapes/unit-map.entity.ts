import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of outlines that somebody uploaded for a unit: who, when, and from which day it is drawn. */
@Entity('unit_maps')
export class UnitMap {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('date')
  fromOn!: string;

  /** Null of maps from before this was kept. */
  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  uploadedAt!: Date | null;

  /** Its outlines are gone from then on. */
  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;

  @Column('uuid', { nullable: true })
  removedBy!: string | null;
}
