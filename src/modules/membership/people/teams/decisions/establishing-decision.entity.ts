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

  /** It never was: nothing counts it any more, the history shows it with the reason. */
  @Column('timestamptz', { nullable: true })
  voidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  voidedBy!: string | null;

  @Column('text', { nullable: true })
  voidReason!: string | null;
}

/** The signed paper as a picture or PDF; one at a time counts, earlier ones stay. */
@Entity('decision_scans')
export class DecisionScan {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  decisionId!: string;

  @Column('text')
  contentHash!: string;

  @Column('text')
  kind!: 'pdf' | 'photo';

  @Column('uuid')
  addedBy!: string;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  /** Null where another one took its place. */
  @Column('text', { nullable: true })
  endReason!: string | null;
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
