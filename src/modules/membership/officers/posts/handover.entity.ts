import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandoverMode } from '#contracts/access/handover-modes';
import type { SupportBefore } from '../../people/teams/move-support.ts';

/** A post that changes hands from a day on, for good or for a time. */
@Entity('handovers')
export class Handover {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  mode!: HandoverMode;

  @Column('uuid')
  fromPostId!: string;

  @Column('uuid')
  fromPersonId!: string;

  /** Null where the post stays empty, and of what was taken back. */
  @Column('uuid', { nullable: true })
  toPostId!: string | null;

  @Column('uuid', { nullable: true })
  toPersonId!: string | null;

  @Column('date')
  fromOn!: string;

  /** The decision, or why. */
  @Column('text', { nullable: true })
  basis!: string | null;

  /** What stood before: it can be taken back before its day. */
  @Column('jsonb', { default: {} })
  was!: HandoverBefore;

  /** How much was open with the post when it was written. */
  @Column('int', { nullable: true })
  openWork!: number | null;

  /** Null: by the other posts of the unit. */
  @Column('uuid', { nullable: true })
  madeBy!: string | null;

  @Column('timestamptz')
  madeAt!: Date;

  /** When whoever has received it ticked what came as read. */
  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  takenBackAt!: Date | null;

  @Column('uuid', { nullable: true })
  takenBackBy!: string | null;
}

export interface HandoverBefore extends SupportBefore {
  /** Of the post that ends: its first day without the hand-over, and why it was to end. */
  to?: string | null;
  endReason?: string | null;
}
