import type { Answers, Reasons } from '#contracts/questions/question-kinds';
import type { ReminderDay } from '#contracts/reporting/due-days';
import type { SheetState } from '#contracts/reporting/form-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one unit answers. */
@Entity('form_sheets')
export class FormSheet {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text', { default: 'open' })
  state!: SheetState;

  /** What is written down, whole or not. */
  @Column('jsonb', { default: {} })
  answers!: Answers;

  @Column('jsonb', { default: {} })
  reasons!: Reasons;

  /** Counts what was written down. */
  @Column('int', { default: 0 })
  edit!: number;

  @Column('uuid', { nullable: true })
  keptBy!: string | null;

  @Column('timestamptz', { nullable: true })
  keptAt!: Date | null;

  /** How often it was sent. */
  @Column('int', { default: 0 })
  number!: number;

  /** Lateness is measured once. */
  @Column('date', { nullable: true })
  firstSentOn!: string | null;

  /** Reminders that went out, in days relative to the due day. */
  @Column('int', { array: true, default: [] })
  reminded!: ReminderDay[];

  /** The last day on which somebody reminded by hand. */
  @Column('date', { nullable: true })
  chasedOn!: string | null;

  @Column('text', { nullable: true })
  revisionReason!: string | null;

  @Column('uuid', { nullable: true })
  revisionAskedBy!: string | null;
}

/** As it was sent, each time. */
@Entity('form_sent')
export class FormSent {
  @PrimaryColumn('uuid')
  sheetId!: string;

  @PrimaryColumn('int')
  number!: number;

  /** Of the form, by which it was answered. */
  @Column('int')
  version!: number;

  @Column('jsonb')
  answers!: Answers;

  @Column('jsonb')
  reasons!: Reasons;

  @Column('uuid')
  sentBy!: string;

  @Column('timestamptz')
  sentAt!: Date;
}

/** An answer that was given back. */
@Entity('form_returns')
export class FormReturn {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sheetId!: string;

  /** Of what was sent. */
  @Column('int')
  number!: number;

  @Column('text')
  question!: string;

  @Column('text')
  sentence!: string;

  /** Left out of sums until it is answered anew. */
  @Column('boolean')
  isApart!: boolean;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;
}
