import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import { personKey } from '#contracts/training/check-in-codes';
import type { trainingMemberRoutes } from '#contracts/training/members';
import type { InvitationState } from '#contracts/training/training-states';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { OrganizationApi, organizationSql, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, prepared, sql } from '#platform/database';
import { leftFor } from '../seats/seating.ts';
import { SeatStore } from '../seats/seat-store.ts';
import type { SessionInvitation } from '../seats/session-invitation.entity.ts';
import { type SessionData, sessionColumns } from '../session/session.rows.ts';
import type { TrainingSession } from '../session/training-session.entity.ts';
import { trainingErrors } from '../../training.errors.ts';

export type MySession = RouteAnswer<typeof trainingMemberRoutes.myTrainingSession>;

interface Mine
  extends SessionData,
    Pick<TrainingSession, 'secret'>,
    Pick<SessionInvitation, 'personId' | 'acknowledged'> {
  provider: string;
  topic: string;
  taken: number;
  myTeam: string | null;
  teamKept: number;
  /** Ids, in the order of asking. */
  teamSeated: string[];
  myState: InvitationState;
  ahead: number;
  checkedInAt: Date | null;
  gaveFeedback: boolean;
  certificate: { id: string; code: string; revoked: boolean } | null;
}

interface Names {
  people: Map<string, PersonRef>;
  /** By id. */
  teams: Map<string, string>;
}

/** Finished ones stay in sight for so long. */
const KEPT_DAYS = 120;

/** What is asked for: the instant stands in a row, since what is sorted by has to be what is told apart by. */
const mineSql = (reader: { personId: string; language: string }, sessionId: string | null, today: string, now: Date) =>
  prepared(
    'training.mine',
    sql`with mine as (
     select i.session_id, i.team_id, i.state, i.acknowledged, i.asked from session_invitations i
      where i.person_id = ${reader.personId} and (${sessionId}::uuid is null or i.session_id = ${sessionId})
     union all
     select t.session_id, m.team_id, 'invited', s.version, null
       from team_members_at(${today}) m join session_teams t on t.team_id = m.team_id
       join training_sessions s on s.id = t.session_id and s.state = 'published' and s.starts_at > ${now}
      where m.person_id = ${reader.personId} and (${sessionId}::uuid is null or t.session_id = ${sessionId})
        and not exists (select 1 from session_invitations i where i.session_id = t.session_id and i.person_id = ${reader.personId}))
   select distinct on (s.starts_at < asked.now, abs(extract(epoch from s.starts_at - asked.now)), s.id) ${sessionColumns}, s.secret,
          ${reader.personId}::uuid as "personId", mine.team_id as "myTeam", mine.state as "myState", mine.acknowledged,
          (select p.name from ${organizationSql.providers} p where p.id = s.provider_id) as provider,
          (select case ${reader.language}::text when 'vi' then k.title else k.title_en end
             from training_topics k where k.code = s.topic_code) as topic,
          (select count(*)::int from session_invitations i where i.session_id = s.id and i.state = 'seated') as taken,
          case mine.state when 'waiting' then (
            select count(*)::int from session_invitations i
             where i.session_id = s.id and i.state = 'waiting' and i.asked <= mine.asked) else 0 end as ahead,
          coalesce((select t.kept from session_teams t where t.session_id = s.id and t.team_id = mine.team_id), 0) as "teamKept",
          array(select i.person_id from session_invitations i
             where i.session_id = s.id and i.team_id = mine.team_id and i.state = 'seated' order by i.asked) as "teamSeated",
          (select c.at from check_ins c where c.session_id = s.id and c.person_id = ${reader.personId} and c.state <> 'refused'
            limit 1) as "checkedInAt",
          exists (select 1 from training_feedback f where f.session_id = s.id and f.person_id = ${reader.personId}) as "gaveFeedback",
          (select json_build_object('id', k.id, 'code', k.code, 'revoked', k.revoked_at is not null)
             from certificates k where k.session_id = s.id and k.person_id = ${reader.personId}
            order by k.issued_at desc limit 1) as certificate
     from mine join training_sessions s on s.id = mine.session_id cross join (select ${now}::timestamptz as now) asked
    where s.state in ('published', 'done', 'cancelled')
      and (${sessionId}::uuid is not null or s.ends_at > ${now}::timestamptz - ${KEPT_DAYS} * interval '1 day')
    order by s.starts_at < asked.now, abs(extract(epoch from s.starts_at - asked.now)), s.id`,
  );

