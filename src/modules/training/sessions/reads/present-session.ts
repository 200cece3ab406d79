/** Sessions as the contract has them; names are looked up once per answer. */
import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import type { TrainingTopic } from '../../catalogue/training-topic.entity.ts';
import { type SessionData, sessionColumns } from '../session/session.rows.ts';

export type Row = RouteAnswer<typeof trainingPlanRoutes.trainingSessions>['sessions'][number];

export interface SessionCounts {
  taken: number;
  waiting: number;
  invited: number;
  attended: number;
}
export type CountedSession = SessionData & SessionCounts;

/** Beside sessionColumns. */
export const countColumns = sql`
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

  /** Undefined where there is none. */
  counted(sessionId: string): Promise<CountedSession | undefined> {
    return this.database.one<CountedSession>(
      sql`select ${sessionColumns}, ${countColumns} from training_sessions s where s.id = ${sessionId}`,
    );
  }

  async rows(actor: Actor, sessions: readonly CountedSession[]): Promise<Row[]> {
    const names = await this.names(actor, sessions);
    return sessions.flatMap((session) => this.row(session, names) ?? []);
  }

  async names(actor: Pick<Actor, 'language'>, sessions: readonly SessionData[]): Promise<Names> {
    const [communes, people, providers, topics] = await Promise.all([
      this.organization.unitRefs(sessions.map((session) => session.communeId)),
      this.membership.people(sessions.map((session) => session.trainerId)),
      this.organization.providerNames(sessions.map((session) => session.providerId)),
      this.topics(actor.language),
    ]);
    return { communes, people, providers, topics };
  }

  /** Titles by code. */
  async topics(language: 'vi' | 'en'): Promise<Map<string, string>> {
    const rows = await this.database.rows<Pick<TrainingTopic, 'code' | 'title' | 'titleEn'>>(
      sql`select code, title, title_en as "titleEn" from training_topics order by position`,
    );
    return new Map(rows.map((row) => [row.code, language === 'vi' ? row.title : row.titleEn]));
  }

  row(session: CountedSession, names: Names): Row | undefined {
    const commune = names.communes.get(session.communeId);
    if (!commune) return undefined;
    return {
      ...planOf(session),
      id: session.id,
      state: session.state,
      commune,
      provider: { id: session.providerId, name: names.providers.get(session.providerId) ?? '' },
      trainer: names.people.get(session.trainerId) ?? { id: session.trainerId, fullName: '', position: null },
      topic: names.topics.get(session.topicCode) ?? session.topicCode,
      taken: session.taken,
      waiting: session.waiting,
      invited: session.invited,
      attended: session.attended,
      version: session.version,
      proposedAt: session.proposedAt.toISOString(),
    };
  }
}

function planOf(session: SessionData) {
  return {
    communeId: session.communeId,
    topicCode: session.topicCode,
    title: session.title,
    audience: session.audience,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    place: session.place,
    mapUrl: session.mapUrl,
    onlineUrl: session.onlineUrl,
    capacity: session.capacity,
    seatsPerTeam: session.seatsPerTeam,
    heldUntil: session.heldUntil,
    language: session.language,
    materials: session.materials,
    bring: session.bring,
  };
}
