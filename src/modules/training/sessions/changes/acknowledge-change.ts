import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { changeAcknowledged } from '../../training.events.ts';

/** Who knows the new time and who still holds the old one. */
@Injectable()
export class AcknowledgeChange {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** "Tôi đã biết". An older version than the last says nothing of the last. @throws training.notInvited */
  async byMyself(actor: Actor, sessionId: string, version: number): Promise<void> {
    await this.note(actor, sessionId, { personId: actor.personId, version, toldAt: null });
  }

  /** Told by phone of the time, or asked whether they come. @throws training.notInvited */
  async byPhone(actor: Actor, sessionId: string, personId: string): Promise<void> {
    const { version } = await this.access.open(actor, sessionId, 'training.call');
    await this.note(actor, sessionId, { personId, version, toldAt: this.clock.now() });
  }

  private async note(
    actor: Actor,
    sessionId: string,
    { personId, version, toldAt }: { personId: string; version: number; toldAt: Date | null },
  ): Promise<void> {
    await this.database.tx(async (tx) => {
      const rows = await rowsOf<{ unitId: string }>(
        tx,
        sql`update session_invitations i set acknowledged = greatest(i.acknowledged, least(${version}, s.version)),
          told_at = coalesce(${toldAt}, i.told_at) from training_sessions s
          where i.session_id = ${sessionId} and i.person_id = ${personId} and s.id = i.session_id returning s.commune_id as "unitId"`,
      );
      const [row] = rows;
      if (!row) throw trainingErrors.notInvited();
      await this.outbox.append(
        tx,
        changeAcknowledged({ sessionId, personId }, { unitId: row.unitId, changes: { version } }),
        actor,
      );
    });
  }
}
