import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts/enums';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { titleOf } from '../people/titles.ts';
import { PeopleQueries } from '../people/people.queries.ts';
import { TeamQueries } from '../teams/team.queries.ts';
import type { SearchHit } from './search-sources.ts';

@Injectable()
export class TeamsAndPeople {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly teams: TeamQueries,
    private readonly people: PeopleQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Teams as of the day; people are those of today, whatever the day. */
  async find(actor: Actor, q: string, most: number, at = this.clock.today()): Promise<SearchHit[]> {
    const today = this.clock.today();
    const unitIds = this.scope.unitIds(actor, 'team.read');
    const teamIds = this.scope.teamIds(actor, 'team.read');
    const [teams, people] = await Promise.all([
      this.teams.search(q, at < today ? await this.scope.withPast(unitIds) : unitIds, teamIds, at, most),
      this.people.search(q, unitIds, teamIds, today, most),
    ]);
    const [then, now] = await Promise.all([
      this.organization.unitRefs(
        teams.flatMap((team) => team.communeId ?? []),
        at,
      ),
      this.organization.unitRefs(people.map((person) => person.unitId)),
    ]);
    return [
      ...teams.map((team) => ({
        kind: 'team' as const,
        id: team.id,
        label: `Tổ ${team.name}`,
        context: then.get(team.communeId ?? '')?.fullName ?? '',
      })),
      ...people.map(({ id, fullName, role, title, unitId, teamId }) => ({
        kind: 'person' as const,
        id,
        label: fullName,
        context: [titleOf(role as Role, title), now.get(unitId)?.fullName].filter(Boolean).join(', '),
        ...(teamId && { teamId }),
      })),
    ];
  }
}
