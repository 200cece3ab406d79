import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database, rowsOf } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { TrainingDesk } from '../training-desk.ts';
import { trainingErrors } from '../training.errors.ts';
import { changeAcknowledged } from '../training.events.ts';

type Unacknowledged = RouteAnswer<typeof trainingPlanRoutes.unacknowledged>;

/** Who knows the new time and who still holds the old one. */
@Injectable()
export class AcknowledgeChange {
  constructor(
    private readonly database: Database,
    private readonly desk: TrainingDesk,
    private readonly membership: MembershipApi,
    private readonly outbox: Outbox,
  ) {}

  /** "Tôi đã biết". An older version than the last says nothing of the last. @throws training.notInvited */
  async byMyself(actor: Actor, sessionId: string, version: number): Promise<void> {
    await this.note(actor, sessionId, actor.personId, version);
  }

  /** Told by phone. @throws training.notInvited */
  async byPhone(actor: Actor, sessionId: string, personId: string): Promise<void> {
    const { version } = await this.desk.open(actor, sessionId, 'training.call');
    await this.note(actor, sessionId, personId, version);
  }

  /** With full numbers: the look is logged. */
  async missing(actor: Actor, sessionId: string): Promise<Unacknowledged> {
    const { version } = await this.desk.open(actor, sessionId, 'training.call');
    const rows = await this.database.rows<{ person_id: string; team_id: string | null }>(
      `select person_id, team_id from session_invitations
        where session_id = $1 and acknowledged < $2 and state in ('seated', 'waiting', 'invited') order by array_position(array['seated', 'waiting', 'invited'], state), asked, person_id`,
      [sessionId, version],
    );
    const ids = rows.map((row) => row.person_id);
    const [people, teams, phones] = await Promise.all([
      this.membership.people(ids),
      this.membership.teams(rows.flatMap((row) => row.team_id ?? [])),
      this.membership.phonesOfInvited(actor, ids),
    ]);
    return rows.flatMap(({ person_id, team_id }) => {
      const person = people.get(person_id);
      const team = team_id ? { id: team_id, name: teams.get(team_id)?.name ?? '' } : null;
      return person ? [{ person, team, phone: phones.get(person_id) ?? null, told: false }] : [];
    });
  }

  private async note(actor: Actor, sessionId: string, personId: string, version: number): Promise<void> {
    await this.database.tx(async (tx) => {
      const rows = await rowsOf<{ unit_id: string }>(
        tx,
        `update session_invitations i set acknowledged = greatest(i.acknowledged, least($3, s.version)) from training_sessions s
          where i.session_id = $1 and i.person_id = $2 and s.id = i.session_id returning s.commune_id as unit_id`,
        [sessionId, personId, version],
      );
      const [row] = rows;
      if (!row) throw trainingErrors.notInvited();
      await this.outbox.append(
        tx,
        changeAcknowledged({ sessionId, personId }, { unitId: row.unit_id, changes: { version } }),
        actor,
      );
    });
  }
}
