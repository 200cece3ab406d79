import type { Language } from '#contracts/enums';
import type { TrainingAudience, TrainingSessionState } from '#contracts/training/training-states';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** As stored in jsonb: instants are ISO strings. */
export interface TimeAndPlace {
  startsAt: string;
  endsAt: string;
  place: string | null;
}

/** A session that a provider teaches in a commune. */
@Entity('training_sessions')
export class TrainingSession {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  state!: TrainingSessionState;

  @Column('uuid')
  providerId!: string;

  @Column('uuid')
  trainerId!: string;

  @Column('uuid')
  communeId!: string;

  @Column('text')
  topicCode!: string;

  @Column('text')
  title!: string;

  @Column('text')
  audience!: TrainingAudience;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column({
    type: 'text',
    nullable: true,
    generatedType: 'STORED',
    asExpression: 'fold(place)',
    insert: false,
    update: false,
  })
  readonly placeFolded!: string | null;

  @Column('text', { nullable: true })
  mapUrl!: string | null;

  @Column('text', { nullable: true })
  onlineUrl!: string | null;

  @Column('int')
  capacity!: number;

  @Column('int', { default: 0 })
  seatsPerTeam!: number;

  @Column('date', { nullable: true })
  heldUntil!: string | null;

  @Column('text')
  language!: Language;

  @Column('text', { nullable: true })
  materials!: string | null;

  @Column('text', { nullable: true })
  bring!: string | null;

  /** Grows with each change of time or place after publishing; an invitation notes the last one acknowledged. */
  @Column('int', { default: 1 })
  version!: number;

  /** Time and place before the last such change. */
  @Column('jsonb', { nullable: true })
  before!: TimeAndPlace | null;

  /** The commune's wish. */
  @Column('jsonb', { nullable: true })
  proposal!: (TimeAndPlace & { note: string }) | null;

  /** Order of asking: seats and the waiting list go by it. */
  @Column('int', { default: 0 })
  asked!: number;

  /** 32 bytes: the check-in codes and people's keys come from it. */
  @Column('bytea')
  secret!: Buffer;

  @Column('uuid')
  proposedBy!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { nullable: true })
  nudgedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;
}

/** Teams that are invited; each keeps some seats for a while, so that no hamlet is left out. */
@Entity('session_teams')
export class SessionTeam {
  @PrimaryColumn('uuid')
  sessionId!: string;

  @PrimaryColumn('uuid')
  teamId!: string;

  @Column('int')
  kept!: number;
}
