/** Rows of sessions as the module's SQL reads them. */
import { sql } from '#platform/database';
import type { TimeAndPlace, TrainingSession } from './training-session.entity.ts';

export type SessionData = Omit<TrainingSession, 'placeFolded' | 'secret'>;

export const sessionColumns = sql`s.id, s.state, s.provider_id as "providerId", s.trainer_id as "trainerId",
  s.commune_id as "communeId", s.topic_code as "topicCode", s.title, s.audience, s.starts_at as "startsAt", s.ends_at as "endsAt",
  s.place, s.map_url as "mapUrl", s.online_url as "onlineUrl",
  s.capacity, s.seats_per_team as "seatsPerTeam", s.held_until as "heldUntil", s.language, s.materials, s.bring, s.version,
    s.before, s.proposal, s.asked, s.proposed_by as "proposedBy", s.proposed_at as "proposedAt", s.decided_by as "decidedBy",
    s.decided_at as "decidedAt", s.note,
  s.nudged_at as "nudgedAt", s.cancelled_at as "cancelledAt", s.cancel_reason as "cancelReason", s.done_at as "doneAt"`;

export function timeAndPlace({ startsAt, endsAt, place }: SessionData): TimeAndPlace {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place };
}
