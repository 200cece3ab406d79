import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The authenticator that a person shows besides the password; until its first code it stands for nothing. */
@Entity('second_factors')
export class SecondFactor {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  /** The secret, by the installation's key. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** The latest step of thirty seconds whose code was used. */
  @Column('int', { nullable: true })
  lastStep!: number | null;
}

/** A code on paper that stands in for the authenticator once. Only its hash is kept. */
@Entity('recovery_codes')
export class RecoveryCode {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  factorId!: string;

  @Column('bytea')
  codeHash!: Buffer;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
