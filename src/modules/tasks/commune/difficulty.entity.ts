import type { DifficultyKind } from '#contracts/enums';
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

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
