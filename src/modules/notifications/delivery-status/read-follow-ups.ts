import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import { TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { DeliveryStatusQueries, type SilentTeam } from './delivery-status.queries.ts';

/** Orders looked after at a time, and teams named of each. */
const ORDERS = 12;
const NAMED = 4;
const DAY_MS = 86_400_000;

/** What the newest running orders of a unit need today. */
@Injectable()
export class ReadFollowUps {
  constructor(
    private readonly scope: Scope,
    private readonly tasks: TasksApi,
    private readonly queries: DeliveryStatusQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.followUps>> {
    await this.scope.require(actor, 'assignment.read', { unitId });
    const ids = await this.tasks.runningOrders(unitId, ORDERS);
    const dayAgo = new Date(this.clock.now().getTime() - DAY_MS);
    const answers = await this.tasks.answersWanted(ids, unitId, NAMED);
    // One after the other: twelve at once would hold every connection of the process.
    const silent: SilentTeam[][] = [];
    for (const assignmentId of ids)
      silent.push(await this.queries.silent({ assignmentId, unitIds: [unitId] }, dayAgo, NAMED));
    return ids.map((assignmentId, index) => {
      const wanted = (kind: 'declined' | 'asking') => {
        const row = answers.find((one) => one.assignmentId === assignmentId && one.kind === kind);
        return { teams: row?.teams ?? 0, first: row?.first ?? [] };
      };
      const rows = silent[index] ?? [];
      return {
        assignmentId,
        silent: {
          teams: rows[0]?.total ?? 0,
          first: rows.map(({ name, since }) => ({ name, since: since.toISOString() })),
        },
        declined: wanted('declined'),
        asking: wanted('asking'),
      };
    });
  }
}
