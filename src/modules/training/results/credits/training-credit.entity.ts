import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Training elsewhere that a member wants counted. */
@Entity('training_credits')
export class TrainingCredit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  course!: string;

  @Column('text')
  organiser!: string;

  @Column('text')
  topicCode!: string;

  @Column('numeric', { precision: 5, scale: 1 })
  hours!: string;

  @Column('date')
  completedOn!: string;

  @Column('text', { nullable: true })
  proofUrl!: string | null;

  @Column('text', { nullable: true })
  proofFile!: string | null;

  @Column('text', { default: 'waiting' })
  state!: 'waiting' | 'accepted' | 'refused';

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
