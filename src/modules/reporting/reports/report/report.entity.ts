import type { ReminderDay } from '#contracts/reporting/due-days';
import type { ReportKind, ReportSection, ReportState } from '#contracts/reporting/report-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportContent } from './report-content.ts';

/** Only what people have changed; a section that is absent is drafted anew each time. */
export interface StoredWords {
  sections?: Partial<Record<ReportSection, string>>;
  /** By indicator code. */
  notes?: Record<string, string>;
  /** Why a team has nothing to report, by team id. */
  silent?: Record<string, string>;
}

/** One row is a unit's obligation for one period and the report that fulfils it. */
@Entity('reports')
export class Report {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  unitKind!: 'commune' | 'district' | 'province';

  @Column('text')
  kind!: ReportKind;

  @Column('uuid', { nullable: true })
  campaignId!: string | null;

  /** First day of the month that it is named after. */
  @Column('date')
  month!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  /** The day whose tree and lists it shows, where a reform within its period was entered after that; null: the last one. */
  @Column('date', { nullable: true })
  standsOn!: string | null;

  @Column('date')
  fixedDueOn!: string;

  @Column('date')
  dueOn!: string;

  @Column('uuid', { nullable: true })
  receiverId!: string | null;

  @Column('text', { default: 'draft' })
  state!: ReportState;

  /** Number of the last version that was sent. */
  @Column('int', { default: 0 })
  version!: number;

  /**
   * What people write: sections, notes on figures, reasons for silence. Drafted text is not stored until somebody
   * changes it.
   */
  @Column('jsonb', { default: {} })
  words!: StoredWords;

  @Column('int', { default: 0 })
  wordsVersion!: number;

  @Column('uuid', { nullable: true })
  wordsBy!: string | null;

  @Column('timestamptz', { nullable: true })
  wordsAt!: Date | null;

  /** Of the first version: lateness is measured once. */
  @Column('timestamptz', { nullable: true })
  firstSubmittedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revisionAskedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revisionAskedBy!: string | null;

  @Column('text', { nullable: true })
  revisionReason!: string | null;

  /** After closing it may be sent until the end of this day, for this reason; the exception expires alone. */
  @Column('date', { nullable: true })
  exceptionUntil!: string | null;

  @Column('text', { nullable: true })
  exceptionReason!: string | null;

  @Column('uuid', { nullable: true })
  exceptionBy!: string | null;

  /** Days before or after the due day on which a reminder went out. */
  @Column('int', { array: true, default: [] })
  reminded!: ReminderDay[];

  /** The last day on which the receiver reminded by hand. */
  @Column('date', { nullable: true })
  chasedOn!: string | null;

  @Column('timestamptz')
  openedAt!: Date;
}

/** Never altered once sent, but for the receiver's decision beside it. */
@Entity('report_versions')
export class ReportVersion {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('timestamptz')
  submittedAt!: Date;

  @Column('uuid')
  submittedBy!: string;

  @Column('int')
  daysLate!: number;

  @Column('text', { nullable: true })
  lateReason!: string | null;

  /** Words, names and counts as they were: what the document is printed from. */
  @Column('jsonb')
  content!: ReportContent;

  /** Of the content and the figures, hex: what is exported and signed names it. */
  @Column('text')
  contentHash!: string;

  @Column('text', { nullable: true })
  decision!: 'accepted' | 'returned' | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  decisionNote!: string | null;
}
