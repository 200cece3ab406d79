/** Rows of sessions as the module's SQL reads them. */
import type { TrainingAudience, TrainingSessionState } from '#contracts/training-states';
import type { TimeAndPlace } from './training-session.entity.ts';

export interface SessionData {
  id: string;
  state: TrainingSessionState;
  provider_id: string;
  trainer_id: string;
  commune_id: string;
  topic_code: string;
  title: string;
  audience: TrainingAudience;
  starts_at: Date;
  ends_at: Date;
  place: string | null;
  map_url: string | null;
  online_url: string | null;
  capacity: number;
  seats_per_team: number;
  held_until: string | null;
  language: 'vi' | 'en';
  materials: string | null;
  bring: string | null;
  version: number;
  before: TimeAndPlace | null;
  proposal: (TimeAndPlace & { note: string }) | null;
  asked: number;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
  nudged_at: Date | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  done_at: Date | null;
}

export const sessionColumns = `s.id, s.state, s.provider_id, s.trainer_id, s.commune_id, s.topic_code, s.title, s.audience, s.starts_at, s.ends_at, s.place, s.map_url, s.online_url,
  s.capacity, s.seats_per_team, s.held_until, s.language, s.materials, s.bring, s.version, s.before, s.proposal, s.asked, s.proposed_by, s.proposed_at, s.decided_by, s.decided_at, s.note,
  s.nudged_at, s.cancelled_at, s.cancel_reason, s.done_at`;

export function timeAndPlace({ starts_at, ends_at, place }: SessionData): TimeAndPlace {
  return { startsAt: starts_at.toISOString(), endsAt: ends_at.toISOString(), place };
}
