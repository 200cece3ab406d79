import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A device on which a person is signed in. The token itself is known to the device only. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('text')
  device!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Each use moves the end to this many seconds ahead; null: by what the person holds on that day. */
  @Column('int', { nullable: true })
  slidesSeconds!: number | null;

  /** Null: by a platform's account. */
  @Column('text', { nullable: true })
  openedBy!: 'invite' | 'password' | 'agency' | null;

  /** The password was right, the code has not come: it is over soon, and opens nothing until then. */
  @Column('boolean', { default: false })
  awaitsCode!: boolean;

  /** When the person last showed password or code here. */
  @Column('timestamptz', { nullable: true })
  provenAt!: Date | null;

  /** Of the key of the device that signed in with the password. */
  @Column('bytea', { nullable: true })
  deviceHash!: Buffer | null;

  /** The platform's account that opened it: it ends with that. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Null where it ran out. */
  @Column('text', { nullable: true })
  endedBecause!: 'lost' | 'signed_out' | 'changed' | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;
}

/** A link that signs in once. Only its hash is kept. */
@Entity('invites')
export class Invite {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea')
  codeHash!: Buffer;

  /** Of the six letters on paper, by the installation's key; null for an invite that is not on paper. */
  @Column('bytea', { nullable: true })
  slipHash!: Buffer | null;

  /** Those of one print have the same. */
  @Column('uuid', { nullable: true })
  printId!: string | null;

  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: 'member' | 'officer';

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  rejectedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
