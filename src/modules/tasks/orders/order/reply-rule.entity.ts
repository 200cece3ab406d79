import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days in which a team is asked to answer an order; the nearest unit's rule holds, without a unit everywhere. */
@Entity('reply_rules')
export class ReplyRule {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: it holds everywhere. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('int')
  days!: number;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
