import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { type AssignmentInfo, TasksApi } from '#modules/tasks';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { notificationErrors } from '../../notifications.errors.ts';
import { ChaseRules } from './chase-rules.ts';
import { DeliveryStatusQueries, type SilentTask } from './delivery-status.queries.ts';
import { busyUntil, type Place } from './heard.sql.ts';

type Skipped = RouteAnswer<typeof routes.remind>['skipped'];
/** Whom it goes to, and which teams are left alone, each with the reason. */
export interface Reminded {
  due: SilentTask[];
  left: (Omit<Skipped[number], 'because'> & { because: Skipped[number]['because'] | 'not_delivered' })[];
  /** Of those left alone: who was asked for by name. */
  skipped: Skipped;
}
interface NamedTask extends SilentTask {
  state: string;
  remindedAt: Date | null;
  busyUntil: string | null;
}

/** Which teams a reminder goes to. Reads within the transaction that writes it. */
@Injectable()
export class ChooseReminded {
  constructor(
    private readonly queries: DeliveryStatusQueries,
    private readonly rules: ChaseRules,
    private readonly tasks: TasksApi,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As it was asked: a few teams by name, or all that are silent. @throws as `named` */
  of(order: AssignmentInfo, place: Place, input: RouteBody<typeof routes.remind>): Promise<Reminded> {
    return 'silent' in input
      ? this.silent(order, { ...place, communeId: input.silent.communeId })
      : this.named(order, place, input.teamIds);
  }

  /** Teams that it would reach now; one that is no longer in the order is not one of them. */
  async dueNow(order: AssignmentInfo, place: Place, input: RouteBody<typeof routes.remind>): Promise<SilentTask[]> {
    if ('silent' in input) return (await this.of(order, place, input)).due;
    return (await this.judged(order, await this.tasksOf(place, input.teamIds))).due;
  }

  /** All that are silent, were told, and neither wait for an answer nor were just reminded. */
  private async silent(order: AssignmentInfo, place: Place): Promise<Reminded> {
    const silent = await this.queries.toRemind(place, await this.rules.remindedBefore(order.issuerUnitId));
    const waiting = await this.tasks.withOpenExtension(silent.map(({ taskId }) => taskId));
    const judged = silent.map((task) => ({
      ...task,
      because: task.why ?? (waiting.has(task.taskId) ? ('extension_open' as const) : null),
    }));
    return {
      due: judged.filter(({ because }) => because === null),
      left: judged.flatMap(({ teamId, because }) => (because ? [{ teamId, because }] : [])),
      skipped: [],
    };
  }

  /** @throws notification.teamNotFound for a team outside the order or the actor's places */
  private async named(order: AssignmentInfo, place: Place, teamIds: readonly string[]): Promise<Reminded> {
    const wanted = [...new Set(teamIds)];
    const found = await this.tasksOf(place, wanted);
    const missing = wanted.findIndex((id) => !found.some(({ teamId }) => teamId === id));
    if (missing >= 0) throw notificationErrors.teamNotFound({ path: `teamIds.${missing}` });
    return this.judged(order, found);
  }

  private async judged(order: AssignmentInfo, found: readonly NamedTask[]): Promise<Reminded> {
    const left = await this.skips(found, await this.rules.remindedBefore(order.issuerUnitId));
    const due = found.filter((task) => !left.some(({ teamId }) => teamId === task.teamId));
    return { due, left, skipped: left };
  }

  private tasksOf({ assignmentId, unitIds }: Place, teamIds: readonly string[]): Promise<NamedTask[]> {
    return this.database.rows<NamedTask>(
      sql`select t.id as "taskId", t.team_id as "teamId", t.state, (select max(c.at) from chases c where c.assignment_id = ${assignmentId}
        and c.team_id = t.team_id and c.step in ('manual', 'remind')) as "remindedAt",
        ${busyUntil(sql`t.team_id`, this.clock.today())} as "busyUntil"
         from tasks t where t.assignment_id = ${assignmentId} and t.team_id = any(${teamIds})
           and exists (select 1 from unit_closure u where u.descendant_id = t.unit_id and u.ancestor_id = any(${unitIds}))`,
    );
  }

  private async skips(tasks: readonly NamedTask[], notSince: Date): Promise<Skipped> {
    const waiting = await this.tasks.withOpenExtension(tasks.map(({ taskId }) => taskId));
    return tasks.flatMap(({ taskId, teamId, state, remindedAt, busyUntil: busy }): Skipped => {
      if (state !== 'assigned') return [{ teamId, because: 'already_answered' }];
      if (waiting.has(taskId)) return [{ teamId, because: 'extension_open' }];
      if (busy) return [{ teamId, because: 'said_busy' }];
      return remindedAt && remindedAt > notSince ? [{ teamId, because: 'reminded_recently' }] : [];
    });
  }
}
