import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member thought of a session. */
@Entity('training_feedback')
export class TrainingFeedback {
  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('int')
  liked!: number;

  @Column('int')
  canDo!: number;

  @Column('text', { nullable: true })
  nextTopic!: string | null;

  @Column('timestamptz')
  at!: Date;
}
