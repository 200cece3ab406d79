import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { TaskAccess } from '../work/task/task-access.ts';
import { TeamPlaceQueries } from '../work/task/team-place.queries.ts';

/** Where a difficulty of a team may be. Members read nothing else of other hamlets: names and no more. */
@Injectable()
export class DifficultyPlaces {
  constructor(
    private readonly access: TaskAccess,
    private readonly places: TeamPlaceQueries,
    private readonly organization: OrganizationApi,
  ) {}

  async execute(actor: Actor, teamId: string): Promise<RouteAnswer<typeof routes.difficultyPlaces>> {
    const place = await this.places.of(teamId, actor);
    await this.access.require(actor, 'difficulty.report', place);
    const hamlets = await this.organization.hamletsOf(place.communeId);
    return hamlets.toSorted((a, b) => comparePlaces(a.name, b.name));
  }
}
