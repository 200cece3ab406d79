import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../session/session.rows.ts';
import { SessionAccess } from '../session/session-access.ts';
import type { SessionTeam } from '../session/training-session.entity.ts';
import { trainingErrors } from '../../training.errors.ts';
import { peopleInvited, sessionPlanChanged } from '../../training.events.ts';
import { PlanReferences } from './plan-references.ts';
import { SessionWriter } from '../session/session-writer.ts';

type Input = RouteBody<typeof trainingPlanRoutes.inviteTeams>;

/** More teams or people for a session. Only who is new is told; seats for new teams are kept as long as some are free. */
@Injectable()
export class InviteTeams {
  constructor(
    private readonly access: SessionAccess,
    private readonly references: PlanReferences,
    private readonly writer: SessionWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws training.wrongState, training.teamOutside, training.personOutside */
  execute(actor: Actor, sessionId: string, { teamIds, personIds = [] }: Input): Promise<void> {
    return this.access.change(actor, sessionId, 'training.invite', async (tx, session, now) => {
      if (session.state === 'done' || session.state === 'cancelled' || session.endsAt <= now)
        throw trainingErrors.wrongState({ state: session.state });
      await this.references.checkTeams(session.communeId, teamIds);
      await this.checkPeople(tx, session, personIds);
      const added = await this.added(tx, sessionId, teamIds);
      await this.writer.setTeams(tx, sessionId, added, await this.canKeep(tx, session, added.length), false);
      if (session.state !== 'published') {
        await this.outbox.append(tx, sessionPlanChanged({ sessionId }, { unitId: session.communeId }), actor);
        return;
      }
      const fresh = await this.writer.invite(tx, sessionId, personIds, this.clock.today(), now);
      if (fresh.length > 0)
        await this.outbox.append(
          tx,
          peopleInvited({ sessionId, personIds: fresh }, { unitId: session.communeId }),
          actor,
        );
    });
  }

  /** Without those that are invited already: their kept seats stay as they are. */
  private async added(tx: Tx, sessionId: string, teamIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<Pick<SessionTeam, 'teamId'>>(
      tx,
      sql`select team_id as "teamId" from session_teams where session_id = ${sessionId}`,
    );
    const known = new Set(rows.map((row) => row.teamId));
    return [...new Set(teamIds)].filter((id) => !known.has(id));
  }

  /** Seats that can still be kept for each of the new teams. */
  private async canKeep(tx: Tx, session: SessionData, newTeams: number): Promise<number> {
    if (newTeams === 0) return session.seatsPerTeam;
    const [row] = await rowsOf<{ bound: number }>(
      tx,
      sql`select (coalesce(sum(greatest(t.kept, coalesce(i.n, 0))), 0) + (select count(*) from session_invitations x
        where x.session_id = ${session.id} and x.state = 'seated' and x.team_id is null))::int as bound
         from session_teams t left join (select team_id, count(*) as n from session_invitations where session_id = ${session.id}
           and state = 'seated' group by team_id) i on i.team_id = t.team_id
        where t.session_id = ${session.id}`,
    );
    const free = Math.max(0, session.capacity - (row?.bound ?? 0));
    return Math.min(session.seatsPerTeam, Math.floor(free / newTeams));
  }

  /** Single people are members of the commune's teams. */
  private async checkPeople(tx: Tx, session: SessionData, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    const today = this.clock.today();
    const rows = await rowsOf<{ personId: string }>(
      tx,
      sql`select distinct m.person_id as "personId" from team_members_at(${today}) m join teams_at(${today}) t
        on t.id = m.team_id where t.commune_id = ${session.communeId} and m.person_id = any(${personIds})`,
    );
    const known = new Set(rows.map((row) => row.personId));
    personIds.forEach((id, i) => {
      if (!known.has(id)) throw trainingErrors.personOutside({ path: `personIds.${i}` });
    });
  }
}
