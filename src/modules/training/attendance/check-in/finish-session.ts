import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { SessionWriter } from '../../sessions/session/session-writer.ts';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { sessionFinished } from '../../training.events.ts';

/** The session is over: those who were there are asked how it was. Check-ins that come later still count. */
@Injectable()
export class FinishSession {
  constructor(
    private readonly access: SessionAccess,
    private readonly writer: SessionWriter,
    private readonly outbox: Outbox,
  ) {}

  /** @throws training.wrongState, also before it has begun */
  execute(actor: Actor, sessionId: string): Promise<void> {
    return this.access.change(actor, sessionId, 'training.door', async (tx, session, now) => {
      const state = this.access.next(session, 'finish');
      if (session.startsAt > now) throw trainingErrors.wrongState({ state: session.state });
      await this.writer.set(tx, sessionId, { state, doneAt: now });
      await this.outbox.append(tx, sessionFinished({ sessionId }, { unitId: session.communeId }), actor);
    });
  }
}
