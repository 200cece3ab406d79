import type { UnitKind } from '#contracts/enums';
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

/** Derived from the newest version of every unit: who stands above whom. Ended units keep their last place. */
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
