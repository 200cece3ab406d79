import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { difficultyErrors } from '../tasks.errors.ts';
import { knowHowPublished, knowHowWithdrawn } from '../tasks.events.ts';
import { DifficultyAccess, type DifficultyRow } from './difficulty-access.ts';
import { Difficulty } from './difficulty.entity.ts';

/**
 * An answer that all teams of the district may read: with the answer, or later from the desk. The teams with the same work
 * are told of it once, also where it was taken back in between.
 */
@Injectable()
export class PublishAnswer {
  constructor(
    private readonly access: DifficultyAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Later than it was given. @throws difficulty.notAnswered */
  execute(actor: Actor, difficultyId: string, title: string | undefined): Promise<void> {
    return this.access.change(
      actor,
      difficultyId,
      'difficulty.answer',
      async (tx, row) => {
        if (row.answer === null) throw difficultyErrors.notAnswered();
        await this.write(tx, actor, row, { answer: row.answer, title: title ?? row.text });
      },
      'office',
    );
  }

  /** It stays with the team that asked. A second time it is done already. */
  withdraw(actor: Actor, difficultyId: string): Promise<void> {
    return this.access.change(
      actor,
      difficultyId,
      'difficulty.answer',
      async (tx, { id, unitId }, now) => {
        await tx.update(Difficulty, { id }, { publishedAt: null });
        const shown = await rowsOf(
          tx,
          sql`update know_how set withdrawn_at = ${now} where difficulty_id = ${id} and withdrawn_at is null returning 1`,
        );
        if (shown.length > 0) await this.outbox.append(tx, knowHowWithdrawn({ difficultyId: id }, { unitId }), actor);
      },
      'office',
    );
  }

  async write(
    tx: Tx,
    actor: Actor,
    { id, kind, communeId, unitId, taskId }: DifficultyRow,
    { answer, title }: { answer: string; title: string },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.update(Difficulty, { id }, { publishedAt: now });
    const [earlier] = await rowsOf(
      tx,
      sql`update know_how set title = ${title}, answer = ${answer}, published_by = ${actor.personId}, withdrawn_at = null
        where difficulty_id = ${id} returning difficulty_id`,
    );
    if (earlier) return;
    await execute(
      tx,
      sql`insert into know_how (difficulty_id, kind, title, answer, commune_id, indicator_code, published_by, published_at)
        values (${id}, ${kind}, ${title}, ${answer}, ${communeId},
          (select a.indicator_code from tasks t join assignments a on a.id = t.assignment_id where t.id = ${taskId}),
          ${actor.personId}, ${now})`,
    );
    await this.outbox.append(tx, knowHowPublished({ difficultyId: id }, { unitId }), actor);
  }
}
