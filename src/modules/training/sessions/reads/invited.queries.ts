import { Injectable } from '@nestjs/common';
import { searchPattern } from '#i18n/spoken';
import { membershipSql } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, empty, type Sql, sql } from '#platform/database';
import type { SessionInvitation } from '../seats/session-invitation.entity.ts';
import type { SessionTeam } from '../session/training-session.entity.ts';

export type InvitedRow = Pick<
  SessionInvitation,
  'personId' | 'teamId' | 'state' | 'asked' | 'answeredAt' | 'acknowledged'
> & { rank: number; place: number | null; total: number };
export interface SeatCounts extends Pick<SessionTeam, 'kept'> {
  taken: number;
  waiting: number;
  answered: number;
  members: number;
}
export type TeamSeatsRow = SeatCounts & { teamId: string; sortName: string; total: number };

/** Where a page of people begins after: rank of the state, order of asking, person. */
type AfterPerson = readonly [number, number, string] | null;
type AfterTeam = readonly [string, string] | null;

/** Behind all who have asked, in the order of a state. */
export const NEVER_ASKED = 2_147_483_647;
/** Of one session and team, beside each other: how their members answered. */
const answersOf = (at: string): Sql => sql`
  select count(*) filter (where i.state = 'seated')::int as taken, count(*) filter (where i.state = 'waiting')::int as waiting,
         count(i.answered_at)::int as answered,
         (select count(*)::int from team_members_at(${at}::date) m where m.team_id = t.team_id) as members
    from session_invitations i where i.session_id = t.session_id and i.team_id = t.team_id`;

/** Who is invited to one session, and the seats of its teams; each read costs the session, not the country. */
@Injectable()
export class InvitedQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One row more than the page holds. `q`: words of the person's or the team's name. */
  people(
    sessionId: string,
    { q, after, limit }: { q: string; after: AfterPerson; limit: number },
  ): Promise<InvitedRow[]> {
    const from = after
      ? sql`where (m.rank, m.turn, m.person_id) > (${after[0]}::int, ${after[1]}::int, ${after[2]}::uuid)`
      : empty;
    return this.database.rows(
      sql`with invited as materialized (
         select i.*, coalesce(i.asked, ${NEVER_ASKED}::int) as turn,
                array_position(array['seated', 'waiting', 'invited', 'given_back', 'declined'], i.state) as rank,
                case when i.state = 'waiting' then
                  row_number() over (partition by i.state order by i.asked, i.person_id) end::int as place
           from session_invitations i where i.session_id = ${sessionId}),
       matching as materialized (select n.* from invited n where ${q === '' ? sql`true` : named(q, this.clock.today())})
       select m.person_id as "personId", m.team_id as "teamId", m.state, m.turn as asked, m.answered_at as "answeredAt",
              m.acknowledged, m.rank, m.place, (select count(*)::int from matching) as total
         from matching m ${from} order by m.rank, m.turn, m.person_id limit ${limit + 1}`,
    );
  }

  /** One row more than the page holds. */
  teams(sessionId: string, { after, limit }: { after: AfterTeam; limit: number }): Promise<TeamSeatsRow[]> {
    const today = this.clock.today();
    const from = after
      ? sql`where (n.name collate "vi-natural", n.team_id) > (${after[0]}::text, ${after[1]}::uuid)`
      : empty;
    return this.database.rows(
      sql`with named as materialized (
         select t.session_id, t.team_id, t.kept, coalesce(x.name, '') as name from session_teams t
           left join lateral (select k.name from teams_at(${today}::date) k where k.id = t.team_id offset 0) x on true
          where t.session_id = ${sessionId}),
       shown as materialized (
         select n.* from named n ${from} order by n.name collate "vi-natural", n.team_id limit ${limit + 1})
       select t.team_id as "teamId", t.name as "sortName", t.kept, a.*, (select count(*)::int from named) as total
         from shown t cross join lateral (${answersOf(today)}) a order by t.name collate "vi-natural", t.team_id`,
    );
  }

  async seatSums(sessionId: string): Promise<SeatCounts> {
    const today = this.clock.today();
    const sums = await this.database.one<SeatCounts>(
      sql`select coalesce(sum(t.kept), 0)::int as kept, coalesce(sum(a.taken), 0)::int as taken,
              coalesce(sum(a.waiting), 0)::int as waiting, coalesce(sum(a.answered), 0)::int as answered,
              coalesce(sum(a.members), 0)::int as members
         from session_teams t cross join lateral (${answersOf(today)}) a where t.session_id = ${sessionId}`,
    );
    return sums ?? { kept: 0, taken: 0, waiting: 0, answered: 0, members: 0 };
  }

  async teamIds(sessionId: string): Promise<string[]> {
    const rows = await this.database.rows<Pick<SessionTeam, 'teamId'>>(
      sql`select team_id as "teamId" from session_teams where session_id = ${sessionId} order by team_id`,
    );
    return rows.map(({ teamId }) => teamId);
  }

  /** Who hears of a change, and who of them has not said that the last one is known. */
  async heard(sessionId: string, version: number): Promise<{ told: number; unaware: number }> {
    const counts = await this.database.one<{ told: number; unaware: number }>(
      sql`select count(*)::int as told, count(*) filter (where acknowledged < ${version})::int as unaware
         from session_invitations where session_id = ${sessionId} and state in ('invited', 'seated', 'waiting')`,
    );
    return counts ?? { told: 0, unaware: 0 };
  }
}

const named = (q: string, today: string): Sql => sql`
  exists (select 1 from ${membershipSql.people} p where p.id = n.person_id and fold(p.full_name) ~ ${searchPattern(q)})
  or exists (select 1 from teams_at(${today}::date) k where k.id = n.team_id and fold(k.name) ~ ${searchPattern(q)})`;
