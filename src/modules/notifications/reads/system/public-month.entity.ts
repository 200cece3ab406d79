import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A month's figures for everybody: counted once, when it is over. */
@Entity('public_months')
export class PublicMonth {
  /** Its first day. */
  @PrimaryColumn('date')
  month!: string;

  /** Messages that went out. */
  @Column('int')
  sent!: number;

  /** From the moment at which one was due; null: none went out. */
  @Column('int', { nullable: true })
  medianSeconds!: number | null;

  /** 95 of 100 went out within. */
  @Column('int', { nullable: true })
  slowSeconds!: number | null;

  /** What people sent in. */
  @Column('int')
  commands!: number;

  /** Of those, refused. */
  @Column('int')
  refused!: number;

  /** Sends that a channel refused: whoever has another channel was sent the message there. */
  @Column('int')
  failed!: number;

  @Column('timestamptz')
  countedAt!: Date;
}
