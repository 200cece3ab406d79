import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { officeAbove } from './difficulty-deadlines.ts';
import { difficultyErrors } from '../tasks.errors.ts';
import { difficultyAnswered, difficultyPassedUp, difficultyTaken } from '../tasks.events.ts';

interface Row {
  unit_id: string;
  answered_at: Date | null;
  escalated_at: Date | null;
}

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
    return this.change(actor, difficultyId, async (tx, { unit_id: unitId }) => {
      await tx.query('update difficulties set owner_id = $2 where id = $1', [difficultyId, actor.personId]);
      await this.outbox.append(tx, difficultyTaken({ difficultyId }, { unitId }), actor);
    });
  }

  /** Before its day is over, by hand. @throws difficulty.alreadyAbove, difficulty.nobodyAbove */
  passUp(actor: Actor, difficultyId: string): Promise<void> {
    return this.change(actor, difficultyId, async (tx, row) => {
      if (row.escalated_at) throw difficultyErrors.alreadyAbove();
      const passed = await rowsOf(
        tx,
        `update difficulties d set escalated_at = $2, escalated_to = ${officeAbove('$3')} where d.id = $1 and ${officeAbove('$3')} is not null returning d.id`,
        [difficultyId, this.clock.now(), this.clock.today()],
      );
      if (passed.length === 0) throw difficultyErrors.nobodyAbove();
      await this.outbox.append(tx, difficultyPassedUp({ difficultyId }, { unitId: row.unit_id }), actor);
    });
  }

  /** Whoever answers what nobody had taken is its owner. @throws difficulty.notFound, difficulty.alreadyAnswered */
  answer(
    actor: Actor,
    difficultyId: string,
    { answer, publish }: RouteBody<typeof routes.answerDifficulty>,
  ): Promise<void> {
    return this.change(actor, difficultyId, async (tx, { unit_id: unitId }) => {
      await tx.query(
        `update difficulties set answer = $2, answered_at = $3, answered_by = $4, owner_id = coalesce(owner_id, $4), published_at = case when $5 then $3::timestamptz end where id = $1`,
        [difficultyId, answer, this.clock.now(), actor.personId, publish],
      );
      await this.outbox.append(tx, difficultyAnswered({ difficultyId }, { unitId }), actor);
    });
  }

  private async change(actor: Actor, id: string, work: (tx: Tx, row: Row) => Promise<void>): Promise<void> {
    const place = await this.database.one<Row>('select unit_id from difficulties where id = $1', [id]);
    if (!place) throw difficultyErrors.notFound();
    await this.scope.require(actor, 'difficulty.answer', { unitId: place.unit_id });
    await this.database.tx(async (tx) => {
      const [row] = await rowsOf<Row>(
        tx,
        'select unit_id, answered_at, escalated_at from difficulties where id = $1 for update',
        [id],
      );
      if (!row) throw difficultyErrors.notFound();
      if (row.answered_at) throw difficultyErrors.alreadyAnswered();
      await work(tx, row);
    });
  }
}
