import type {
  ReorganisationLineKind,
  ReorganisationReach,
  ReorganisationState,
} from '#contracts/organization/reorganisation-kinds';
import type { ReformInvariant, ReformStep } from '#contracts/organization/reform-kinds';
import type { CommitteeSeat, UnitKind } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reform of units: a document with a day from which it holds. What it lays down stands in its lines. */
@Entity('reorganisations')
export class Reorganisation {
  @PrimaryColumn('uuid')
  id!: string;

  /** The unit within which it stays. */
  @Column('uuid')
  unitId!: string;

  @Column('text', { default: 'hamlets' })
  reach!: ReorganisationReach;

  @Column('text')
  title!: string;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  @Column('date')
  onDate!: string;

  @Column('text')
  state!: ReorganisationState;

  /** Grows with each change; the lines of the earlier ones stay. */
  @Column('int')
  version!: number;

  @Column('uuid')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('uuid', { nullable: true })
  scheduledBy!: string | null;

  @Column('timestamptz', { nullable: true })
  scheduledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  revokeReason!: string | null;

  /** The official list that it was read from. */
  @Column('text', { nullable: true })
  fileName!: string | null;

  /** How many days whoever held a post of a unit that ended reads that unit's past. */
  @Column('int', { default: 30 })
  pastDays!: number;

  /** What follows its day is held. */
  @Column('uuid', { nullable: true })
  pausedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  pausedAt!: Date | null;

  /** While it is scheduled: the day on which was last asked what stands against it. */
  @Column('date', { nullable: true })
  checkedOn!: string | null;

  /** What keeps it from beginning, as it was then. */
  @Column('jsonb', { nullable: true })
  held!: HeldBy | null;

  /** Of a revoked one: the greater reform for which it was. */
  @Column('uuid', { nullable: true })
  gaveWayTo!: string | null;
}

/** The first of what stands against a reform, and how much does. */
export interface HeldBy {
  code: string;
  count: number;
  /** The unit that it is about, as it is called. */
  unit: string | null;
  /** The other reform, where one is in the way. */
  title: string | null;
}

/** What one version of a reform lays down, line by line. */
@Entity('reorganisation_lines')
export class ReorganisationLine {
  @PrimaryColumn('uuid')
  reorganisationId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('int')
  position!: number;

  @Column('text')
  kind!: ReorganisationLineKind;

  /** Of a merge or split the unit that ends; of a create the unit that began, once it was applied. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text', { nullable: true })
  type!: string | null;

  @Column('text', { nullable: true })
  name!: string | null;

  /** The line of the unit into which it goes, or in which the person works. */
  @Column('int', { nullable: true })
  intoPosition!: number | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** Of a new or kept unit as it is called from the day on; of a part as the list has it. */
  @Column('text', { nullable: true })
  code!: string | null;

  /** Where a new unit stands: below one that is there, or below the one of another line. */
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('int', { nullable: true })
  parentPosition!: number | null;

  /** Of the whole unit, 0 to 1; PostgreSQL numeric text. */
  @Column('numeric', { nullable: true })
  share!: string | null;

  /** In the file. */
  @Column('int', { nullable: true })
  row!: number | null;

  /** A code that another unit bears today was a question, and has an answer. */
  @Column('boolean', { default: false })
  settled!: boolean;

  /** Of a new unit. */
  @Column('text', { nullable: true })
  unitKind!: UnitKind | null;

  /** Of a focal officer's post. */
  @Column('boolean', { default: false })
  standIn!: boolean;

  /** In the committee. */
  @Column('text', { nullable: true })
  seat!: CommitteeSeat | null;

  /** Of a name that the council has decided: the day from which it holds, and the resolution. Without them it is proposed. */
  @Column('date', { nullable: true })
  fromOn!: string | null;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** Of a half of a hamlet its households, of a share the target. */
  @Column('int', { nullable: true })
  amount!: number | null;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  /** The half of a hamlet, once it is there. */
  @Column('uuid', { nullable: true })
  beganId!: string | null;
}

/** What follows the tree after the day of a reform: how far it is. Its row is locked while it is worked on. */
@Entity('reorganisation_steps')
export class ReorganisationStep {
  @PrimaryColumn('uuid')
  reorganisationId!: string;

  @PrimaryColumn('text')
  step!: ReformStep;

  /** In their order. */
  @Column('int')
  position!: number;

  /** How many of the units that ended or gave parts away are settled. */
  @Column('int', { default: 0 })
  done!: number;

  @Column('int')
  total!: number;

  /** The last unit that is settled: the next one goes on after it. */
  @Column('uuid', { nullable: true })
  afterUnitId!: string | null;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  /** In a row; the next success takes them back. */
  @Column('int', { default: 0 })
  failures!: number;

  @Column('timestamptz', { nullable: true })
  failedAt!: Date | null;

  /** Why, as the program says it. */
  @Column('text', { nullable: true })
  failure!: string | null;
}

/** How much there was as the day came. */
@Entity('reorganisation_counts')
export class ReorganisationCount {
  @PrimaryColumn('uuid')
  reorganisationId!: string;

  @PrimaryColumn('text')
  name!: ReformInvariant;

  @Column('int')
  before!: number;
}
