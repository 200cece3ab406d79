import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What becomes of a dissolved team's open work, told to the others on the day from which the team is no more. */
@Entity('team_endings')
export class TeamEnding {
  @PrimaryColumn('uuid')
  teamId!: string;

  @Column('date')
  fromOn!: string;

  @Column('text')
  reason!: string;

  /** The team that takes the open work over; null: it is cancelled. */
  @Column('uuid', { nullable: true })
  heirId!: string | null;

  @Column('uuid')
  byId!: string;

  @Column('boolean', { default: false })
  told!: boolean;

  /** Rows of members and supporters as they were before the end cut them. */
  @Column('jsonb', { default: {} })
  cut!: { members?: unknown[]; supporters?: unknown[] };
}
