import type { DifficultyKind, DifficultyStepKind } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a team told of as standing in its way. */
@Entity('difficulties')
export class Difficulty {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: DifficultyKind;

  @Column('text')
  text!: string;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  communeId!: string;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  commandId!: string;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  /** Who sees to it; nobody has taken it while null. */
  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  /** The last day on which an answer is in time, fixed when it was told. */
  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** To the office above the commune, which may answer from then on. */
  @Column('timestamptz', { nullable: true })
  escalatedAt!: Date | null;

  @Column('uuid', { nullable: true })
  escalatedTo!: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('uuid', { nullable: true })
  hamletId!: string | null;

  /** Where in the hamlet, chosen or typed; never a position. */
  @Column('text', { nullable: true })
  spot!: string | null;

  /** Who is to settle it instead of the commune: the company whose signal covers the hamlet. */
  @Column('uuid', { nullable: true })
  providerId!: string | null;

  /** By when who answered said that it is settled; the team is asked afterwards, once. */
  @Column('date', { nullable: true })
  promisedOn!: string | null;

  @Column('timestamptz', { nullable: true })
  askedBackAt!: Date | null;

  /** The team said that it is settled. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}

/** What happened to a difficulty after it was told, in turn. */
@Entity('difficulty_steps')
export class DifficultyStep {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  difficultyId!: string;

  @Column('text')
  kind!: DifficultyStepKind;

  @Column('text', { nullable: true })
  text!: string | null;

  /** Null: by the clock or by a rule. */
  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('uuid', { nullable: true })
  providerId!: string | null;

  @Column('date', { nullable: true })
  promisedOn!: string | null;

  @Column('timestamptz')
  at!: Date;
}

/** Working days in which a difficulty is answered; the nearest unit's rule holds, without a unit everywhere. */
@Entity('difficulty_rules')
export class DifficultyRule {
  @PrimaryColumn('uuid')
  id!: string;

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
