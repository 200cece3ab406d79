import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Told by phone; counts as reached and seen. */
@Entity('call_notes')
export class CallNote {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  assignmentId!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { nullable: true })
  note!: string | null;
}

/**
 * Hours after issue for an order that is to be answered within reply_days; other reply days stretch or shrink them.
 */
@Entity('chase_rules')
export class ChaseRule {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: it holds everywhere. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('int')
  replyDays!: number;

  @Column('int')
  remindHours!: number;

  @Column('int')
  supporterHours!: number;

  @Column('int')
  callListHours!: number;

  @Column('int')
  remindEveryHours!: number;

  /** Of an urgent order: so much of the hours, in hundredths. */
  @Column('int', { default: 50 })
  urgentPercent!: number;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}

/**
 * Each time a team was chased for an answer, by a person or by the clock; each step by the clock comes once per task.
 */
@Entity('chases')
export class Chase {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  assignmentId!: string;

  @Column('uuid')
  taskId!: string;

  @Column('uuid')
  teamId!: string;

  @Column('text')
  step!: 'manual' | 'remind' | 'supporter' | 'call_list';

  /** The event whose message went out for it. */
  @Column('uuid')
  eventId!: string;

  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('timestamptz')
  at!: Date;
}
