import type { RouteAnswer, routes } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An act on many, with what was before it, for as long as it can be taken back. */
@Entity('held_acts')
export class HeldAct {
  @PrimaryColumn('uuid')
  id!: string;

  /** Persisted: names who puts it back. */
  @Column('text')
  kind!: string;

  /** Who did it, and may take it back. */
  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  until!: Date;

  /** What whoever puts it back needs; only they read it. */
  @Column('jsonb')
  before!: object;

  @Column('timestamptz', { nullable: true })
  takenBackAt!: Date | null;

  /** Of the taking back, for whoever asks twice. */
  @Column('jsonb', { nullable: true })
  answer!: RouteAnswer<typeof routes.takeBackAct> | null;
}
