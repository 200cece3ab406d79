import type { EvidenceKind, Pillar } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A kind of work as the catalogue words it from a day on. Filled at start; wording changes from a day on, never in
 * place.
 */
@Entity('task_templates')
export class TaskTemplate {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('text')
  titleEn!: string;

  @Column('text')
  section!: string;

  @Column('text')
  pillar!: Pillar;

  /** Codes; the first is the target's. */
  @Column('text', { array: true })
  indicators!: string[];

  @Column('text', { array: true })
  evidence!: EvidenceKind[];

  @Column('text')
  suggestion!: string;

  @Column('text', { array: true })
  guide!: string[];

  /** Offered here and in all units below; null: of the catalogue, offered everywhere. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  /** Null: of the catalogue. */
  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** PostgreSQL range text, half-open. */
  @PrimaryColumn('daterange')
  validity!: string;
}
