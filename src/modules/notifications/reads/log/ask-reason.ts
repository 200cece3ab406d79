import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { logErrors } from '../../notifications.errors.ts';
import { logReasonAsked } from '../../notifications.events.ts';
import { LogAccess } from './log-access.ts';
import { LogQueries } from './log.queries.ts';
import { LogQuestions } from '../../plan/messages/facts/log-questions.ts';

/** Asks whoever looked at numbers or took a list why. Once: no reminder follows, and a second reader sees the question. */
@Injectable()
export class AskReason {
  constructor(
    private readonly access: LogAccess,
    private readonly queries: LogQueries,
    private readonly questions: LogQuestions,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @throws log.entryNotFound, log.ownAct, log.askedAlready */
  async execute(actor: Actor, unitId: string, entryId: string): Promise<void> {
    const act = await this.queries.act(await this.access.place(actor, unitId), entryId);
    if (!act) throw logErrors.entryNotFound();
    const { personId } = act;
    if (personId === actor.personId) throw logErrors.ownAct();
    await this.database.tx(async (tx) => {
      const asked = { actId: entryId, personId, unitId, askedBy: actor.personId };
      const questionId = await this.questions.ask(tx, asked);
      if (!questionId) throw logErrors.askedAlready();
      await this.outbox.append(tx, logReasonAsked({ questionId, personId }, { unitId }), actor);
    });
  }
}
