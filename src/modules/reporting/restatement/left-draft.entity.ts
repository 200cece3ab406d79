import type { LeftDraftMarkKind } from '#contracts/reporting/left-drafts';
import type { ReportKind } from '#contracts/reporting/report-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredWords } from '../reports/report/report.entity.ts';

/** What was written in a report that a unit which ended no longer owes; its heirs choose from it. */
@Entity('left_drafts')
export class LeftDraft {
  /** Of the obligation that is no more. */
  @PrimaryColumn('uuid')
  reportId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  kind!: ReportKind;

  @Column('uuid', { nullable: true })
  campaignId!: string | null;

  @Column('date')
  month!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('jsonb')
  words!: StoredWords;

  @Column('timestamptz')
  leftAt!: Date;
}

/** Who wrote it, looked at it, asked for the head's approval, and what was said to that. */
@Entity('left_draft_marks')
export class LeftDraftMark {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('text')
  kind!: LeftDraftMarkKind;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('timestamptz')
  at!: Date;

  /** Beside the question for approval, or why it was refused. */
  @Column('text', { nullable: true })
  note!: string | null;
}
