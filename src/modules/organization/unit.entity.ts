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

@Entity('unit_versions')
export class UnitVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  name!: string;

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
