import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a commune is asked about the proposed name of one of its hamlets, and what it last said. */
@Entity('name_opinions')
export class NameOpinion {
  @PrimaryColumn('uuid')
  reorganisationId!: string;

  @PrimaryColumn('uuid')
  hamletId!: string;

  /** In which the hamlet stood when it was asked. */
  @Column('uuid')
  communeId!: string;

  /** As it was asked, with the word for its kind. */
  @Column('text')
  name!: string;

  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  /** The last day for an answer; one for all names about which the reform asks the commune. */
  @Column('date')
  answerBy!: string;

  /** What is left out when the names of its place are asked about anew does not stand. */
  @Column('boolean', { default: true })
  stands!: boolean;

  /** The name of which the commune said something: asked anew it may be an earlier one. */
  @Column('text', { nullable: true })
  about!: string | null;

  @Column('text', { nullable: true })
  otherName!: string | null;

  @Column('text', { nullable: true })
  remark!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
