import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, takeTurn, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { teamsReminded } from '../notifications.events.ts';
import { AssignmentPlace } from './assignment-place.ts';
import { ChooseReminded } from './choose-reminded.ts';
import type { SilentTask } from './delivery-status.queries.ts';

/** Reminds silent teams. Who has answered, waits for an answer to an extension, or was just reminded is left alone. */
@Injectable()
export class Remind {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly choose: ChooseReminded,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    assignmentId: string,
    input: RouteBody<typeof routes.remind>,
  ): Promise<RouteAnswer<typeof routes.remind>> {
    const { order, unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    const place = { assignmentId, unitIds };
    return this.database.tx(async (tx) => {
      await takeTurn(tx, [`remind ${assignmentId}`]);
      const { due, skipped } =
        'silent' in input
          ? await this.choose.silent(order, { ...place, communeId: input.silent.communeId })
          : await this.choose.named(order, place, input.teamIds);
      if (due.length > 0) await this.chase(tx, actor, assignmentId, due);
      return { reminded: due.length, skipped };
    });
  }

  private async chase(tx: Tx, actor: Actor, assignmentId: string, due: readonly SilentTask[]): Promise<void> {
    const eventId = await this.outbox.append(
      tx,
      teamsReminded({ assignmentId }, { changes: { teams: due.length } }),
      actor,
    );
    await execute(
      tx,
      sql`insert into chases (id, assignment_id, task_id, team_id, step, event_id, by_id, at)
        select c.id, ${assignmentId}, c.task_id, c.team_id, 'manual', ${eventId}, ${actor.personId}, ${this.clock.now()}
          from unnest(${due.map(() => v7())}::uuid[], ${due.map(({ taskId }) => taskId)}::uuid[],
            ${due.map(({ teamId }) => teamId)}::uuid[]) as c(id, task_id, team_id)`,
    );
  }
}
