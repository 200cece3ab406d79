import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TeamEndings, teamEnded } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql } from '#platform/database';
import { OnEvent } from '#platform/outbox';
import { SeatStore } from './seats/seat-store.ts';
import { SessionAccess } from './session-access.ts';

/** Coming sessions to which the team or somebody of it is invited. */
const coming = (teamId: string, now: Date): Sql => sql`select s.id from training_sessions s
  where s.starts_at > ${now} and s.state in ('proposed', 'changes_asked', 'published') and (
    exists (select 1 from session_teams t where t.session_id = s.id and t.team_id = ${teamId})
    or exists (select 1 from session_invitations i where i.session_id = s.id and i.team_id = ${teamId}
      and i.state in ('invited', 'seated', 'waiting')))`;

/** A team that is no more is invited nowhere: its seats go to the waiting list. */
@Injectable()
export class TeamEndingsSubscriber implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly endings: TeamEndings,
    private readonly access: SessionAccess,
    private readonly seatStore: SeatStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.endings.countBy('sessions', async (tx, teamId) => (await rowsOf(tx, coming(teamId, this.clock.now()))).length);
  }

  @OnEvent(teamEnded, 'training.withdraw-ended-team')
  async withdraw({ teamId }: { teamId: string }): Promise<void> {
    const sessions = await this.database.rows<{ id: string }>(sql`${coming(teamId, this.clock.now())} order by s.id`);
    for (const { id } of sessions)
      await this.database.tx(async (tx) => {
        const session = await this.access.lock(tx, id);
        await execute(tx, sql`delete from session_teams where session_id = ${id} and team_id = ${teamId}`);
        await execute(
          tx,
          sql`update session_invitations set state = 'given_back', asked = null, answered_at = ${this.clock.now()}
            where session_id = ${id} and team_id = ${teamId} and state in ('invited', 'seated', 'waiting')`,
        );
        if (session.state === 'published') await this.seatStore.moveUp(tx, session);
      });
  }
}
