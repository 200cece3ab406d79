import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { communeNudged } from '../../training.events.ts';
import { SessionWriter } from '../session/session-writer.ts';

const DAY_MS = 86_400_000;

/** "Nhắc xã": an open proposal comes to mind again, once a day at most. */
@Injectable()
export class NudgeCommune {
  constructor(
    private readonly access: SessionAccess,
    private readonly writer: SessionWriter,
    private readonly outbox: Outbox,
  ) {}

  /** @throws training.wrongState, training.nudgedLately */
  execute(actor: Actor, sessionId: string): Promise<void> {
    return this.access.change(actor, sessionId, 'training.propose', async (tx, session, now) => {
      if (session.state !== 'proposed') throw trainingErrors.wrongState({ state: session.state });
      if (session.nudgedAt && now.getTime() - session.nudgedAt.getTime() < DAY_MS)
        throw trainingErrors.nudgedLately({ at: session.nudgedAt.toISOString() });
      await this.writer.set(tx, sessionId, { nudgedAt: now });
      await this.outbox.append(tx, communeNudged({ sessionId }, { unitId: session.communeId }), actor);
    });
  }
}
