import type { RouteAnswer, routes } from '#contracts';
import type { Workbook } from '#documents';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Choices } from '../roster/findings.ts';
import type { DroppedColumn, Roster, TableColumns } from '../roster/roster.types.ts';

export type RosterResult = RouteAnswer<typeof routes.confirmRoster>;

export interface StagedColumns extends TableColumns {
  /** From an earlier file of the commune with the same heads. */
  remembered?: boolean;
}

/** A commune's list on its way into the register: read, asked about, confirmed once. Its file is kept seven days. */
@Entity('roster_imports')
export class RosterImport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  fileName!: string;

  /** SHA-256, hex. */
  @Column('text')
  fileHash!: string;

  @Column('text')
  status!: 'staged' | 'confirmed';

  /** Null once it is erased. */
  @Column('jsonb', { nullable: true })
  workbook!: Workbook | null;

  /** What was read of the workbook; see RosterReadings. */
  @Column('jsonb', { nullable: true })
  reading!: Roster | null;

  @Column('text', { nullable: true })
  readingOf!: string | null;

  @Column('jsonb', { default: {} })
  choices!: Choices;

  @Column('jsonb', { default: [] })
  dropped!: DroppedColumn[];

  /** Which column is which, where the words of the heads did not decide. */
  @Column('jsonb', { default: [] })
  columns!: StagedColumns[];

  @Column('uuid')
  uploadedBy!: string;

  @Column('timestamptz')
  uploadedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('uuid', { nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  result!: RosterResult | null;
}
