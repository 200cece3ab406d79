import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why somebody looked at numbers or took a list, asked by a reader of the log. Its line, and so the question, goes with its time. */
@Entity('log_questions')
export class LogQuestion {
  @PrimaryColumn('uuid')
  id!: string;

  /** The look or the list; it is asked about once. */
  @Column('uuid')
  actId!: string;

  @Column('uuid')
  personId!: string;

  /** In whose log it was asked. */
  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
