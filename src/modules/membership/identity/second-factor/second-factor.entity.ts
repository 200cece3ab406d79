import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person shows besides the password: an authenticator, which stands for nothing until its first code, keys, or both. */
@Entity('second_factors')
export class SecondFactor {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  /** The authenticator's secret, by the installation's key. Null: keys alone. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

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
