import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit's steering committee, for as long as it is set up. */
@Entity('steering_committees')
export class SteeringCommittee {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;

  /** Made by a reform: no decision has set it up yet. */
  @Column('boolean', { default: false })
  draft!: boolean;
}

/** A committee member who looks after a team: a default filter and the first step of escalation, not a limit. */
@Entity('supporters')
export class Supporter {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  personId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
