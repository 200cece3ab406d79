import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { knowHowPublished } from '../tasks.events.ts';
import type { DifficultyRow } from './difficulty-access.ts';

/** An answer that all teams of the district may read. The teams with the same work are told of it, once. */
@Injectable()
export class PublishAnswer {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async write(
    tx: Tx,
    actor: Actor,
    { id, kind, communeId, unitId, taskId }: DifficultyRow,
    { answer, title }: { answer: string; title: string },
  ): Promise<void> {
    const now = this.clock.now();
    await execute(tx, sql`update difficulties set published_at = ${now} where id = ${id}`);
    const [earlier] = await rowsOf(
      tx,
      sql`update know_how set title = ${title}, answer = ${answer}, published_by = ${actor.personId}
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
