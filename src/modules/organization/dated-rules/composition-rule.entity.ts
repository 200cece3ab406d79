import type { Affiliation, TeamRole } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a team or committee is to be made of. */
@Entity('composition_rules')
export class CompositionRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  /** Null: it holds everywhere. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  subject!: 'team' | 'committee';

  @Column('text')
  kind!: 'min_members' | 'role_count' | 'affiliation';

  @Column('text', { nullable: true })
  role!: TeamRole | null;

  @Column('text', { nullable: true })
  affiliation!: Affiliation | null;

  @Column('int')
  min!: number;

  @Column('int', { nullable: true })
  max!: number | null;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  @Column('text')
  citation!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
