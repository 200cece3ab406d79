import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { FollowUpQueries } from '../../work/follow-ups/follow-up.queries.ts';
import { toCard } from './card.presenter.ts';
import { CardQueries } from './card.queries.ts';

/** A seal that nobody has opened for so long is no news any more. */
const CONFIRMATION_SHOWN_MS = 30 * 86_400_000;

/** "Việc của tôi": the work of all my teams. */
@Injectable()
export class ReadMyTasks {
  constructor(
    private readonly queries: CardQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly followUps: FollowUpQueries,
  ) {}

  async read(
    actor: Actor,
    { closed, limit }: RouteQuery<typeof routes.myTasks>,
  ): Promise<RouteAnswer<typeof routes.myTasks>> {
    const teamIds = this.scope.teamIds(actor, 'task.read');
    const reader = { personId: actor.personId, teamIds };
    const now = this.clock.now();
    const today = this.clock.today();
    const rows =
      teamIds.length === 0
        ? []
        : closed
          ? await this.queries.closedOf(reader, today, limit)
          : await this.queries.openOf(reader, today, new Date(now.getTime() - CONFIRMATION_SHOWN_MS), limit);
    return {
      tasks: rows.map((row) => toCard(row, actor)),
      asOf: now.toISOString(),
      ...(!closed && { followUps: await this.followUps.openFor(actor) }),
    };
  }
}
