import type { InvitationState } from '#contracts/training/training-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member who is invited to a session, and what became of it. */
@Entity('session_invitations')
export class SessionInvitation {
  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('text', { default: 'invited' })
  state!: InvitationState;

  /** Position in the order of asking, while seated or waiting. */
  @Column('int', { nullable: true })
  asked!: number | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz')
  invitedAt!: Date;

  /** The last version of the session that the member knows of. */
  @Column('int', { default: 1 })
  acknowledged!: number;

  /** Steps of reminding that went out. */
  @Column('text', { array: true, default: [] })
  reminded!: string[];

  /** When the trainer called about the change. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;
}
