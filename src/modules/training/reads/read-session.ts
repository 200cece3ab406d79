import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FindClashes } from '../planning/find-clashes.ts';
import type { SessionInvitation } from '../seats/session-invitation.entity.ts';
import { type SessionData, sessionColumns } from '../session.rows.ts';
import { SessionAccess } from '../session-access.ts';
import type { SessionTeam } from '../training-session.entity.ts';
import { trainingErrors } from '../training.errors.ts';
import { type CountedSession, countColumns, PresentSession } from './present-session.ts';

export type Detail = RouteAnswer<typeof trainingPlanRoutes.trainingSession>;

type InvitedRow = Pick<SessionInvitation, 'personId' | 'teamId' | 'state' | 'asked' | 'answeredAt' | 'acknowledged'>;
interface TeamRow extends Pick<SessionTeam, 'teamId' | 'kept'> {
  taken: number;
  waiting: number;
  answered: number;
  members: number;
}

/** One session for those who run it. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly present: PresentSession,
    private readonly membership: MembershipApi,
    private readonly clashes: FindClashes,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, sessionId: string): Promise<Detail> {
    await this.access.open(actor, sessionId, 'training.read');
    const session = await this.database.one<CountedSession>(
      sql`select ${sessionColumns}, ${countColumns} from training_sessions s where s.id = ${sessionId}`,
    );
    const [row] = session ? await this.present.rows(actor, [session]) : [];
    if (!session || !row) throw trainingErrors.notFound();
    const [teams, people, decider] = await Promise.all([
      this.teams(sessionId),
      this.people(session),
      this.membership.people(session.decidedBy ? [session.decidedBy] : []),
    ]);
    return {
      ...row,
      teams,
      people,
      clashes: await this.openClashes(session, teams),
      proposal: session.proposal,
      decidedBy: session.decidedBy ? (decider.get(session.decidedBy) ?? null) : null,
      decidedAt: session.decidedAt?.toISOString() ?? null,
      note: session.cancelReason ?? session.note,
      remindedAt: session.nudgedAt?.toISOString() ?? null,
      may: await this.may(actor, session),
    };
  }

  private async openClashes(session: SessionData, teams: Detail['teams']): Promise<Detail['clashes']> {
    if (!['proposed', 'changes_asked', 'published'].includes(session.state) || session.endsAt <= this.clock.now())
      return [];
    const plan = {
      communeId: session.communeId,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      place: session.place,
      teamIds: teams.map(({ team }) => team.id),
    };
    return this.clashes.of(plan, session.trainerId, session.id);
  }

  private async teams(sessionId: string): Promise<Detail['teams']> {
    const rows = await this.database.rows<TeamRow>(
      sql`select t.team_id as "teamId", t.kept, count(i.person_id) filter (where i.state = 'seated')::int as taken,
        count(i.person_id) filter (where i.state = 'waiting')::int as waiting,
              count(i.person_id) filter (where i.answered_at is not null)::int as answered,
              (select count(*)::int from team_members_at(${this.clock.today()}) m where m.team_id = t.team_id) as members
         from session_teams t left join session_invitations i on i.session_id = t.session_id and i.team_id = t.team_id
        where t.session_id = ${sessionId} group by t.team_id, t.kept`,
    );
    const names = await this.membership.teams(rows.map((row) => row.teamId));
    return rows
      .map(({ teamId, ...counts }) => ({ team: { id: teamId, name: names.get(teamId)?.name ?? '' }, ...counts }))
      .toSorted((a, b) => a.team.name.localeCompare(b.team.name, 'vi', { numeric: true }));
  }

  private async people({ id, version }: SessionData): Promise<Detail['people']> {
    const rows = await this.database.rows<InvitedRow>(
      sql`select person_id as "personId", team_id as "teamId", state, asked, answered_at as "answeredAt",
        acknowledged from session_invitations where session_id = ${id}
        order by array_position(array['seated', 'waiting', 'invited', 'given_back', 'declined'], state), asked, person_id`,
    );
    const [people, teams] = await Promise.all([
      this.membership.people(rows.map((row) => row.personId)),
      this.membership.teams(rows.flatMap((row) => row.teamId ?? [])),
    ]);
    let place = 0;
    return rows.flatMap((row) => {
      const person = people.get(row.personId);
      if (row.state === 'waiting') place += 1;
      return person
        ? [
            {
              person,
              team: row.teamId ? { id: row.teamId, name: teams.get(row.teamId)?.name ?? '' } : null,
              state: row.state,
              place: row.state === 'waiting' ? place : null,
              answeredAt: row.answeredAt?.toISOString() ?? null,
              acknowledged: row.acknowledged >= version,
            },
          ]
        : [];
    });
  }

  private async may(actor: Actor, session: SessionData): Promise<Detail['may']> {
    const place = { communeId: session.communeId, providerId: session.providerId };
    const [propose, decide, invite, checkIn, certify] = await Promise.all(
      (['training.propose', 'training.decide', 'training.invite', 'training.door', 'training.certify'] as const).map(
        (action) => this.access.may(actor, action, place),
      ),
    );
    const isOpen = ['proposed', 'changes_asked', 'refused', 'published'].includes(session.state);
    return {
      change: Boolean(propose) && isOpen,
      decide: Boolean(decide) && session.state === 'proposed',
      invite: Boolean(invite) && isOpen,
      door: Boolean(checkIn) && session.state === 'published',
      finish: Boolean(checkIn) && session.state === 'published' && session.startsAt <= this.clock.now(),
      certify: Boolean(certify) && session.state === 'done',
    };
  }
}
