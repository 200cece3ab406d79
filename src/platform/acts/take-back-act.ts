import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { actTakenBack } from './acts.events.ts';
import { HeldAct } from './held-act.entity.ts';
import { HeldActs, type TakenBack } from './held-acts.ts';

type Row = Pick<HeldAct, 'kind' | 'until' | 'before' | 'answer'>;

/** Puts back what an act of one's own has changed; what it would have told is not told. A second time gives the first answer. */
@Injectable()
export class TakeBackAct {
  constructor(
    private readonly database: Database,
    private readonly acts: HeldActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound, platform.actStands */
  execute(actor: Actor, actId: string): Promise<TakenBack> {
    return this.database.tx(async (tx) => {
      const [act] = await rowsOf<Row>(
        tx,
        sql`select kind, until, before, answer from held_acts where id = ${actId} and person_id = ${actor.personId} for update`,
      );
      if (!act) throw platformErrors.notFound();
      if (act.answer) return act.answer;
      const now = this.clock.now();
      if (now >= act.until) throw platformErrors.actStands();
      const answer = await this.acts.putBack(tx, act.kind, act.before, actor);
      await tx.update(HeldAct, { id: actId }, { takenBackAt: now, answer });
      await this.outbox.append(
        tx,
        actTakenBack({ actId }, { changes: { kind: act.kind, restored: answer.restored } }),
        actor,
      );
      return answer;
    });
  }
}
