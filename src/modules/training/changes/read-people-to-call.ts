import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { isLastDay } from '../reminders/reminder-steps.ts';
import type { SessionInvitation } from '../seats/session-invitation.entity.ts';
import { SessionAccess } from '../session-access.ts';

type Unacknowledged = RouteAnswer<typeof trainingPlanRoutes.unacknowledged>;
interface Row extends Pick<SessionInvitation, 'personId' | 'teamId'> {
  why: Unacknowledged[number]['why'];
  told: boolean;
}

/** The last way: whom the trainer or the commune calls, because no message settles it. */
@Injectable()
export class ReadPeopleToCall {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  /** With full numbers: the look is logged. */
  async of(actor: Actor, sessionId: string): Promise<Unacknowledged> {
    const { version, state, startsAt } = await this.access.open(actor, sessionId, 'training.call');
    const now = this.clock.now();
    const isOpen = state === 'published' && startsAt > now;
    const rows = await this.rows(sessionId, version, isOpen, isOpen && isLastDay(startsAt, now));
    const ids = rows.map((row) => row.personId);
    const [people, teams, phones] = await Promise.all([
      this.membership.people(ids),
      this.membership.teams(rows.flatMap((row) => row.teamId ?? [])),
      this.membership.phonesOfInvited(actor, ids),
    ]);
    return rows.flatMap(({ personId, teamId, why, told }) => {
      const person = people.get(personId);
      const team = teamId ? { id: teamId, name: teams.get(teamId)?.name ?? '' } : null;
      return person ? [{ person, team, phone: phones.get(personId) ?? null, why, told }] : [];
    });
  }

  /** Who holds the old time; while people can answer, who has no route; on the last day, who has not answered. Those told stand last. */
  private rows(sessionId: string, version: number, isOpen: boolean, isLast: boolean): Promise<Row[]> {
    return this.database.rows<Row>(
      sql`with listed as (
         select i.*, case when i.acknowledged < ${version} then 'old_time' when ${hasNoRoute(this.clock.now())} then 'no_route'
                when ${isLast}::boolean then 'no_answer' end as why
           from session_invitations i
          where i.session_id = ${sessionId} and (i.acknowledged < ${version} and i.state in ('seated', 'waiting', 'invited')
             or ${isOpen}::boolean and i.state = 'invited'))
       select person_id as "personId", team_id as "teamId", why, told_at is not null as told from listed where why is not null
        order by told_at is not null, array_position(array['seated', 'waiting', 'invited'], state), asked, team_id, person_id`,
    );
  }
}

/** Neither signed in anywhere, nor an address, nor an account that is linked. */
const hasNoRoute = (now: Date): Sql => sql`
  not exists (select 1 from contactable_at(${now}) k where k.person_id = i.person_id and (k.has_session or k.email is not null))
  and not exists (select 1 from linked_accounts_at(${now}) l where l.person_id = i.person_id)`;
