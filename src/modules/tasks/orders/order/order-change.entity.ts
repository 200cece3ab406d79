import type { TaskState } from '#contracts/tasks/task-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an order says, as far as a change may touch it. */
export interface OrderStand {
  title: string;
  work: string;
  target: number;
  /** Last day, inclusive. */
  dueOn: string;
  replyByOn: string;
  priority: 'normal' | 'urgent';
}

/** A version of an order after the first: who changed what, when and why. Nothing is updated; taking back is a version too. */
@Entity('order_changes')
export class OrderChange {
  @PrimaryColumn('uuid')
  assignmentId!: string;

  /** From 2 on: the first version is the order as it was issued. */
  @PrimaryColumn('int')
  version!: number;

  @Column('uuid')
  changedBy!: string;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb')
  before!: OrderStand;

  @Column('jsonb')
  after!: OrderStand;

  /** Until then it is taken back silently: external channels wait for it. */
  @Column('timestamptz')
  undoUntil!: Date;

  /** The version that this one takes back. */
  @Column('int', { nullable: true })
  undoes!: number | null;
}

/** What a version changed for one team: it is told of nothing else. */
@Entity('task_changes')
export class TaskChange {
  @PrimaryColumn('uuid')
  assignmentId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('uuid')
  teamId!: string;

  @Column('uuid')
  taskId!: string;

  @Column('text')
  kind!: 'changed' | 'added' | 'withdrawn';

  @Column('text')
  stateBefore!: TaskState;

  @Column('timestamptz')
  sinceBefore!: Date;

  @Column('int')
  targetBefore!: number;

  @Column('int')
  targetAfter!: number;

  @Column('date')
  dueBefore!: string;

  @Column('date')
  dueAfter!: string;

  @Column('date')
  replyBefore!: string;

  @Column('date')
  replyAfter!: string;

  /** The wording, or how much it presses. */
  @Column('boolean')
  reworded!: boolean;
}
