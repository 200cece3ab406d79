import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret address of a person's calendar. */
@Entity('calendar_feeds')
export class CalendarFeed {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
