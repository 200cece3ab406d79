import type { NothingLeft } from '#contracts/organization/ocop';
import type { SeriesEnd } from '#contracts/tasks/order-series';
import type { EvidenceKind, Pillar } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An indicator as an order keeps it. */
export interface IndicatorWords {
  code: string;
  name: string;
  nameEn: string;
  unit: string;
  unitEn: string;
}

/** An order to one or more teams. */
@Entity('assignments')
export class Assignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  issuerUnitId!: string;

  @Column('text')
  templateCode!: string;

  @Column('text')
  pillar!: Pillar;

  @Column('text')
  title!: string;

  @Column({ type: 'text', generatedType: 'STORED', asExpression: 'fold(title)', insert: false, update: false })
  readonly titleFolded!: string;

  @Column('text')
  work!: string;

  @Column('text')
  indicatorCode!: string;

  /** The indicator as it was worded on the day of issue: an order keeps its words. */
  @Column('jsonb')
  indicator!: IndicatorWords;

  @Column('int')
  target!: number;

  /** Last day, inclusive. */
  @Column('date')
  dueOn!: string;

  @Column('date')
  replyByOn!: string;

  @Column('uuid')
  directiveId!: string;

  @Column('text', { array: true })
  evidence!: EvidenceKind[];

  /** What every part says beside its number: dimensions of the indicator, amounts, a link for each. */
  @Column('text', { array: true, default: [] })
  asks!: string[];

  /** Codes of applications that there have to be when the work is handed in; one where codes are asked for without it. */
  @Column('int', { nullable: true })
  minimumCodes!: number | null;

  /** A company that does the work together with the teams. */
  @Column('uuid', { nullable: true })
  providerId!: string | null;

  @Column('text')
  priority!: 'normal' | 'urgent';

  @Column('uuid')
  issuedBy!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  /** Until then a recall is silent; external channels wait for it, or for send_at. */
  @Column('timestamptz')
  recallUntil!: Date;

  @Column('timestamptz', { nullable: true })
  sendAt!: Date | null;

  /** The first order of a monthly series; itself when it is alone. */
  @Column('uuid')
  seriesId!: string;

  /** 'YYYY-MM' of a monthly series. */
  @Column('text', { nullable: true })
  periodMonth!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('uuid', { nullable: true })
  cancelledBy!: string | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  /** An order of a series whose targets were cut to what the OCOP register missed: the next one goes by the one before it. */
  @Column('boolean', { default: false })
  capped!: boolean;

  /** The allotment of an office above by which the commune hands its number on. */
  @Column('uuid', { nullable: true })
  originId!: string | null;
}

/** An order that is issued anew each month. */
@Entity('assignment_schedules')
export class AssignmentSchedule {
  @PrimaryColumn('uuid')
  seriesId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  setBy!: string;

  @Column('timestamptz')
  setAt!: Date;

  /** 'YYYY-MM' for which it was issued last. */
  @Column('text')
  lastMonth!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: SeriesEnd | null;

  /** 'YYYY-MM': the last period in which the series issued nothing; the next order clears it. */
  @Column('text', { nullable: true })
  skippedMonth!: string | null;

  @Column('text', { nullable: true })
  skipReason!: NothingLeft | null;

  /** Of the next order alone, instead of the last one's; it is the last one then. */
  @Column('text', { nullable: true })
  nextTitle!: string | null;

  /** Day of the month by which the next order is due. */
  @Column('int4', { nullable: true })
  nextDueDay!: number | null;

  /** Of the whole next order, split as the last one was. */
  @Column('int4', { nullable: true })
  nextTarget!: number | null;

  /** Teams of the unit that were never in the series join with its next order. */
  @Column('boolean', { default: false })
  withNewTeams!: boolean;

  /** Counts what officers have changed of it: the second of two is told. */
  @Column('int4', { default: 1 })
  version!: number;
}

/** An order that is being written; the screen knows what is in it. */
@Entity('assignment_drafts')
export class AssignmentDraft {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  title!: string;

  @Column('jsonb')
  content!: Record<string, unknown>;

  @Column('uuid')
  savedBy!: string;

  @Column('timestamptz')
  savedAt!: Date;
}
