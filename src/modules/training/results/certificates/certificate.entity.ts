import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A certificate as it was printed. */
@Entity('certificates')
export class Certificate {
  @PrimaryColumn('uuid')
  id!: string;

  /** What the paper shows and the public may ask by: 80 bits, no order in it. */
  @Column('text')
  code!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  fullName!: string;

  @Column('text')
  title!: string;

  @Column('text')
  topicCode!: string;

  @Column('text')
  provider!: string;

  @Column('numeric', { precision: 4, scale: 1 })
  hours!: string;

  @Column('date')
  heldOn!: string;

  @Column('uuid')
  issuedBy!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy!: string | null;

  @Column('text', { nullable: true })
  revokeReason!: string | null;
}
