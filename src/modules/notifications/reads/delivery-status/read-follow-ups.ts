import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import { TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { DeliveryStatusQueries, type UnansweredTeam } from './delivery-status.queries.ts';

/** Orders looked after at a time, and teams named of each. */
const ORDERS = 12;
const NAMED = 4;

/** What the newest running orders of a unit need today. */
@Injectable()
export class ReadFollowUps {
  constructor(
    private readonly scope: Scope,
    private readonly tasks: TasksApi,
    private readonly queries: DeliveryStatusQueries,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.followUps>> {
    await this.scope.require(actor, 'assignment.read', { unitId });
    const ids = await this.tasks.runningOrders(unitId, ORDERS);
    const answers = await this.tasks.answersWanted(ids, unitId, NAMED);
    // One after the other: twelve at once would hold every connection of the process.
    const unanswered: UnansweredTeam[][] = [];
    for (const assignmentId of ids)
      unanswered.push(await this.queries.unanswered({ assignmentId, unitIds: [unitId] }, NAMED));
    return ids.map((assignmentId, index) => {
      const wanted = (kind: 'declined' | 'asking') => {
        const row = answers.find((one) => one.assignmentId === assignmentId && one.kind === kind);
        return { teams: row?.teams ?? 0, first: row?.first ?? [] };
      };
      const rows = unanswered[index] ?? [];
      return {
        assignmentId,
        silent: namedOf(rows.filter(({ heard }) => heard)),
        undelivered: namedOf(rows.filter(({ heard }) => !heard)),
        declined: wanted('declined'),
        asking: wanted('asking'),
      };
    });
  }
}

const namedOf = (rows: readonly UnansweredTeam[]) => ({
  teams: rows[0]?.total ?? 0,
  first: rows.map(({ name, since }) => ({ name, since: since.toISOString() })),
});
