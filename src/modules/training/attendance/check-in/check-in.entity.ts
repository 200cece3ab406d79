import type { CheckInMethod } from '#contracts/training/training-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody was there. */
@Entity('check_ins')
export class CheckIn {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  /** Null for walk-ins who are on no roster: known by their name and the id that the phone made. */
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text')
  fullName!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('text')
  method!: CheckInMethod;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('text')
  state!: 'counted' | 'doubtful' | 'refused';

  @Column('text', { nullable: true })
  why!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;
}
