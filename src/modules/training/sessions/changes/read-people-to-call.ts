import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, empty, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { NEVER_ASKED } from '../reads/invited.queries.ts';
import { isLastDay } from '../reminders/reminder-steps.ts';
import type { SessionInvitation } from '../seats/session-invitation.entity.ts';
import type { SessionData } from '../session/session.rows.ts';
import { SessionAccess } from '../session/session-access.ts';

type ToCall = RouteAnswer<typeof trainingPlanRoutes.unacknowledged>;
interface Row extends Pick<SessionInvitation, 'personId' | 'teamId'> {
  why: ToCall['items'][number]['why'];
  told: boolean;
  rank: number;
  turn: number;
  total: number;
}
type After = z.output<typeof rowKey> | null;

/** Who has been told, the state, the order of asking, the person. */
const rowKey = z.tuple([z.boolean(), z.int(), z.int(), z.uuid()]);
const pages = pagesOf('peopleToCall', rowKey);

/** The last way: whom the trainer or the commune calls, because no message settles it. */
@Injectable()
export class ReadPeopleToCall {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  /** With full numbers: the look at those of the page is logged. */
  async of(
    actor: Actor,
    sessionId: string,
    query: RouteQuery<typeof trainingPlanRoutes.unacknowledged>,
  ): Promise<ToCall> {
    const session = await this.access.open(actor, sessionId, 'training.call');
    const asked = { ...query, sessionId };
    const rows = await this.rows(sessionId, session, pages.after(asked), query.limit);
    const { items, nextCursor } = pages.cut(asked, rows, ({ told, rank, turn, personId }) => [
      told,
      rank,
      turn,
      personId,
    ]);
    const ids = items.map((row) => row.personId);
    const [people, teams, phones] = await Promise.all([
      this.membership.people(ids),
      this.membership.teamNames(items.flatMap((row) => row.teamId ?? [])),
      this.membership.phonesOfInvited(actor, ids),
    ]);
    return {
      items: items.flatMap(({ personId, teamId, why, told }) => {
        const person = people.get(personId);
        const team = teamId ? { id: teamId, name: teams.get(teamId) ?? '' } : null;
        return person ? [{ person, team, phone: phones.get(personId) ?? null, why, told }] : [];
      }),
      total: rows[0]?.total ?? 0,
      nextCursor,
    };
  }

  /**
   * Who holds the old time; while people can answer, who has no route; on the last day, who has not answered. Those told stand
   * last. One row more than the page holds.
   */
  private rows(
    sessionId: string,
    { version, state, startsAt }: Pick<SessionData, 'version' | 'state' | 'startsAt'>,
    after: After,
    limit: number,
  ): Promise<Row[]> {
    const now = this.clock.now();
    const isOpen = state === 'published' && startsAt > now;
    const from = after
      ? sql`where (n.told, n.rank, n.turn, n.person_id) > (${after[0]}::boolean, ${after[1]}::int, ${after[2]}::int, ${after[3]}::uuid)`
      : empty;
    return this.database.rows<Row>(
      sql`with listed as (
         select i.*, i.told_at is not null as told, coalesce(i.asked, ${NEVER_ASKED}::int) as turn,
                array_position(array['seated', 'waiting', 'invited'], i.state) as rank,
                case when i.acknowledged < ${version} then 'old_time' when ${hasNoRoute(now)} then 'no_route'
                when ${isOpen && isLastDay(startsAt, now)}::boolean then 'no_answer' end as why
           from session_invitations i
          where i.session_id = ${sessionId} and i.state in ('seated', 'waiting', 'invited') and (i.acknowledged < ${version}
             or ${isOpen}::boolean and i.state = 'invited')),
       named as materialized (select l.* from listed l where l.why is not null)
       select n.person_id as "personId", n.team_id as "teamId", n.why, n.told, n.rank, n.turn,
              (select count(*)::int from named) as total
         from named n ${from} order by n.told, n.rank, n.turn, n.person_id limit ${limit + 1}`,
    );
  }
}

/** Neither signed in anywhere, nor an address, nor an account that is linked. */
const hasNoRoute = (now: Date): Sql => sql`
  not exists (select 1 from contactable_at(${now}) k where k.person_id = i.person_id and (k.has_session or k.email is not null))
  and not exists (select 1 from linked_accounts_at(${now}) l where l.person_id = i.person_id)`;
