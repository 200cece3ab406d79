import type { DeclineReason, ReturnReason } from '#contracts/enums';
import type { confirmationManners } from '#contracts/tasks/sampling';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ConfirmationManner = (typeof confirmationManners)[number];

export type DecisionKind =
  | 'decline'
  | 'keep'
  | 'lower_target'
  | 'extend'
  | 'release'
  | 'confirm'
  | 'return'
  | 'delegate';

/** Who decided what about a task, and why. */
@Entity('task_decisions')
export class TaskDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  taskId!: string;

  @Column('text')
  kind!: DecisionKind;

  @Column('text', { array: true, default: [] })
  reasons!: (DeclineReason | ReturnReason)[];

  @Column('text', { nullable: true })
  comment!: string | null;

  /** How a confirmation came about; null with other decisions, and from before it was written down. */
  @Column('text', { nullable: true })
  manner!: ConfirmationManner | null;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}

/** What the commune decided about a quick report that belongs to no task. */
@Entity('entry_decisions')
export class EntryDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  entryId!: string;

  @Column('text')
  kind!: 'confirm' | 'return';

  @Column('text', { array: true, default: [] })
  reasons!: ReturnReason[];

  @Column('text', { nullable: true })
  comment!: string | null;

  /** How a confirmation came about; null with other decisions, and from before it was written down. */
  @Column('text', { nullable: true })
  manner!: ConfirmationManner | null;

  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
