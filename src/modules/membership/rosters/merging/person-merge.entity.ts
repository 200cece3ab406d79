import type { MergeKind, MergeProof } from '#contracts/access/merge-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One record became part of another. History: it is never changed, also when the other becomes part of a third. */
@Entity('person_merges')
export class PersonMerge {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  absorbedId!: string;

  @Column('uuid')
  survivorId!: string;

  @Column('timestamptz')
  mergedAt!: Date;

  @Column('uuid')
  mergedBy!: string;

  @Column('text')
  reason!: string;

  /** How the officer was sure of each side. */
  @Column('text')
  survivorProof!: MergeProof;

  @Column('text')
  absorbedProof!: MergeProof;

  @Column('jsonb')
  went!: Partial<Record<MergeKind, number>>;
}
