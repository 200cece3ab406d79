import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProofKind } from './refused-proofs.ts';

/** Launch data that has been used: a copy is worth nothing. */
@Entity('used_proofs')
export class UsedProof {
  @PrimaryColumn('text')
  key!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}

/**
 * How many forged, stale, replayed or broken proofs came, by kind of proof: a sudden rise is an attack or a wrong clock.
 */
@Entity('refused_proofs')
export class RefusedProof {
  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('text', { name: 'door' })
  kind!: ProofKind;

  @PrimaryColumn('text')
  reason!: string;

  @Column('int')
  refused!: number;
}
