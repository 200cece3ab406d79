import type { TrainingTopicGroup } from '#contracts/training/training-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Filled from the catalogue's file at start; a topic that was taught is never taken out. */
@Entity('training_topics')
export class TrainingTopic {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('text')
  titleEn!: string;

  @Column('text')
  topicGroup!: TrainingTopicGroup;

  @Column('numeric', { precision: 4, scale: 1 })
  hours!: string;

  @Column('int')
  position!: number;
}
