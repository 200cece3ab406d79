import { Injectable, type OnModuleInit } from '@nestjs/common';
import { splitTarget } from '#contracts/tasks/targets';
import { membershipSql, TeamEndings, teamEnded, teamSplit, teamsMerged } from '#modules/membership';
import { MergerShares } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { OnEvent, type PayloadOf } from '#platform/outbox';
import { SeatStore } from '../sessions/seats/seat-store.ts';
import { SessionAccess } from '../sessions/session/session-access.ts';
import { SessionTeam } from '../sessions/session/training-session.entity.ts';

/** Sessions that a team is part of, or to which somebody who is or was in it is invited; from the team, not from all sessions. */
const sessionsOf = (teamIds: readonly string[], invitation: Sql): Sql => sql`
  select t.session_id from session_teams t where t.team_id = any(${teamIds}::uuid[])
  union select i.session_id from ${membershipSql.teamMembers} m
    join session_invitations i on i.person_id = m.person_id and i.team_id = m.team_id
   where m.team_id = any(${teamIds}::uuid[]) and ${invitation}`;

/** Coming sessions to which the team or somebody of it is invited. */
const coming = (teamId: string, now: Date): Sql => sql`select s.id from training_sessions s
  where s.starts_at > ${now} and s.state in ('proposed', 'changes_asked', 'published')
    and s.id in (${sessionsOf([teamId], sql`i.state in ('invited', 'seated', 'waiting')`)})`;

/** Sessions to come of which one of these teams is part, or somebody of theirs is invited. */
const comingOf = (teamIds: readonly string[], now: Date): Sql => sql`select s.id from training_sessions s
  where s.ends_at > ${now} and s.state in ('proposed', 'changes_asked', 'published')
    and s.id in (${sessionsOf(teamIds, sql`true`)})`;

/** A team that is no more is invited nowhere, its seats go to the waiting list; what became part of another goes with it. */
@Injectable()
export class TeamEndingsSubscriber implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly endings: TeamEndings,
    private readonly shares: MergerShares,
    private readonly access: SessionAccess,
    private readonly seatStore: SeatStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.endings.countBy('sessions', async (tx, teamId) => (await rowsOf(tx, coming(teamId, this.clock.now()))).length);
    this.shares.lookBy(async ({ hamletIds }) => {
      const teams = await this.database.rows<{ id: string }>(
        sql`select t.id from ${membershipSql.teams} t where t.unit_id = any(${hamletIds}::uuid[])`,
      );
      const ids = teams.map(({ id }) => id);
      return { numbers: { sessions: (await this.database.rows(comingOf(ids, this.clock.now()))).length } };
    });
  }

  /** A session stays at its place and time, invitations as they are answered; seats kept for both teams are the one's. */
  @OnEvent(teamsMerged, 'training.merge-seats')
  async merge({ teamId, earlierIds }: PayloadOf<typeof teamsMerged>): Promise<void> {
    const sessions = await this.database.rows<{ id: string }>(
      sql`${comingOf(earlierIds, this.clock.now())} order by s.id`,
    );
    for (const { id } of sessions)
      await this.database.tx(async (tx) => {
        await this.access.lock(tx, id);
        await execute(
          tx,
          sql`with gone as (delete from session_teams where session_id = ${id} and team_id = any(${earlierIds}::uuid[])
              returning kept)
            insert into session_teams (session_id, team_id, kept)
              select ${id}, ${teamId}, sum(kept)::int from gone having count(*) > 0
            on conflict (session_id, team_id) do update set kept = session_teams.kept + excluded.kept`,
        );
        await execute(
          tx,
          sql`update session_invitations set team_id = ${teamId} where session_id = ${id} and team_id = any(${earlierIds}::uuid[])`,
        );
      });
  }

  /** Told of each half; the first time all is shared out. Seats that were kept go by how many are in each, their sum stays. */
  @OnEvent(teamSplit, 'training.split-seats')
  async split({ earlierId }: PayloadOf<typeof teamSplit>): Promise<void> {
    const halves = await this.database.rows<{ id: string; weight: number }>(
      sql`select t.id, (select count(distinct m.person_id)::int from ${membershipSql.teamMembers} m where m.team_id = t.id) as weight
        from ${membershipSql.teams} t where t.split_from_id = ${earlierId} order by t.id`,
    );
    const sessions = await this.database.rows<{ id: string }>(
      sql`${comingOf([earlierId], this.clock.now())} order by s.id`,
    );
    for (const { id } of sessions)
      await this.database.tx(async (tx) => {
        await this.access.lock(tx, id);
        await this.shareSeats(tx, id, earlierId, halves);
        await execute(
          tx,
          sql`update session_invitations i set team_id = m.team_id
            from ${membershipSql.teamMembers} m where i.session_id = ${id} and i.team_id = ${earlierId}
             and m.person_id = i.person_id and m.team_id = any(${halves.map((half) => half.id)}::uuid[])`,
        );
      });
  }

  private async shareSeats(
    tx: Tx,
    sessionId: string,
    earlierId: string,
    halves: readonly { id: string; weight: number }[],
  ): Promise<void> {
    const [gone] = await rowsOf<{ kept: number }>(
      tx,
      sql`delete from session_teams where session_id = ${sessionId} and team_id = ${earlierId} returning kept`,
    );
    if (!gone) return;
    const shares = splitTarget(
      gone.kept,
      halves.map(({ id: teamId, weight }) => ({ teamId, weight })),
    );
    for (const [teamId, kept] of shares)
      await execute(
        tx,
        sql`insert into session_teams (session_id, team_id, kept) values (${sessionId}, ${teamId}, ${kept})
          on conflict (session_id, team_id) do update set kept = session_teams.kept + excluded.kept`,
      );
  }

  @OnEvent(teamEnded, 'training.withdraw-ended-team')
  async withdraw({ teamId }: { teamId: string }): Promise<void> {
    const sessions = await this.database.rows<{ id: string }>(sql`${coming(teamId, this.clock.now())} order by s.id`);
    for (const { id } of sessions)
      await this.database.tx(async (tx) => {
        const session = await this.access.lock(tx, id);
        await tx.delete(SessionTeam, { sessionId: id, teamId });
        await execute(
          tx,
          sql`update session_invitations set state = 'given_back', asked = null, answered_at = ${this.clock.now()}
            where session_id = ${id} and team_id = ${teamId} and state in ('invited', 'seated', 'waiting')`,
        );
        if (session.state === 'published') await this.seatStore.moveUp(tx, session);
      });
  }
}
