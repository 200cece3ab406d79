import type { EvidenceKind, Pillar } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NumbersEnd } from '#contracts/tasks/monthly-numbers';
import type { IndicatorWords } from '../order/assignment.entity.ts';

/** A target that an office above communes gives to them, a number for each. */
@Entity('allotments')
export class Allotment {
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

  @Column('text')
  work!: string;

  @Column('text')
  indicatorCode!: string;

  /** As it was worded on the day of issue. */
  @Column('jsonb')
  indicator!: IndicatorWords;

  /** The sum of its shares. */
  @Column('int')
  target!: number;

  /** Last day, inclusive. */
  @Column('date')
  dueOn!: string;

  @Column('uuid')
  directiveId!: string;

  @Column('text', { array: true })
  evidence!: EvidenceKind[];

  @Column('text', { array: true })
  asks!: string[];

  @Column('int', { nullable: true })
  minimumCodes!: number | null;

  @Column('text')
  priority!: 'normal' | 'urgent';

  @Column('uuid')
  issuedBy!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  /** External channels wait until then; a recall before it is silent. */
  @Column('timestamptz')
  recallUntil!: Date;

  /** 1 as it was issued; each change is one more. */
  @Column('int')
  version!: number;

  /** Of its own first one; numbers that are given anew each month share it. */
  @Column('uuid')
  seriesId!: string;

  /** 'YYYY-MM' for which a monthly work gave it. */
  @Column('text', { nullable: true })
  periodMonth!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('uuid', { nullable: true })
  cancelledBy!: string | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;
}

/** A commune's number. */
@Entity('allotment_shares')
export class AllotmentShare {
  @PrimaryColumn('uuid')
  allotmentId!: string;

  @PrimaryColumn('uuid')
  unitId!: string;

  @Column('int')
  target!: number;
}

export type CommuneNumbers = { unitId: string; target: number }[];

/** What a change changes of it. */
export interface AllotmentStand {
  target: number;
  dueOn: string;
  shares: CommuneNumbers;
}

/** A version of the numbers, with what they were before. */
@Entity('allotment_changes')
export class AllotmentChange {
  @PrimaryColumn('uuid')
  allotmentId!: string;

  @PrimaryColumn('int')
  version!: number;

  /** Null: communes ended, and their numbers went to their heirs. */
  @Column('uuid', { nullable: true })
  changedBy!: string | null;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb')
  before!: AllotmentStand;

  @Column('jsonb')
  after!: AllotmentStand;
}

/** Numbers that are given anew at the start of each period. */
@Entity('allotment_schedules')
export class AllotmentSchedule {
  @PrimaryColumn('uuid')
  seriesId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  setBy!: string;

  @Column('timestamptz')
  setAt!: Date;

  /** 'YYYY-MM' for which they were given last. */
  @Column('text')
  lastMonth!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: NumbersEnd | null;

  /** Of the next ones alone, instead of the last ones'; they are the last ones then. */
  @Column('text', { nullable: true })
  nextTitle!: string | null;

  /** Day of the month by which the next ones are due. */
  @Column('int4', { nullable: true })
  nextDueDay!: number | null;

  @Column('jsonb', { nullable: true })
  nextShares!: CommuneNumbers | null;

  /** Counts what officers have changed of it: the second of two is told. */
  @Column('int4', { default: 1 })
  version!: number;
}
