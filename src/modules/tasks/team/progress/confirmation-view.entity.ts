import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a member has seen the confirmation of a task. */
@Entity('confirmation_views')
export class ConfirmationView {
  @PrimaryColumn('uuid')
  taskId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz')
  at!: Date;
}
