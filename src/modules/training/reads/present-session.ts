/** Sessions as the contract has them; names are looked up once per answer. */
import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import type { SessionData } from '../session.rows.ts';

export type Row = RouteAnswer<typeof trainingPlanRoutes.trainingSessions>['sessions'][number];

export interface SessionCounts {
  taken: number;
  waiting: number;
  invited: number;
  attended: number;
}
export type CountedSession = SessionData & SessionCounts;

/** Beside sessionColumns. */
export const countColumns = `
  (select count(*) filter (where i.state = 'seated')::int from session_invitations i where i.session_id = s.id) as taken,
  (select count(*) filter (where i.state = 'waiting')::int from session_invitations i where i.session_id = s.id) as waiting,
  (select count(*)::int from session_invitations i where i.session_id = s.id) as invited,
  (select count(*)::int from check_ins c where c.session_id = s.id and c.state = 'counted') as attended`;

export interface Names {
  communes: Map<string, UnitRef>;
  people: Map<string, PersonRef>;
  providers: Map<string, string>;
  topics: Map<string, string>;
}

@Injectable()
export class PresentSession {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
  ) {}

  async rows(actor: Actor, sessions: readonly CountedSession[]): Promise<Row[]> {
    const names = await this.names(actor, sessions);
    return sessions.flatMap((session) => this.row(session, names) ?? []);
  }

  async names(actor: Pick<Actor, 'language'>, sessions: readonly SessionData[]): Promise<Names> {
    const [communes, people, providers, topics] = await Promise.all([
      this.organization.unitRefs(sessions.map((session) => session.commune_id)),
      this.membership.people(sessions.map((session) => session.trainer_id)),
      this.database.rows<{ id: string; name: string }>('select id, name from providers where id = any($1)', [
        [...new Set(sessions.map((session) => session.provider_id))],
      ]),
      this.topics(actor.language),
    ]);
    return { communes, people, providers: new Map(providers.map(({ id, name }) => [id, name])), topics };
  }

  /** Titles by code. */
  async topics(language: 'vi' | 'en'): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ code: string; title: string; title_en: string }>(
      'select code, title, title_en from training_topics order by position',
    );
    return new Map(rows.map((row) => [row.code, language === 'vi' ? row.title : row.title_en]));
  }

  row(session: CountedSession, names: Names): Row | undefined {
    const commune = names.communes.get(session.commune_id);
    if (!commune) return undefined;
    return {
      ...planOf(session),
      id: session.id,
      state: session.state,
      commune,
      provider: { id: session.provider_id, name: names.providers.get(session.provider_id) ?? '' },
      trainer: names.people.get(session.trainer_id) ?? { id: session.trainer_id, fullName: '', position: null },
      topic: names.topics.get(session.topic_code) ?? session.topic_code,
      taken: session.taken,
      waiting: session.waiting,
      invited: session.invited,
      attended: session.attended,
      version: session.version,
      proposedAt: session.proposed_at.toISOString(),
    };
  }
}

function planOf(session: SessionData) {
  return {
    communeId: session.commune_id,
    topicCode: session.topic_code,
    title: session.title,
    audience: session.audience,
    startsAt: session.starts_at.toISOString(),
    endsAt: session.ends_at.toISOString(),
    place: session.place,
    mapUrl: session.map_url,
    onlineUrl: session.online_url,
    capacity: session.capacity,
    seatsPerTeam: session.seats_per_team,
    heldUntil: session.held_until,
    language: session.language,
    materials: session.materials,
    bring: session.bring,
  };
}
