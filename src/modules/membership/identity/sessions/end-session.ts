import { Injectable } from '@nestjs/common';
import { type Actor, ActorCache } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { sessionEnded } from '../../membership.events.ts';
import { Sessions } from './sessions.ts';

/** Signs a device out, this one or another of the same person: at once, in every process. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly cache: ActorCache,
  ) {}

  /** @throws access.sessionNotFound also for a session of somebody else */
  async execute(actor: Actor, sessionId: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const ended = await this.sessions.end(tx, actor.personId, {
        because: 'signed_out',
        by: actor.personId,
        only: sessionId,
      });
      if (ended.length === 0) throw accessErrors.sessionNotFound();
      await this.outbox.append(tx, sessionEnded({ personId: actor.personId }, { changes: { sessionId } }), actor);
    });
    this.cache.forget(actor.personId);
  }
}
