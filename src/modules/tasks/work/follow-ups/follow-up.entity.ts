import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The day on which whoever gave a piece of advice asks how it went. A correction of its entry takes it along. */
@Entity('follow_ups')
export class FollowUp {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  entryId!: string;

  @Column('uuid')
  personId!: string;

  @Column('date')
  askOn!: string;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;
}
