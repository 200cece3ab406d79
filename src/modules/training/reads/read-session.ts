import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { comparePlaces } from '#i18n/fold';
import { MembershipApi, type PersonRef } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { FindClashes } from '../planning/find-clashes.ts';
import type { SessionInvitation } from '../seats/session-invitation.entity.ts';
import { type SessionData, sessionColumns } from '../session.rows.ts';
import { SessionAccess } from '../session-access.ts';
import type { SessionTeam } from '../training-session.entity.ts';
import { trainingErrors } from '../training.errors.ts';
import { type CountedSession, countColumns, PresentSession, type Row } from './present-session.ts';

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
    const { session, row } = await this.load(actor, sessionId);
    const [teamRows, invited] = await Promise.all([this.teamRows(sessionId), this.invited(sessionId)]);
    // Once for all of them: a session of a province invites thousands of teams.
    const [names, known] = await Promise.all([
      this.membership.teamNames([...teamRows, ...invited].flatMap(({ teamId }) => teamId ?? [])),
      this.membership.people([
        ...invited.map(({ personId }) => personId),
        ...(session.decidedBy ? [session.decidedBy] : []),
      ]),
    ]);
    const teams = teamsOf(teamRows, names);
    return {
      ...row,
      teams,
      people: peopleOf(invited, { names, known, version: session.version }),
      clashes: await this.openClashes(session, teams),
      proposal: session.proposal,
      decidedBy: session.decidedBy ? (known.get(session.decidedBy) ?? null) : null,
      decidedAt: session.decidedAt?.toISOString() ?? null,
      note: session.cancelReason ?? session.note,
      remindedAt: session.nudgedAt?.toISOString() ?? null,
      may: await this.may(actor, session),
    };
  }

  /** What a command on it answers: people and teams are counted, a province's would be megabytes. */
  async row(actor: Actor, sessionId: string): Promise<Row> {
    return (await this.load(actor, sessionId)).row;
  }

  private async load(actor: Actor, sessionId: string): Promise<{ session: CountedSession; row: Row }> {
    await this.access.open(actor, sessionId, 'training.read');
    const session = await this.database.one<CountedSession>(
      sql`select ${sessionColumns}, ${countColumns} from training_sessions s where s.id = ${sessionId}`,
    );
    const [row] = session ? await this.present.rows(actor, [session]) : [];
    if (!session || !row) throw trainingErrors.notFound();
    return { session, row };
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

  private teamRows(sessionId: string): Promise<TeamRow[]> {
    return this.database.rows<TeamRow>(
      sql`select t.team_id as "teamId", t.kept, count(i.person_id) filter (where i.state = 'seated')::int as taken,
        count(i.person_id) filter (where i.state = 'waiting')::int as waiting,
              count(i.person_id) filter (where i.answered_at is not null)::int as answered,
              (select count(*)::int from team_members_at(${this.clock.today()}) m where m.team_id = t.team_id) as members
         from session_teams t left join session_invitations i on i.session_id = t.session_id and i.team_id = t.team_id
        where t.session_id = ${sessionId} group by t.team_id, t.kept`,
    );
  }

  private invited(sessionId: string): Promise<InvitedRow[]> {
    return this.database.rows<InvitedRow>(
      sql`select person_id as "personId", team_id as "teamId", state, asked, answered_at as "answeredAt",
        acknowledged from session_invitations where session_id = ${sessionId}
        order by array_position(array['seated', 'waiting', 'invited', 'given_back', 'declined'], state), asked, person_id`,
    );
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

function teamsOf(rows: readonly TeamRow[], names: ReadonlyMap<string, string>): Detail['teams'] {
  return rows
    .map(({ teamId, ...counts }) => ({ team: { id: teamId, name: names.get(teamId) ?? '' }, ...counts }))
    .toSorted((a, b) => comparePlaces(a.team.name, b.team.name));
}

function peopleOf(
  rows: readonly InvitedRow[],
  {
    names,
    known,
    version,
  }: { names: ReadonlyMap<string, string>; known: ReadonlyMap<string, PersonRef>; version: number },
): Detail['people'] {
  let place = 0;
  return rows.flatMap((row) => {
    const person = known.get(row.personId);
    if (row.state === 'waiting') place += 1;
    return person
      ? [
          {
            person,
            team: row.teamId ? { id: row.teamId, name: names.get(row.teamId) ?? '' } : null,
            state: row.state,
            place: row.state === 'waiting' ? place : null,
            answeredAt: row.answeredAt?.toISOString() ?? null,
            acknowledged: row.acknowledged >= version,
          },
        ]
      : [];
  });
}
