import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A failed try, counted so that guessing is slow. */
@Entity('login_attempts')
export class LoginAttempt {
  @PrimaryColumn('uuid')
  id!: string;

  /** SHA-256 of what the tries are counted by: a login, an account, an address. */
  @Column('bytea')
  loginHash!: Buffer;

  @Column('timestamptz')
  at!: Date;
}

/** A device on which a person has signed in with the password: its tries are counted apart from strangers' tries. */
@Entity('known_devices')
export class KnownDevice {
  @PrimaryColumn('bytea')
  keyHash!: Buffer;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  madeAt!: Date;

  /** One machine on which several people have signed in; null: not since this was noted. */
  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  @Column('timestamptz')
  usedAt!: Date;

  /** When somebody last showed the second factor on it: a password alone does not tell it from a stranger's. */
  @Column('timestamptz', { nullable: true })
  provenAt!: Date | null;
}
