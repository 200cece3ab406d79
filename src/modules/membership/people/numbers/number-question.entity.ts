import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactState } from '../people/contact-point.entity.ts';

/** A number that is said to be dead, asked of who knows the person. It is open while the number is the main one and bounced. */
@Entity('number_questions')
export class NumberQuestion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  phoneId!: string;

  @Column('uuid')
  personId!: string;

  /** What the platform answered; `said` by who may invite the person. */
  @Column('text')
  code!: string;

  /** Of the number until then: what "Đúng, vẫn dùng" brings back. */
  @Column('text')
  stateBefore!: ContactState;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('date')
  replyByOn!: string;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('text', { nullable: true })
  answer!: 'kept' | 'changed' | null;
}
