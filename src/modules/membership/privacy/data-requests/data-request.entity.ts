import type { DataRequestKind, DataStop, RequesterProof } from '#contracts/privacy/request-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person asks about the data that is held about them, until it is answered and afterwards. */
@Entity('data_requests')
export class DataRequest {
  @PrimaryColumn('uuid')
  id!: string;

  /** Whose officers answer: the commune of the person's place. */
  @Column('uuid')
  unitId!: string;

  /** Counted in the unit. */
  @Column('int')
  no!: number;

  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: DataRequestKind;

  @Column('text')
  source!: 'app' | 'paper';

  @Column('text', { nullable: true })
  words!: string | null;

  @Column('text', { nullable: true })
  newName!: string | null;

  @Column('text', { nullable: true })
  newPhone!: string | null;

  /** The person, or the officer who entered the paper. */
  @Column('uuid')
  filedBy!: string;

  @Column('timestamptz')
  receivedAt!: Date;

  /** The last day of the answer, inclusive. */
  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { nullable: true })
  verifiedAt!: Date | null;

  @Column('text', { nullable: true })
  verifiedHow!: RequesterProof | 'account' | null;

  /** Null where the account itself says it. */
  @Column('uuid', { nullable: true })
  verifiedBy!: string | null;

  /** Who sees to it; null where nobody has such a post. */
  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  /** Unanswered by its day: the office above was told then. */
  @Column('timestamptz', { nullable: true })
  escalatedAt!: Date | null;

  /** On paper: who wants to erase the person, since when, and the first day on which it is done. */
  @Column('uuid', { nullable: true })
  eraseAskedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  eraseAskedAt!: Date | null;

  @Column('date', { nullable: true })
  eraseOn!: string | null;

  /** The second officer. */
  @Column('uuid', { nullable: true })
  eraseSecondedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  eraseSecondedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: 'answered' | 'refused' | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  /** What an objection has stopped. */
  @Column('text', { array: true, default: [] })
  stops!: DataStop[];
}
