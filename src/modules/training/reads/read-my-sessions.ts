import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import { personKey } from '#contracts/check-in-codes';
import type { trainingMemberRoutes } from '#contracts/training-members';
import type { InvitationState } from '#contracts/training-states';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { leftFor } from '../seats/seating.ts';
import { SeatBook } from '../seats/seat-book.ts';
import { type SessionData, sessionColumns } from '../session.rows.ts';
import { trainingErrors } from '../training.errors.ts';
import { type Names, PresentSession } from './present-session.ts';

export type MySession = RouteAnswer<typeof trainingMemberRoutes.myTrainingSession>;

interface Mine extends SessionData {
  secret: Buffer;
  taken: number;
  my_team: string | null;
  my_state: InvitationState;
  acknowledged: number;
  ahead: number;
  checked_in_at: Date | null;
  gave_feedback: boolean;
  certificate: { id: string; code: string; revoked: boolean } | null;
}

/** Finished ones stay in sight for so long. */
const KEPT_DAYS = 120;

/** Sessions as an invited member sees them. */
@Injectable()
export class ReadMySessions {
  constructor(
    private readonly database: Database,
    private readonly book: SeatBook,
    private readonly present: PresentSession,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async all(actor: Actor): Promise<MySession[]> {
    return this.shown(actor, await this.rows(actor, null));
  }

  /** @throws training.notFound also for sessions to which the person is not invited */
  async one(actor: Actor, sessionId: string): Promise<MySession> {
    const [session] = await this.shown(actor, await this.rows(actor, sessionId));
    if (!session) throw trainingErrors.notFound();
    return session;
  }

  /** Those to come first and the nearest of them, then the past ones. */
  private rows(actor: Actor, sessionId: string | null): Promise<Mine[]> {
    return this.database.rows<Mine>(
      `with mine as (
         select i.session_id, i.team_id, i.state, i.acknowledged, i.asked from session_invitations i where i.person_id = $1
         union all
         select t.session_id, m.team_id, 'invited', s.version, null from team_members_at($3) m join session_teams t on t.team_id = m.team_id join training_sessions s on s.id = t.session_id and s.state = 'published' and s.starts_at > $4
          where m.person_id = $1 and not exists (select 1 from session_invitations i where i.session_id = t.session_id and i.person_id = $1))
       select distinct on (s.starts_at < $4, abs(extract(epoch from s.starts_at - $4)), s.id) ${sessionColumns}, s.secret, mine.team_id as my_team, mine.state as my_state, mine.acknowledged,
              (select count(*)::int from session_invitations i where i.session_id = s.id and i.state = 'seated') as taken,
              (select count(*)::int from session_invitations i where i.session_id = s.id and i.state = 'waiting' and i.asked <= mine.asked) as ahead,
              (select c.at from check_ins c where c.session_id = s.id and c.person_id = $1 and c.state <> 'refused' limit 1) as checked_in_at,
              exists (select 1 from training_feedback f where f.session_id = s.id and f.person_id = $1) as gave_feedback,
              (select json_build_object('id', k.id, 'code', k.code, 'revoked', k.revoked_at is not null) from certificates k where k.session_id = s.id and k.person_id = $1 order by k.issued_at desc limit 1) as certificate
         from mine join training_sessions s on s.id = mine.session_id
        where s.state in ('published', 'done', 'cancelled') and ($2::uuid is null or s.id = $2) and ($2 is not null or s.ends_at > $4::timestamptz - interval '${KEPT_DAYS} days')
        order by s.starts_at < $4, abs(extract(epoch from s.starts_at - $4)), s.id`,
      [actor.personId, sessionId, this.clock.today(), this.clock.now()],
    );
  }

  private async shown(actor: Actor, rows: readonly Mine[]): Promise<MySession[]> {
    const names = await this.present.names(actor, rows);
    return Promise.all(
      rows.flatMap((row) => (names.communes.has(row.commune_id) ? [this.session(actor, row, names)] : [])),
    );
  }

  private async session(actor: Actor, row: Mine, names: Names): Promise<MySession> {
    return {
      id: row.id,
      state: row.state,
      title: row.title,
      topic: names.topics.get(row.topic_code) ?? row.topic_code,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      place: row.place,
      mapUrl: row.map_url,
      onlineUrl: row.my_state === 'seated' ? row.online_url : null,
      commune: names.communes.get(row.commune_id) as MySession['commune'],
      trainer: names.people.get(row.trainer_id) ?? { id: row.trainer_id, fullName: '', position: null },
      provider: { id: row.provider_id, name: names.providers.get(row.provider_id) ?? '' },
      bring: row.bring,
      materials: row.materials,
      capacity: row.capacity,
      taken: row.taken,
      heldUntil: row.held_until,
      team: await this.team(row),
      mine: await this.mine(actor, row),
      version: row.version,
    };
  }

  private async mine(actor: Actor, row: Mine): Promise<MySession['mine']> {
    const mustAcknowledge = row.acknowledged < row.version && !['declined', 'given_back'].includes(row.my_state);
    return {
      state: row.my_state,
      place: row.my_state === 'waiting' ? row.ahead : null,
      mustAcknowledge,
      before: mustAcknowledge ? row.before : null,
      checkedInAt: row.checked_in_at?.toISOString() ?? null,
      feedbackGiven: row.gave_feedback,
      certificate: row.certificate,
      codeKey:
        row.my_state === 'seated' && row.state === 'published'
          ? await personKey(row.secret.toString('base64url'), actor.personId)
          : null,
    };
  }

  private async team(row: Mine): Promise<MySession['team']> {
    if (!row.my_team) return null;
    const [{ rules, seated }, seatedPeople, teams] = await Promise.all([
      this.book.state(this.database.source.manager, row),
      this.database.rows<{ id: string }>(
        `select person_id as id from session_invitations where session_id = $1 and team_id = $2 and state = 'seated' order by asked`,
        [row.id, row.my_team],
      ),
      this.membership.teams([row.my_team]),
    ]);
    const people = await this.membership.people(seatedPeople.map(({ id }) => id));
    const kept = rules.kept.get(row.my_team) ?? 0;
    return {
      id: row.my_team,
      name: teams.get(row.my_team)?.name ?? '',
      kept,
      left: Math.min(
        leftFor(rules, seated, row.my_team),
        rules.isHeld && kept > 0 ? Math.max(0, kept - seatedPeople.length) : row.capacity,
      ),
      seated: [...people.values()],
    };
  }
}
