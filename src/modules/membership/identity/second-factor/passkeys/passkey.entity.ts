import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key of a machine, a telephone or a USB stick, which signs what it is asked after a finger, a face or a PIN. */
@Entity('passkeys')
export class Passkey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  factorId!: string;

  @Column('bytea')
  credentialId!: Buffer;

  /** COSE. */
  @Column('bytea')
  publicKey!: Buffer;

  /** How often the key says that it has signed; some never count. */
  @Column('bigint')
  counter!: number;

  @Column('text', { array: true })
  transports!: string[];

  /** By its owner. */
  @Column('text')
  name!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

/** What a key has to sign: one for each session and purpose, used up by the first answer. */
@Entity('passkey_challenges')
export class PasskeyChallenge {
  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('text')
  purpose!: 'add' | 'show';

  @Column('text')
  challenge!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
