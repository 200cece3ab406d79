import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../session/session-access.ts';
import { sessionCancelled, sessionPlanChanged } from '../../training.events.ts';
import { SessionWriter } from '../session/session-writer.ts';

/** Cancels; a published one is told to everybody invited, and acknowledged like a move. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly access: SessionAccess,
    private readonly writer: SessionWriter,
    private readonly outbox: Outbox,
  ) {}

  /** @throws training.wrongState */
  execute(actor: Actor, sessionId: string, reason: string): Promise<void> {
    return this.access.change(actor, sessionId, 'training.propose', async (tx, session, now) => {
      const state = this.access.next(session, 'cancel');
      const wasPublished = session.state === 'published';
      await this.writer.set(tx, sessionId, {
        state,
        cancelledAt: now,
        cancelReason: reason,
        ...(wasPublished && { version: session.version + 1 }),
      });
      const event = wasPublished ? sessionCancelled : sessionPlanChanged;
      await this.outbox.append(tx, event({ sessionId }, { unitId: session.communeId, changes: { reason } }), actor);
    });
  }
}
