import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account of the agency's identity provider. It is nobody's until an administrator has said whose it is. */
@Entity('agency_accounts')
export class AgencyAccount {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  /** What the provider calls it: shown, never matched. */
  @Column('text')
  saidName!: string;

  @Column('text')
  saidEmail!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** Decided and nobody's: refused. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;
}

/** A session that such an account opened, with what the provider asks for when it is signed out there too. */
@Entity('agency_sessions')
export class AgencySession {
  @PrimaryColumn('uuid')
  sessionId!: string;

  @Column('uuid')
  accountId!: string;

  /** The id token, by the installation's key. */
  @Column('bytea')
  sealed!: Buffer;
}
