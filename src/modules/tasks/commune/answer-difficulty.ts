import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { Difficulty } from './difficulty.entity.ts';
import { officeAbove } from './difficulty-deadlines.ts';
import { difficultyErrors } from '../tasks.errors.ts';
import { difficultyAnswered, difficultyPassedUp, difficultyTaken } from '../tasks.events.ts';

type Row = Pick<Difficulty, 'unitId' | 'answeredAt' | 'escalatedAt'>;

/** Somebody of the commune or of the office above sees to a difficulty and answers it, once. */
@Injectable()
export class AnswerDifficulty {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws difficulty.notFound, difficulty.alreadyAnswered */
  take(actor: Actor, difficultyId: string): Promise<void> {
    return this.change(actor, difficultyId, async (tx, { unitId }) => {
      await execute(tx, sql`update difficulties set owner_id = ${actor.personId} where id = ${difficultyId}`);
      await this.outbox.append(tx, difficultyTaken({ difficultyId }, { unitId }), actor);
    });
  }

  /** Before its day is over, by hand. @throws difficulty.alreadyAbove, difficulty.nobodyAbove */
  passUp(actor: Actor, difficultyId: string): Promise<void> {
    return this.change(actor, difficultyId, async (tx, row) => {
      if (row.escalatedAt) throw difficultyErrors.alreadyAbove();
      const above = officeAbove(this.clock.today());
      const passed = await rowsOf(
        tx,
        sql`update difficulties d set escalated_at = ${this.clock.now()}, escalated_to = ${above}
          where d.id = ${difficultyId} and ${above} is not null returning d.id`,
      );
      if (passed.length === 0) throw difficultyErrors.nobodyAbove();
      await this.outbox.append(tx, difficultyPassedUp({ difficultyId }, { unitId: row.unitId }), actor);
    });
  }

  /** Whoever answers what nobody had taken is its owner. @throws difficulty.notFound, difficulty.alreadyAnswered */
  answer(
    actor: Actor,
    difficultyId: string,
    { answer, publish }: RouteBody<typeof routes.answerDifficulty>,
  ): Promise<void> {
    return this.change(actor, difficultyId, async (tx, { unitId }) => {
      const now = this.clock.now();
      await execute(
        tx,
        sql`update difficulties set answer = ${answer}, answered_at = ${now}, answered_by = ${actor.personId},
          owner_id = coalesce(owner_id, ${actor.personId}), published_at = case when ${publish} then ${now}::timestamptz end
            where id = ${difficultyId}`,
      );
      await this.outbox.append(tx, difficultyAnswered({ difficultyId }, { unitId }), actor);
    });
  }

  private async change(actor: Actor, id: string, work: (tx: Tx, row: Row) => Promise<void>): Promise<void> {
    const place = await this.database.one<Pick<Difficulty, 'unitId'>>(
      sql`select unit_id as "unitId" from difficulties where id = ${id}`,
    );
    if (!place) throw difficultyErrors.notFound();
    await this.scope.require(actor, 'difficulty.answer', { unitId: place.unitId });
    await this.database.tx(async (tx) => {
      const [row] = await rowsOf<Row>(
        tx,
        sql`select unit_id as "unitId", answered_at as "answeredAt", escalated_at as "escalatedAt" from difficulties
          where id = ${id} for update`,
      );
      if (!row) throw difficultyErrors.notFound();
      if (row.answeredAt) throw difficultyErrors.alreadyAnswered();
      await work(tx, row);
    });
  }
}
