import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The document by which a team or committee is set up, changed or dissolved. */
@Entity('establishing_decisions')
export class EstablishingDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: 'establish' | 'change' | 'dissolve';

  @Column('text')
  number!: string;

  @Column('date')
  signedOn!: string;

  @Column('text')
  signer!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  committeeId!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  /** Grows with each correction. */
  @Column('int', { default: 1 })
  version!: number;
}

/** What stood in a decision before it was put right, and why. Rows are only added. */
@Entity('decision_corrections')
export class DecisionCorrection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  decisionId!: string;

  /** The version that was put right. */
  @Column('int')
  version!: number;

  @Column('jsonb')
  before!: Pick<EstablishingDecision, 'number' | 'signedOn' | 'signer'>;

  @Column('jsonb')
  after!: Pick<EstablishingDecision, 'number' | 'signedOn' | 'signer'>;

  @Column('text')
  reason!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}
