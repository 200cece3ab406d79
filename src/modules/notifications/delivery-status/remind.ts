import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { type Held, HeldActs, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { teamsReminded } from '../notifications.events.ts';
import { AssignmentPlace } from './assignment-place.ts';
import { ChooseReminded } from './choose-reminded.ts';
import type { SilentTask } from './delivery-status.queries.ts';

/** Persisted. */
const KIND = 'notifications.remind';
interface Before {
  eventId: string;
}

/**
 * Reminds silent teams. Who has answered, waits for an answer to an extension, or was just reminded is left alone. Taken back,
 * it never was: the teams can be reminded anew.
 */
@Injectable()
export class Remind implements OnModuleInit {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly choose: ChooseReminded,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly acts: HeldActs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<Before>(KIND, (tx, before) => this.putBack(tx, before));
  }

  async execute(
    actor: Actor,
    assignmentId: string,
    input: RouteBody<typeof routes.remind>,
  ): Promise<RouteAnswer<typeof routes.remind>> {
    const { order, unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    const place = { assignmentId, unitIds };
    return this.database.tx(async (tx) => {
      await takeTurn(tx, [`remind ${assignmentId}`]);
      if (!('silent' in input)) {
        const { due, left } = await this.choose.named(order, place, input.teamIds);
        return { reminded: due.length, skipped: left, act: await this.chase(tx, actor, assignmentId, due) };
      }
      const { due } = await this.choose.silent(order, { ...place, communeId: input.silent.communeId });
      return { reminded: due.length, skipped: [], act: await this.chase(tx, actor, assignmentId, due) };
    });
  }

  private async chase(tx: Tx, actor: Actor, assignmentId: string, due: readonly SilentTask[]): Promise<Held | null> {
    if (due.length === 0) return null;
    const act = this.acts.begin();
    const eventId = await this.outbox.append(
      tx,
      teamsReminded({ assignmentId, ...(act && { act }) }, { changes: { teams: due.length } }),
      actor,
    );
    await execute(
      tx,
      sql`insert into chases (id, assignment_id, task_id, team_id, step, event_id, by_id, at)
        select c.id, ${assignmentId}, c.task_id, c.team_id, 'manual', ${eventId}, ${actor.personId}, ${this.clock.now()}
          from unnest(${due.map(() => v7())}::uuid[], ${due.map(({ taskId }) => taskId)}::uuid[],
            ${due.map(({ teamId }) => teamId)}::uuid[]) as c(id, task_id, team_id)`,
    );
    await this.acts.keep(tx, act, actor, KIND, { eventId } satisfies Before);
    return act;
  }

  private async putBack(tx: Tx, { eventId }: Before): Promise<TakenBack> {
    const rows = await rowsOf(tx, sql`delete from chases where event_id = ${eventId} and step = 'manual' returning id`);
    return { restored: rows.length, kept: [] };
  }
}
