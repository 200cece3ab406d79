import type { TaskState } from '#contracts/tasks/task-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One team's share of an assignment. */
@Entity('tasks')
export class Task {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  assignmentId!: string;

  @Column('uuid', { nullable: true })
  parentTaskId!: string | null;

  /** The task of which this is the part that went to the other half of a hamlet. */
  @Column('uuid', { nullable: true })
  splitFromId!: string | null;

  @Column('text')
  assigneeKind!: 'team' | 'unit' | 'provider';

  @Column('uuid')
  assigneeId!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  communeId!: string;

  @Column('int')
  target!: number;

  /** Last day, inclusive. */
  @Column('date')
  dueOn!: string;

  @Column('date')
  replyByOn!: string;

  @Column('text')
  state!: TaskState;

  @Column('timestamptz')
  stateSince!: Date;

  /** The member to whom the task was passed; without one it is the whole team's. */
  @Column('uuid', { nullable: true })
  doerId!: string | null;

  @Column('uuid', { nullable: true })
  acceptedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
