import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { difficultyErrors } from '../tasks.errors.ts';
import { difficultyAnswered, difficultyPassedUp, difficultyTaken } from '../tasks.events.ts';
import { DifficultyAccess, type DifficultyRow } from './difficulty-access.ts';
import { officeAbove } from './difficulty-deadlines.ts';
import { writeStep } from './difficulty-steps.ts';
import { PublishAnswer } from './publish-answer.ts';
import { Difficulty } from './difficulty.entity.ts';

type Work = (tx: Tx, row: DifficultyRow, now: Date) => Promise<void>;

/** Somebody of the commune, of the office above or of the company sees to a difficulty and answers it. */
@Injectable()
export class AnswerDifficulty {
  constructor(
    private readonly access: DifficultyAccess,
    private readonly publish: PublishAnswer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws difficulty.notFound, difficulty.alreadyAnswered */
  take(actor: Actor, difficultyId: string): Promise<void> {
    return this.change(actor, difficultyId, async (tx, { unitId }) => {
      await tx.update(Difficulty, { id: difficultyId }, { ownerId: actor.personId });
      await this.outbox.append(tx, difficultyTaken({ difficultyId }, { unitId }), actor);
    });
  }

  /** Before its day is over, by hand. @throws difficulty.alreadyAbove, difficulty.nobodyAbove */
  passUp(actor: Actor, difficultyId: string): Promise<void> {
    const work: Work = async (tx, row, now) => {
      if (row.escalatedAt) throw difficultyErrors.alreadyAbove();
      const above = officeAbove(this.clock.today());
      const passed = await rowsOf(
        tx,
        sql`update difficulties d set escalated_at = ${now}, escalated_to = ${above}
          where d.id = ${difficultyId} and ${above} is not null returning d.id`,
      );
      if (passed.length === 0) throw difficultyErrors.nobodyAbove();
      await writeStep(tx, { difficultyId, kind: 'above', byId: actor.personId, at: now });
      await this.outbox.append(tx, difficultyPassedUp({ difficultyId }, { unitId: row.unitId }), actor);
    };
    return this.change(actor, difficultyId, work, 'office');
  }

  /**
   * Whoever answers what nobody had taken is its owner.
   * @throws difficulty.notFound, difficulty.alreadyAnswered, difficulty.promisePast, platform.denied where a company publishes
   */
  answer(
    actor: Actor,
    difficultyId: string,
    { answer, publish, title, promisedOn: by }: RouteBody<typeof routes.answerDifficulty>,
  ): Promise<void> {
    const promisedOn = by ?? null;
    const work: Work = async (tx, row, now) => {
      if (promisedOn && promisedOn < this.clock.today()) throw difficultyErrors.promisePast({ path: 'promisedOn' });
      await execute(
        tx,
        sql`update difficulties set answer = ${answer}, answered_at = ${now}, answered_by = ${actor.personId},
          owner_id = coalesce(owner_id, ${actor.personId}), promised_on = ${promisedOn}, asked_back_at = null
            where id = ${difficultyId}`,
      );
      const isOfCompany = actor.posts.some(({ id, role }) => id === actor.postId && role === 'trainer');
      const providerId = isOfCompany ? row.providerId : null;
      const step = { kind: 'answered', text: answer, byId: actor.personId, providerId, promisedOn, at: now } as const;
      await writeStep(tx, { difficultyId, ...step });
      await this.outbox.append(tx, difficultyAnswered({ difficultyId }, { unitId: row.unitId }), actor);
      if (publish) await this.publish.write(tx, actor, row, { answer, title: title ?? row.text });
    };
    return this.change(actor, difficultyId, work, publish ? 'office' : 'any');
  }

  private change(actor: Actor, id: string, work: Work, by: 'any' | 'office' = 'any'): Promise<void> {
    return this.access.change(
      actor,
      id,
      'difficulty.answer',
      async (tx, row, now) => {
        if (row.answeredAt) throw difficultyErrors.alreadyAnswered();
        await work(tx, row, now);
      },
      by,
    );
  }
}
