import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { TeamPlaceQueries } from '../task/team-place.queries.ts';
import { FollowUpQueries } from './follow-up.queries.ts';

/** What a team still asks about, for the office that confirms its results. */
@Injectable()
export class ReadTeamFollowUps {
  constructor(
    private readonly scope: Scope,
    private readonly places: TeamPlaceQueries,
    private readonly followUps: FollowUpQueries,
  ) {}

  async execute(actor: Actor, teamId: string): Promise<RouteAnswer<typeof routes.teamFollowUps>> {
    const { unitId } = await this.places.of(teamId, actor);
    await this.scope.require(actor, 'result.confirm', { unitId, teamId });
    return this.followUps.ofTeam(teamId, actor);
  }
}
