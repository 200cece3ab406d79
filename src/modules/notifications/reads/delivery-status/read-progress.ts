import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { AssignmentPlace } from './assignment-place.ts';
import { DeliveryStatusQueries } from './delivery-status.queries.ts';
import { funnelOf } from './delivery-state.ts';
import { type RowKey, type TeamRow, TeamRowQueries } from './team-rows.queries.ts';

type Page = RouteAnswer<typeof routes.assignmentTasks>;
type Facts = Omit<Page['items'][number], keyof Awaited<ReturnType<TasksApi['teamTasks']>>[number]>;
type RollUp = RouteAnswer<typeof routes.assignmentRollUp>;

/** The key of a row, as cursors carry it. */
export const rowKey = z.tuple([z.int(), z.string().max(500), z.uuid()]);
export const keyOf = ({ n, s, taskId }: TeamRow): z.input<typeof rowKey> => [n, s, taskId];
const pages = pagesOf('assignmentTasks', rowKey);

/** The board of one order: its sums by commune, and its teams page by page. */
@Injectable()
export class ReadProgress {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly rows: TeamRowQueries,
    private readonly status: DeliveryStatusQueries,
    private readonly tasks: TasksApi,
    private readonly clock: Clock,
  ) {}

  async teams(actor: Actor, assignmentId: string, query: RouteQuery<typeof routes.assignmentTasks>): Promise<Page> {
    const { unitIds } = await this.place.open(actor, 'assignment.read', assignmentId);
    const { communeId, show, q, sort, desc, limit } = query;
    const asked = { assignmentId, ...query };
    const after: RowKey | null = pages.after(asked);
    const rows = await this.rows.board(
      { assignmentId, unitIds, communeId },
      { show, q: q || undefined, sort, desc, after, limit: limit + 1 },
    );
    const { items, nextCursor } = pages.cut(asked, rows, keyOf);
    const tasks = new Map(
      (await this.tasks.teamTasks(items.map(({ taskId }) => taskId))).map((row) => [row.taskId, row]),
    );
    return {
      items: items.flatMap((row) => {
        const task = tasks.get(row.taskId);
        return task ? [{ ...task, ...factsOf(row) }] : [];
      }),
      total: rows[0]?.total ?? 0,
      nextCursor,
    };
  }

  /** By the communes of today, or of the day on which the order was issued: everything is in one of the two trees. */
  async rollUp(
    actor: Actor,
    assignmentId: string,
    { units }: RouteQuery<typeof routes.assignmentRollUp>,
  ): Promise<RollUp> {
    const { order, unitIds } = await this.place.open(actor, 'assignment.read', assignmentId);
    const day = units === 'then' ? this.clock.dayOf(order.issuedAt) : this.clock.today();
    const [communes, sums] = await Promise.all([
      this.tasks.rollUp(assignmentId, unitIds, day),
      this.status.sums({ assignmentId, unitIds, day }),
    ]);
    return communes.map((row) => {
      // A team that was released counts nowhere.
      const counts = (shown: string) => shown !== 'cancelled' || order.cancelledAt !== null;
      const own = sums.filter(({ communeId, shown }) => communeId === row.commune.id && counts(shown));
      const { reached, seen } = funnelOf(own);
      return { ...row, told: reached, seen };
    });
  }
}

function factsOf(row: TeamRow): Facts {
  return {
    shown: row.shown,
    since: row.since.toISOString(),
    reachedAt: row.reachedAt?.toISOString() ?? null,
    seenAt: row.seenAt?.toISOString() ?? null,
    via: routeOf(row),
    remindedAt: row.remindedAt?.toISOString() ?? null,
    calledAt: row.toldAt?.toISOString() ?? null,
    busyUntil: row.busyUntil,
  };
}

/** By what the team heard, or would: none without a session and without an address. */
export function routeOf({ fetched, channel, hasSession }: TeamRow): NonNullable<Facts['via']> {
  if (fetched) return 'inbox';
  return (channel as Facts['via']) ?? (hasSession ? 'inbox' : 'none');
}
