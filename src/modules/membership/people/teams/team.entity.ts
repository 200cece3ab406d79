import type { Affiliation, TeamRole, TeamStatus } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A community digital technology team: a draft until its establishing decision is attached. */
@Entity('teams')
export class Team {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** Only where the team is not called like its unit. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text')
  status!: TeamStatus;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** The dissolved team of the same unit that goes on as this one. */
  @Column('uuid', { nullable: true })
  revivedFromId!: string | null;

  /** The team that goes on with its people and open work since its hamlet became part of another. */
  @Column('uuid', { nullable: true })
  mergedIntoId!: string | null;

  /** The team that was of the whole hamlet, of which this one has a half. */
  @Column('uuid', { nullable: true })
  splitFromId!: string | null;
}

/** A person in a team for a time, with one role; a change of role is a new row. */
@Entity('team_members')
export class TeamMember {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: TeamRole;

  @Column('text', { nullable: true })
  position!: string | null;

  @Column('text', { default: 'other' })
  affiliation!: Affiliation;

  @Column('daterange')
  validity!: string;

  @Column('text', { nullable: true })
  endReason!: string | null;

  @Column('uuid', { nullable: true })
  successorId!: string | null;

  @Column('boolean', { default: false })
  endTold!: boolean;

  /** Who leaves on the very day on which that is entered was in the team on it until then. */
  @Column('date', { nullable: true })
  endEnteredOn!: string | null;
}
