import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { titleOf } from '../../../people/people/titles.ts';
import { PeopleQueries } from '../../../people/people/people.queries.ts';
import { TeamQueries } from '../../../people/teams/team.queries.ts';

/** As much of a person as is needed to answer "Có đúng là bác không?". */
export interface ClaimedPerson {
  id: string;
  fullName: string;
  roleTitle: string;
  teamName: string | null;
  /** Of the commune, or of the officer's unit. */
  unitName: string;
}

@Injectable()
export class ClaimedPeople {
  constructor(
    private readonly people: PeopleQueries,
    private readonly teams: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async describe(personId: string): Promise<ClaimedPerson> {
    const today = this.clock.today();
    const [place] = await this.people.placesOf(personId, today);
    const [person] = await this.people.names([personId], today);
    const [team] = place?.teamId ? await this.teams.byId([place.teamId], today) : [];
    const unit =
      place && ((await this.organization.communeOf(place.unitId)) ?? (await this.organization.unitRef(place.unitId)));
    return {
      id: personId,
      fullName: person?.fullName ?? '',
      roleTitle: titleOf(place?.role ?? 'member', person?.position ?? null),
      teamName: team?.name ?? null,
      unitName: unit?.fullName ?? '',
    };
  }
}
