import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training';
import type { InvitationState } from '#contracts/training-states';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { FindClashes } from '../planning/find-clashes.ts';
import { type SessionData, sessionColumns } from '../session.rows.ts';
import { TrainingDesk } from '../training-desk.ts';
import { trainingErrors } from '../training.errors.ts';
import { type CountedSession, countColumns, PresentSession } from './present-session.ts';

export type Detail = RouteAnswer<typeof trainingPlanRoutes.trainingSession>;

interface InvitedRow {
  person_id: string;
  team_id: string | null;
  state: InvitationState;
  asked: number | null;
  answered_at: Date | null;
  acknowledged: number;
}
interface TeamRow {
  team_id: string;
  kept: number;
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
    private readonly desk: TrainingDesk,
    private readonly present: PresentSession,
    private readonly membership: MembershipApi,
    private readonly clashes: FindClashes,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, sessionId: string): Promise<Detail> {
    await this.desk.open(actor, sessionId, 'training.read');
    const session = await this.database.one<CountedSession>(
      `select ${sessionColumns}, ${countColumns} from training_sessions s where s.id = $1`,
      [sessionId],
    );
    const [row] = session ? await this.present.rows(actor, [session]) : [];
    if (!session || !row) throw trainingErrors.notFound();
    const [teams, people, decider] = await Promise.all([
      this.teams(sessionId),
      this.people(session),
      this.membership.people(session.decided_by ? [session.decided_by] : []),
    ]);
    return {
      ...row,
      teams,
      people,
      clashes: await this.openClashes(session, teams),
      proposal: session.proposal,
      decidedBy: session.decided_by ? (decider.get(session.decided_by) ?? null) : null,
      decidedAt: session.decided_at?.toISOString() ?? null,
      note: session.cancel_reason ?? session.note,
      remindedAt: session.nudged_at?.toISOString() ?? null,
      may: await this.may(actor, session),
    };
  }

  private async openClashes(session: SessionData, teams: Detail['teams']): Promise<Detail['clashes']> {
    if (!['proposed', 'changes_asked', 'published'].includes(session.state) || session.ends_at <= this.clock.now())
      return [];
    const plan = {
      communeId: session.commune_id,
      startsAt: session.starts_at.toISOString(),
      endsAt: session.ends_at.toISOString(),
      place: session.place,
      teamIds: teams.map(({ team }) => team.id),
    };
    return this.clashes.of(plan, session.trainer_id, session.id);
  }

  private async teams(sessionId: string): Promise<Detail['teams']> {
    const rows = await this.database.rows<TeamRow>(
      `select t.team_id, t.kept, count(i.person_id) filter (where i.state = 'seated')::int as taken, count(i.person_id) filter (where i.state = 'waiting')::int as waiting,
              count(i.person_id) filter (where i.answered_at is not null)::int as answered,
              (select count(*)::int from team_members_at($2) m where m.team_id = t.team_id) as members
         from session_teams t left join session_invitations i on i.session_id = t.session_id and i.team_id = t.team_id
        where t.session_id = $1 group by t.team_id, t.kept`,
      [sessionId, this.clock.today()],
    );
    const names = await this.membership.teams(rows.map((row) => row.team_id));
    return rows
      .map(({ team_id, ...counts }) => ({ team: { id: team_id, name: names.get(team_id)?.name ?? '' }, ...counts }))
      .toSorted((a, b) => a.team.name.localeCompare(b.team.name, 'vi', { numeric: true }));
  }

  private async people({ id, version }: SessionData): Promise<Detail['people']> {
    const rows = await this.database.rows<InvitedRow>(
      `select person_id, team_id, state, asked, answered_at, acknowledged from session_invitations where session_id = $1
        order by array_position(array['seated', 'waiting', 'invited', 'given_back', 'declined'], state), asked, person_id`,
      [id],
    );
    const [people, teams] = await Promise.all([
      this.membership.people(rows.map((row) => row.person_id)),
      this.membership.teams(rows.flatMap((row) => row.team_id ?? [])),
    ]);
    let place = 0;
    return rows.flatMap((row) => {
      const person = people.get(row.person_id);
      if (row.state === 'waiting') place += 1;
      return person
        ? [
            {
              person,
              team: row.team_id ? { id: row.team_id, name: teams.get(row.team_id)?.name ?? '' } : null,
              state: row.state,
              place: row.state === 'waiting' ? place : null,
              answeredAt: row.answered_at?.toISOString() ?? null,
              acknowledged: row.acknowledged >= version,
            },
          ]
        : [];
    });
  }

  private async may(actor: Actor, session: SessionData): Promise<Detail['may']> {
    const place = { communeId: session.commune_id, providerId: session.provider_id };
    const [propose, decide, invite, door, certify] = await Promise.all(
      (['training.propose', 'training.decide', 'training.invite', 'training.door', 'training.certify'] as const).map(
        (action) => this.desk.may(actor, action, place),
      ),
    );
    const isOpen = ['proposed', 'changes_asked', 'refused', 'published'].includes(session.state);
    return {
      change: Boolean(propose) && isOpen,
      decide: Boolean(decide) && session.state === 'proposed',
      invite: Boolean(invite) && isOpen,
      door: Boolean(door) && session.state === 'published',
      finish: Boolean(door) && session.state === 'published' && session.starts_at <= this.clock.now(),
      certify: Boolean(certify) && session.state === 'done',
    };
  }
}