/** Sessions as an invited member sees them. */
@Injectable()
export class ReadMySessions {
  constructor(
    private readonly database: Database,
    private readonly seatStore: SeatStore,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async all(actor: Actor): Promise<MySession[]> {
    return this.shown(await this.rows(actor, null));
  }

  /** @throws training.notFound also for sessions to which the person is not invited */
  async one(actor: Actor, sessionId: string): Promise<MySession> {
    const [session] = await this.shown(await this.rows(actor, sessionId));
    if (!session) throw trainingErrors.notFound();
    return session;
  }

  /** Those to come first and the nearest of them, then the past ones. */
  private rows(actor: Actor, sessionId: string | null): Promise<Mine[]> {
    return this.database.rows<Mine>(mineSql(actor, sessionId, this.clock.today(), this.clock.now()));
  }

  private async shown(rows: readonly Mine[]): Promise<MySession[]> {
    const [communes, people, teams] = await Promise.all([
      this.organization.unitRefs(rows.map((row) => row.communeId)),
      this.membership.people(rows.flatMap((row) => [row.trainerId, ...row.teamSeated])),
      this.membership.teamNames(rows.flatMap((row) => row.myTeam ?? [])),
    ]);
    return Promise.all(
      rows.flatMap((row) => {
        const commune = communes.get(row.communeId);
        return commune ? [this.session(row, commune, { people, teams })] : [];
      }),
    );
  }

  private async session(row: Mine, commune: UnitRef, { people, teams }: Names): Promise<MySession> {
    return {
      id: row.id,
      state: row.state,
      title: row.title,
      topic: row.topic,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      place: row.place,
      mapUrl: row.mapUrl,
      onlineUrl: row.myState === 'seated' ? row.onlineUrl : null,
      commune,
      trainer: people.get(row.trainerId) ?? { id: row.trainerId, fullName: '', position: null },
      provider: { id: row.providerId, name: row.provider },
      bring: row.bring,
      materials: row.materials,
      capacity: row.capacity,
      taken: row.taken,
      heldUntil: row.heldUntil,
      team: row.myTeam
        ? {
            id: row.myTeam,
            name: teams.get(row.myTeam) ?? '',
            kept: row.teamKept,
            left: await this.left(row, row.myTeam),
            seated: row.teamSeated.flatMap((id) => people.get(id) ?? []),
          }
        : null,
      mine: await this.mine(row),
      version: row.version,
    };
  }

  private async mine(row: Mine): Promise<MySession['mine']> {
    const mustAcknowledge = row.acknowledged < row.version && !['declined', 'given_back'].includes(row.myState);
    return {
      state: row.myState,
      place: row.myState === 'waiting' ? row.ahead : null,
      mustAcknowledge,
      before: mustAcknowledge ? row.before : null,
      checkedInAt: row.checkedInAt?.toISOString() ?? null,
      feedbackGiven: row.gaveFeedback,
      certificate: row.certificate,
      codeKey:
        row.myState === 'seated' && row.state === 'published'
          ? await personKey(row.secret.toString('base64url'), row.personId)
          : null,
    };
  }

  /** Seats that people of the team can still take. */
  private async left(row: Mine, teamId: string): Promise<number> {
    if (!this.seatStore.isHeld(row)) return Math.max(0, row.capacity - row.taken);
    const { rules, seated } = await this.seatStore.state(this.database.manager, row);
    const free = leftFor(rules, seated, teamId);
    return row.teamKept > 0 ? Math.min(free, Math.max(0, row.teamKept - row.teamSeated.length)) : free;
  }
}
