import type { UnitKind } from '#contracts/enums';
import type { UnitChangeKind } from '#contracts/organization/unit-change-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A node of the tree. Its id never changes; names, codes and parents are versions by date. */
@Entity('units')
export class Unit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: UnitKind;

  /** PostgreSQL range text, half-open: `[2022-01-01,)`. */
  @Column('daterange')
  validity!: string;
}

/** How a unit was called and where it stood for a time: one version at any day. */
@Entity('unit_versions')
export class UnitVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  name!: string;

  /** For searching: without marks, in small letters. */
  @Column({ type: 'text', generatedType: 'STORED', asExpression: 'fold(name)', insert: false, update: false })
  readonly nameFolded!: string;

  /** The Vietnamese word before the name: "xã", "thị trấn", "thôn". */
  @Column('text')
  type!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('daterange')
  validity!: string;

  @Column('text', { nullable: true })
  basis!: string | null;

  /** Kind and code of what no other unit may be called by on the same day; the database sets it. */
  @Column({ type: 'text', nullable: true, insert: false, update: false })
  readonly codeKey!: string | null;
}

/** Where what a unit was went when it ended. */
@Entity('unit_successors')
export class UnitSuccessor {
  @PrimaryColumn('uuid')
  fromUnitId!: string;

  @PrimaryColumn('uuid')
  toUnitId!: string;

  @Column('date')
  onDate!: string;

  /** Of the old unit, 0 to 1; PostgreSQL numeric text. */
  @Column('numeric', { nullable: true })
  share!: string | null;

  /** The document that lays it down. */
  @Column('text', { nullable: true })
  basis!: string | null;
}

/** Who stands above whom today: what of the spans holds on the day of `unit_tree_day`. Ended units keep their last place. */
@Entity('unit_closure')
export class UnitClosure {
  @PrimaryColumn('uuid')
  ancestorId!: string;

  @PrimaryColumn('uuid')
  descendantId!: string;

  @Column('text')
  ancestorKind!: UnitKind;

  @Column('text')
  descendantKind!: UnitKind;

  /** 0: the unit itself. */
  @Column('int')
  depth!: number;
}

/** Derived from the versions of all units: who stands above whom, by days. At any day a unit has one place. */
@Entity('unit_closure_spans')
export class UnitClosureSpan {
  @PrimaryColumn('uuid')
  ancestorId!: string;

  @PrimaryColumn('uuid')
  descendantId!: string;

  @Column('text')
  ancestorKind!: UnitKind;

  @Column('text')
  descendantKind!: UnitKind;

  /** 0: the unit itself. */
  @Column('int')
  depth!: number;

  /** Without a beginning for a unit's first place and without an end for its last. */
  @PrimaryColumn('daterange')
  validity!: string;
}

/** The day whose tree stands in `unit_closure`: one row. */
@Entity('unit_tree_day')
export class UnitTreeDay {
  @PrimaryColumn('date')
  day!: string;
}

/** What somebody entered about a unit. Rows are added, never changed: the database refuses. */
@Entity('unit_changes')
export class UnitChange {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** `list`: named or placed anew by an official list. */
  @Column('text')
  kind!: UnitChangeKind;

  /** From which day it holds; of one that was taken back the day on which it would have begun. */
  @Column('date')
  onDate!: string;

  @Column('text', { nullable: true })
  basis!: string | null;

  /** The registered directive that `basis` cites; a commune's committee always names one. */
  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** Why it was put right. What takes something back has its reason as its basis. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;
}

/** A list of units that was written, with what was before: it can be taken back while nothing rests on it. */
@Entity('unit_imports')
export class UnitImport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('date')
  fromOn!: string;

  @Column('text')
  basis!: string;

  @Column('uuid', { array: true })
  createdIds!: string[];

  @Column('uuid', { array: true })
  changedIds!: string[];

  @Column('uuid', { array: true })
  endedIds!: string[];

  /** Versions and days of the units that the list changed, as they were. */
  @Column('jsonb')
  before!: unknown;

  /** Digest of the versions of all units that the list touched, as it left them. */
  @Column('text')
  after!: string;

  @Column('timestamptz')
  writtenAt!: Date;

  @Column('timestamptz', { nullable: true })
  takenBackAt!: Date | null;
}
