import { Injectable } from '@nestjs/common';
import type { TrainingSessionState } from '#contracts/training/training-states';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { TrainingSession } from './sessions/session/training-session.entity.ts';

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
    const session: Omit<SessionInfo, 'provider'> | null = await this.database.manager.findOne(TrainingSession, {
      select: {
        id: true,
        state: true,
        title: true,
        topicCode: true,
        communeId: true,
        providerId: true,
        trainerId: true,
        startsAt: true,
        endsAt: true,
        place: true,
        onlineUrl: true,
        seatsPerTeam: true,
        bring: true,
        heldUntil: true,
        version: true,
        before: true,
        proposal: true,
        proposedBy: true,
        note: true,
        cancelReason: true,
      },
      where: { id },
    });
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
