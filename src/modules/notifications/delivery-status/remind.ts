import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { notificationErrors } from '../notifications.errors.ts';
import { teamsReminded } from '../notifications.events.ts';
import { AssignmentPlace } from './assignment-place.ts';
import { ChaseRules } from './chase-rules.ts';

type Answer = RouteAnswer<typeof routes.remind>;
interface SilentTask {
  taskId: string;
  teamId: string;
  state: string;
  remindedAt: Date | null;
}

/** Reminds silent teams. Who has answered, waits for an answer to an extension, or was just reminded is left alone. */
@Injectable()
export class Remind {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly rules: ChaseRules,
    private readonly tasks: TasksApi,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws notification.teamNotFound for a team outside the order or the actor's places */
  async execute(actor: Actor, assignmentId: string, { teamIds }: RouteBody<typeof routes.remind>): Promise<Answer> {
    const { order, unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    const { remindEveryHours } = await this.rules.of(order.issuerUnitId);
    const wanted = [...new Set(teamIds)];
    return this.database.tx(async (tx) => {
      await takeTurn(tx, [`remind ${assignmentId}`]);
      const silent = await this.silent(tx, assignmentId, unitIds, wanted);
      const missing = wanted.findIndex((id) => !silent.some(({ teamId }) => teamId === id));
      if (missing >= 0) throw notificationErrors.teamNotFound({ path: `teamIds.${missing}` });
      const skipped = await this.skips(silent, remindEveryHours);
      const due = silent.filter((task) => !skipped.some(({ teamId }) => teamId === task.teamId));
      if (due.length > 0) await this.chase(tx, actor, assignmentId, due);
      return { reminded: due.length, skipped };
    });
  }

  private silent(tx: Tx, assignmentId: string, unitIds: string[], teamIds: string[]): Promise<SilentTask[]> {
    return rowsOf<SilentTask>(
      tx,
      sql`select t.id as "taskId", t.team_id as "teamId", t.state, (select max(c.at) from chases c where c.assignment_id = ${assignmentId}
        and c.team_id = t.team_id and c.step in ('manual', 'remind')) as "remindedAt"
         from tasks t where t.assignment_id = ${assignmentId} and t.team_id = any(${teamIds})
           and exists (select 1 from unit_closure u where u.descendant_id = t.unit_id and u.ancestor_id = any(${unitIds}))`,
    );
  }

  private async skips(silent: readonly SilentTask[], remindEveryHours: number): Promise<Answer['skipped']> {
    const waiting = await this.tasks.withOpenExtension(silent.map(({ taskId }) => taskId));
    const since = this.clock.now().getTime() - remindEveryHours * 3_600_000;
    return silent.flatMap(({ taskId, teamId, state, remindedAt }): Answer['skipped'] => {
      if (state !== 'assigned') return [{ teamId, because: 'already_answered' }];
      if (waiting.has(taskId)) return [{ teamId, because: 'extension_open' }];
      return remindedAt && remindedAt.getTime() > since ? [{ teamId, because: 'reminded_recently' }] : [];
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
