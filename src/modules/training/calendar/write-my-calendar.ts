import { Inject, Injectable } from '@nestjs/common';
import { writeCalendar } from '#documents';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { trainingErrors } from '../training.errors.ts';
import { type CalendarSession, calendarName, eventOf } from './session-events.ts';

interface Row extends Omit<CalendarSession, 'commune' | 'provider' | 'trainer'> {
  providerId: string;
  communeId: string;
  trainerId: string;
}
export interface CalendarReader {
  personId: string;
  language: 'vi' | 'en';
}

/** How far back a subscribed calendar reaches, and how often it is asked to come again. */
const KEPT_DAYS = 60;
const REFRESH_MINUTES = 60;

/** A person's sessions as iCalendar: one, or all that are still of interest. */
@Injectable()
export class WriteMyCalendar {
  private readonly appUrl: string;

  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
    @Inject(ENV) env: Env,
  ) {
    this.appUrl = `${env.PUBLIC_URL.replace(/\/$/, '')}/app/#`;
  }

  /** @throws training.notFound also for sessions to which the person is not invited */
  async one(reader: CalendarReader, sessionId: string): Promise<Buffer> {
    const sessions = await this.sessions(reader.personId, sessionId);
    if (sessions.length === 0) throw trainingErrors.notFound();
    return this.write(reader, sessions);
  }

  /** Without those that the person has declined or given back. */
  async all(reader: CalendarReader): Promise<Buffer> {
    const sessions = await this.sessions(reader.personId, null);
    return this.write(reader, sessions, REFRESH_MINUTES);
  }

  private write({ language }: CalendarReader, sessions: readonly CalendarSession[], refreshMinutes?: number): Buffer {
    return writeCalendar({
      name: calendarName(language),
      language,
      events: sessions.map((session) => eventOf(session, language, this.appUrl)),
      ...(refreshMinutes && { refreshMinutes }),
    });
  }

  private async sessions(personId: string, sessionId: string | null): Promise<CalendarSession[]> {
    const rows = await this.database.rows<Row>(
      sql`with mine as (
         select i.session_id, i.state from session_invitations i where i.person_id = ${personId}
         union all
         select t.session_id, 'invited' from team_members_at(${this.clock.today()}) m join session_teams t on t.team_id = m.team_id
          where m.person_id = ${personId} and not exists (select 1 from session_invitations i where i.session_id = t.session_id
            and i.person_id = ${personId}))
       select distinct on (s.starts_at, s.id) s.id, s.state, mine.state as mine, s.title, s.starts_at as "startsAt",
         s.ends_at as "endsAt", s.place, s.online_url as "onlineUrl",
              s.commune_id as "communeId", s.trainer_id as "trainerId", s.provider_id as "providerId", s.bring, s.materials,
                s.cancel_reason as "cancelReason", s.version,
              s.before is not null as "isMoved", greatest(s.proposed_at, s.decided_at, s.cancelled_at, s.done_at) as "changedAt"
         from mine join training_sessions s on s.id = mine.session_id
        where s.state in ('published', 'done', 'cancelled') and (${sessionId}::uuid is null or s.id = ${sessionId})
          and (${sessionId}::uuid is not null or (mine.state in ('invited', 'seated', 'waiting')
            and (mine.state = 'seated' or s.state <> 'done')
              and s.ends_at > ${this.clock.now()}::timestamptz - interval '1 day' * ${KEPT_DAYS}))
        order by s.starts_at, s.id`,
    );
    const [trainers, providers, communes] = await Promise.all([
      this.membership.people(rows.map((row) => row.trainerId)),
      this.organization.providerNames(rows.map((row) => row.providerId)),
      this.organization.unitRefs(rows.map((row) => row.communeId)),
    ]);
    return rows.map(({ trainerId, providerId, communeId, ...row }) => ({
      ...row,
      trainer: trainers.get(trainerId)?.fullName ?? '',
      provider: providers.get(providerId) ?? '',
      commune: communes.get(communeId)?.fullName ?? '',
    }));
  }
}
