import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingDoorRoutes } from '#contracts/training-door';
import type { CheckInMethod, InvitationState } from '#contracts/training-states';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { type CountedSession, countColumns, PresentSession } from '../reads/present-session.ts';
import { sessionColumns } from '../session.rows.ts';
import { TrainingDesk } from '../training-desk.ts';
import { trainingErrors } from '../training.errors.ts';
import { DoorPeople } from './door-people.ts';

type Pack = RouteAnswer<typeof trainingDoorRoutes.doorPack>;
type Attendance = RouteAnswer<typeof trainingDoorRoutes.attendance>;

interface AttendanceData {
  id: string;
  person_id: string | null;
  full_name: string;
  team_id: string | null;
  method: CheckInMethod;
  at: Date;
  by_id: string | null;
  state: Attendance[number]['state'];
  why: string | null;
}
/** The pack works so long after the end without network. */
const AFTER_MS = 3 * 3_600_000;

/** What the door needs, and what it has seen. */
@Injectable()
export class ReadDoor {
  constructor(
    private readonly database: Database,
    private readonly desk: TrainingDesk,
    private readonly people: DoorPeople,
    private readonly present: PresentSession,
    private readonly membership: MembershipApi,
  ) {}

  async pack(actor: Actor, sessionId: string): Promise<Pack> {
    const { ends_at } = await this.desk.open(actor, sessionId, 'training.door');
    const session = await this.database.one<CountedSession>(
      `select ${sessionColumns}, ${countColumns} from training_sessions s where s.id = $1`,
      [sessionId],
    );
    const [row] = session ? await this.present.rows(actor, [session]) : [];
    if (!row || row.state !== 'published') throw trainingErrors.wrongState({ state: session?.state });
    return {
      session: row,
      secret: await this.people.secretOf(sessionId),
      people: await this.invited(sessionId),
      until: new Date(ends_at.getTime() + AFTER_MS).toISOString(),
    };
  }

  async attendance(actor: Actor, sessionId: string): Promise<Attendance> {
    await this.desk.open(actor, sessionId, 'training.read');
    const rows = await this.database.rows<AttendanceData>(
      `select id, person_id, full_name, team_id, method, at, by_id, state, why from check_ins where session_id = $1
        order by array_position(array['doubtful', 'counted', 'refused'], state), at, id`,
      [sessionId],
    );
    const [people, teams] = await Promise.all([
      this.membership.people(rows.flatMap((row) => [row.person_id, row.by_id].filter((id) => id !== null))),
      this.membership.teams(rows.flatMap((row) => row.team_id ?? [])),
    ]);
    return rows.map((row) => ({
      id: row.id,
      person: row.person_id ? (people.get(row.person_id) ?? null) : null,
      fullName: row.full_name,
      team: row.team_id ? { id: row.team_id, name: teams.get(row.team_id)?.name ?? '' } : null,
      method: row.method,
      at: row.at.toISOString(),
      by: row.by_id ? (people.get(row.by_id) ?? null) : null,
      state: row.state,
      why: row.why,
    }));
  }

  private async invited(sessionId: string): Promise<Pack['people']> {
    const rows = await this.database.rows<{
      person_id: string;
      team_id: string | null;
      state: InvitationState;
      at: Date | null;
    }>(
      `select i.person_id, i.team_id, i.state, c.at from session_invitations i
         left join check_ins c on c.session_id = i.session_id and c.person_id = i.person_id and c.state = 'counted'
        where i.session_id = $1 order by array_position(array['seated', 'waiting', 'invited', 'given_back', 'declined'], i.state), i.asked, i.person_id`,
      [sessionId],
    );
    const [people, teams] = await Promise.all([
      this.membership.people(rows.map((row) => row.person_id)),
      this.membership.teams(rows.flatMap((row) => row.team_id ?? [])),
    ]);
    return rows.flatMap(({ person_id, team_id, state, at }) => {
      const person = people.get(person_id);
      const team = team_id ? { id: team_id, name: teams.get(team_id)?.name ?? '' } : null;
      return person ? [{ person, team, state, checkedInAt: at?.toISOString() ?? null }] : [];
    });
  }
}
