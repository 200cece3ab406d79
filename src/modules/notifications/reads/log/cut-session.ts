import { Injectable } from '@nestjs/common';
import { SessionsApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { logErrors } from '../../notifications.errors.ts';
import { LogAccess } from './log-access.ts';
import { LogQueries } from './log.queries.ts';

/** Ends the session in which a line of the log was done. */
@Injectable()
export class CutSession {
  constructor(
    private readonly access: LogAccess,
    private readonly queries: LogQueries,
    private readonly sessions: SessionsApi,
  ) {}

  /** @throws log.entryNotFound also for a line without a session; access.sessionNotFound when it has ended; platform.denied */
  async execute(actor: Actor, unitId: string, entryId: string): Promise<void> {
    const line = await this.queries.line(await this.access.place(actor, unitId), entryId);
    if (!line?.sessionId) throw logErrors.entryNotFound();
    await this.sessions.cut(actor, { personId: line.personId, sessionId: line.sessionId, unitId });
  }
}
