import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { checkInRoutes } from '#contracts/training/check-in';
import type { InvitationState } from '#contracts/training/training-states';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { PresentSession } from '../../sessions/reads/present-session.ts';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import type { CheckIn } from './check-in.entity.ts';
import { CheckInPeopleQueries } from './check-in-people.queries.ts';

type Pack = RouteAnswer<typeof checkInRoutes.checkInPack>;
type Attendance = RouteAnswer<typeof checkInRoutes.attendance>;

type AttendanceData = Pick<
  CheckIn,
  'id' | 'personId' | 'fullName' | 'teamId' | 'method' | 'at' | 'byId' | 'state' | 'why'
>;
/** As many as a phone keeps and a door lets in; a province's session invites 17,000. */
const MOST_KEPT = 1_000;
/** The pack works so long after the end without network. */
const AFTER_MS = 3 * 3_600_000;

/** What check-in needs, and who has checked in. */
@Injectable()
export class ReadCheckIn {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly people: CheckInPeopleQueries,
    private readonly present: PresentSession,
    private readonly membership: MembershipApi,
  ) {}

  async pack(actor: Actor, sessionId: string): Promise<Pack> {
    const { endsAt } = await this.access.open(actor, sessionId, 'training.door');
    const session = await this.present.counted(sessionId);
    const [row] = session ? await this.present.rows(actor, [session]) : [];
    if (!row || row.state !== 'published') throw trainingErrors.wrongState({ state: session?.state });
    return {
      session: row,
      secret: await this.people.secretOf(sessionId),
      ...(await this.invited(sessionId)),
      until: new Date(endsAt.getTime() + AFTER_MS).toISOString(),
    };
  }

  async attendance(actor: Actor, sessionId: string): Promise<Attendance> {
    await this.access.open(actor, sessionId, 'training.read');
    const rows = await this.database.rows<AttendanceData>(
      sql`select id, person_id as "personId", full_name as "fullName", team_id as "teamId", method, at, by_id as "byId", state,
        why from check_ins where session_id = ${sessionId}
        order by array_position(array['doubtful', 'counted', 'refused'], state), at, id`,
    );
    const [people, teams] = await Promise.all([
      this.membership.people(rows.flatMap((row) => [row.personId, row.byId].filter((id) => id !== null))),
      this.membership.teams(rows.flatMap((row) => row.teamId ?? [])),
    ]);
    return rows.map((row) => ({
      id: row.id,
      person: row.personId ? (people.get(row.personId) ?? null) : null,
      fullName: row.fullName,
      team: row.teamId ? { id: row.teamId, name: teams.get(row.teamId)?.name ?? '' } : null,
      method: row.method,
      at: row.at.toISOString(),
      by: row.byId ? (people.get(row.byId) ?? null) : null,
      state: row.state,
      why: row.why,
    }));
  }

  /** Those with a seat first. Whoever is not among them comes in by code or name, as those do who were not invited. */
  private async invited(sessionId: string): Promise<Pick<Pack, 'people' | 'more'>> {
    const rows = await this.database.rows<{
      personId: string;
      teamId: string | null;
      state: InvitationState;
      at: Date | null;
      total: number;
    }>(
      sql`select i.person_id as "personId", i.team_id as "teamId", i.state, c.at, count(*) over ()::int as total
         from session_invitations i
         left join check_ins c on c.session_id = i.session_id and c.person_id = i.person_id and c.state = 'counted'
        where i.session_id = ${sessionId} order by array_position(array['seated', 'waiting', 'invited', 'given_back',
          'declined'], i.state), i.asked, i.person_id limit ${MOST_KEPT}`,
    );
    const [people, teams] = await Promise.all([
      this.membership.people(rows.map((row) => row.personId)),
      this.membership.teamNames(rows.flatMap((row) => row.teamId ?? [])),
    ]);
    const kept = rows.flatMap(({ personId, teamId, state, at }) => {
      const person = people.get(personId);
      const team = teamId ? { id: teamId, name: teams.get(teamId) ?? '' } : null;
      return person ? [{ person, team, state, checkedInAt: at?.toISOString() ?? null }] : [];
    });
    return { people: kept, more: (rows[0]?.total ?? 0) - rows.length };
  }
}
