import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Scope } from '#modules/organization';
import { FindClashes } from '../clashes/find-clashes.ts';

/** A plan's clashes while it is being typed. Writes nothing. */
@Injectable()
export class CheckSessionPlan {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clashes: FindClashes,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    plan: RouteBody<typeof trainingPlanRoutes.checkSessionPlan>,
  ): Promise<RouteAnswer<typeof trainingPlanRoutes.checkSessionPlan>> {
    await this.scope.require(actor, 'training.propose', { unitId: plan.communeId });
    if (Date.parse(plan.endsAt) <= Date.parse(plan.startsAt)) return { clashes: [], people: 0 };
    const [row] = await this.database.rows<{ people: number }>(
      sql`select count(distinct m.person_id)::int as people from team_members_at(${this.clock.today()}) m
        where m.team_id = any(${plan.teamIds})`,
    );
    const kept = plan.seatsPerTeam * new Set(plan.teamIds).size;
    const over =
      kept > plan.capacity
        ? [
            {
              kind: 'over_capacity' as const,
              weight: 'refused' as const,
              with: String(kept),
              sessionId: null,
              from: null,
              to: null,
            },
          ]
        : [];
    const found = await this.clashes.of(plan, plan.trainerId ?? actor.personId, plan.sessionId ?? null);
    return { clashes: [...over, ...found], people: row?.people ?? 0 };
  }
}
