import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { progressErrors } from '../../tasks.errors.ts';
import { followUpDone, followUpMoved } from '../../tasks.events.ts';
import type { ProgressEntry } from '../task/progress-entry.entity.ts';
import { FollowUp } from './follow-up.entity.ts';
import { requireAskOn } from './keep-follow-up.ts';

type Row = Pick<FollowUp, 'askOn' | 'doneAt'> & Pick<ProgressEntry, 'unitId' | 'happenedOn'>;

/** Asked, or asked on another day: by whoever gave the advice. */
@Injectable()
export class AnswerFollowUp {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws progress.followUpNotFound of what is somebody else's too */
  async close(actor: Actor, followUpId: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const { doneAt, unitId } = await this.own(tx, actor, followUpId);
      if (doneAt) return;
      await tx.update(FollowUp, { id: followUpId }, { doneAt: this.clock.now() });
      await this.outbox.append(tx, followUpDone({ followUpId }, { unitId }), actor);
    });
  }

  /** @throws progress.followUpNotFound, progress.followUpDay */
  async move(actor: Actor, followUpId: string, { askOn }: RouteBody<typeof routes.moveFollowUp>): Promise<void> {
    await this.database.tx(async (tx) => {
      const { askOn: before, doneAt, happenedOn, unitId } = await this.own(tx, actor, followUpId);
      requireAskOn({ happenedOn, askOn }, this.clock.today(), 'askOn');
      if (before === askOn && !doneAt) return;
      await tx.update(FollowUp, { id: followUpId }, { askOn, doneAt: null });
      await this.outbox.append(tx, followUpMoved({ followUpId }, { unitId, changes: { askOn } }), actor);
    });
  }

  private async own(tx: Tx, { personId }: Actor, followUpId: string): Promise<Row> {
    const [row] = await rowsOf<Row>(
      tx,
      sql`select f.ask_on as "askOn", f.done_at as "doneAt", e.unit_id as "unitId", e.happened_on as "happenedOn"
        from follow_ups f join progress_entries e on e.id = f.entry_id
       where f.id = ${followUpId} and f.person_id = ${personId} for update of f`,
    );
    if (!row) throw progressErrors.followUpNotFound();
    return row;
  }
}
