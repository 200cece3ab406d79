import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { logErrors } from '../../notifications.errors.ts';
import { logReasonAnswered } from '../../notifications.events.ts';
import { LogQuestions } from '../../plan/messages/facts/log-questions.ts';

/** A question of the log as those read it between whom it stands, and the one answer to it. */
@Injectable()
export class AnswerReason {
  constructor(
    private readonly questions: LogQuestions,
    private readonly membership: MembershipApi,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @throws log.questionNotFound also for a question between others */
  async read(actor: Actor, id: string): Promise<RouteAnswer<typeof routes.ownLogQuestion>> {
    const asked = await this.questions.one(id);
    if (!asked || ![asked.personId, asked.askedBy].includes(actor.personId)) throw logErrors.questionNotFound();
    const people = await this.membership.people([asked.personId, asked.askedBy]);
    const named = (personId: string) => people.get(personId) ?? { id: personId, fullName: '–', position: null };
    const { kind, what, at, purpose, trace } = asked;
    return {
      id,
      act: { at: at.toISOString(), kind, what, by: named(asked.personId), people: asked.people, purpose, trace },
      askedBy: named(asked.askedBy),
      askedAt: asked.askedAt.toISOString(),
      answer: asked.answer,
      answeredAt: asked.answeredAt?.toISOString() ?? null,
      isOpen: asked.personId === actor.personId && asked.answeredAt === null,
    };
  }

  /** @throws log.questionNotFound, log.answeredAlready */
  async execute(actor: Actor, id: string, text: string): Promise<void> {
    const { personId } = (await this.questions.one(id)) ?? {};
    if (personId !== actor.personId) throw logErrors.questionNotFound();
    await this.database.tx(async (tx) => {
      if (!(await this.questions.answer(tx, id, text))) throw logErrors.answeredAlready();
      await this.outbox.append(tx, logReasonAnswered({ questionId: id, personId }), actor);
    });
  }
}
