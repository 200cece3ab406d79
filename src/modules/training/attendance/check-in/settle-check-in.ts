import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database, sqlState, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { checkInErrors } from '../../training.errors.ts';
import { checkInDecided } from '../../training.events.ts';
import { CheckIn } from './check-in.entity.ts';
import { settleSameNames } from './same-names.ts';

/** The trainer counts or refuses a check-in; a refused person may be checked in again. */
@Injectable()
export class SettleCheckIn {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly outbox: Outbox,
  ) {}

  /** @throws door.checkInNotFound */
  async execute(actor: Actor, checkInId: string, counts: boolean): Promise<void> {
    const row: Pick<CheckIn, 'sessionId'> | null = await this.database.manager.findOne(CheckIn, {
      select: { sessionId: true },
      where: { id: checkInId },
    });
    if (!row) throw checkInErrors.checkInNotFound();
    await this.access.change(actor, row.sessionId, 'training.door', async (tx, session) => {
      try {
        await tx.update(
          CheckIn,
          { id: checkInId },
          { state: counts ? 'counted' : 'refused', decidedBy: actor.personId, why: null },
        );
        if (counts) await settleSameNames(tx, checkInId, actor.personId);
      } catch (error) {
        // Another check-in of the same person counts already: nothing is left to decide.
        if (violation(error)?.state === sqlState.unique) throw checkInErrors.checkInNotFound();
        throw error;
      }
      await this.outbox.append(
        tx,
        checkInDecided({ sessionId: session.id, checkInId }, { unitId: session.communeId, changes: { counts } }),
        actor,
      );
    });
  }
}
