import { Injectable } from '@nestjs/common';
import type { TrainingSessionState } from '#contracts/training/training-states';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';

export interface SessionInfo {
  id: string;
  state: TrainingSessionState;
  title: string;
  topicCode: string;
  communeId: string;
  providerId: string;
  provider: string;
  trainerId: string;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  onlineUrl: string | null;
  seatsPerTeam: number;
  bring: string | null;
  heldUntil: string | null;
  version: number;
  before: { startsAt: string; endsAt: string; place: string | null } | null;
  proposal: { startsAt: string; endsAt: string; place: string | null; note: string } | null;
  proposedBy: string;
  note: string | null;
  cancelReason: string | null;
}

/** What other modules may ask of training. */
@Injectable()
export class TrainingApi {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
  ) {}

  async session(id: string): Promise<SessionInfo | undefined> {
    const session = await this.database.one<Omit<SessionInfo, 'provider'>>(
      sql`select s.id, s.state, s.title, s.topic_code as "topicCode", s.commune_id as "communeId", s.provider_id as "providerId",
        s.trainer_id as "trainerId",
              s.starts_at as "startsAt", s.ends_at as "endsAt", s.place, s.online_url as "onlineUrl",
                s.seats_per_team as "seatsPerTeam", s.bring, s.held_until as "heldUntil", s.version, s.before, s.proposal,
              s.proposed_by as "proposedBy", s.note, s.cancel_reason as "cancelReason"
         from training_sessions s where s.id = ${id}`,
    );
    if (!session) return undefined;
    const names = await this.organization.providerNames([session.providerId]);
    return { ...session, provider: names.get(session.providerId) ?? '' };
  }

  /** People invited, by the states of their invitations; all when none are given. */
  async invited(sessionId: string, states: readonly string[] | null = null): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select person_id as id from session_invitations where session_id = ${sessionId}
        and (${states}::text[] is null or state = any(${states})) order by person_id`,
    );
    return rows.map((row) => row.id);
  }

  /** Sessions of a provider for a commune that people came to. */
  async sessionsHeld(providerId: string, communeId: string, from: Date, until: Date): Promise<number> {
    const row = await this.database.one<{ n: number }>(
      sql`select count(*)::int as n from training_sessions s
        where s.commune_id = ${communeId} and s.provider_id = ${providerId} and s.starts_at >= ${from}::timestamptz
          and s.starts_at < ${until}::timestamptz
          and exists (select 1 from check_ins k where k.session_id = s.id and k.state = 'counted' offset 0)`,
    );
    return row?.n ?? 0;
  }

  /** People who were there, each once; walk-ins of no roster are known by name only. */
  async attendees(sessionId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct person_id as id from check_ins where session_id = ${sessionId} and state = 'counted'
        and person_id is not null order by person_id`,
    );
    return rows.map((row) => row.id);
  }
}
