import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { TeamQueries } from '../teams/team.queries.ts';
import { titleOf } from '../access/titles.ts';
import type { Role } from '#contracts/enums';
import { PeopleQueries } from './people.queries.ts';

type Hits = RouteAnswer<typeof routes.search>;
const MOST_OF_A_KIND = 8;

/** Units, teams and people of the reader's places; marks need not be typed, former names lead to what came after. */
@Injectable()
export class Search {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly teams: TeamQueries,
    private readonly people: PeopleQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, q: string): Promise<Hits> {
    const today = this.clock.today();
    const unitIds = this.scope.unitIds(actor, 'team.read');
    const teamIds = this.scope.teamIds(actor, 'team.read');
    const [units, teams, people] = await Promise.all([
      this.organization.search(
        actor.posts.map(({ unitId }) => unitId),
        q,
        MOST_OF_A_KIND,
      ),
      this.teams.search(q, unitIds, teamIds, today, MOST_OF_A_KIND),
      this.people.search(q, unitIds, teamIds, today, MOST_OF_A_KIND),
    ]);
    const refs = await this.organization.unitRefs([
      ...teams.flatMap((team) => team.communeId ?? []),
      ...people.map((person) => person.unitId),
    ]);
    return [
      ...units.map(({ unit, ended, successors }) => ({
        kind: 'unit' as const,
        id: unit.id,
        label: ended ? `${unit.fullName} (cũ)` : unit.fullName,
        context: successors.map(({ fullName }) => fullName).join(', '),
      })),
      ...teams.map((team) => ({
        kind: 'team' as const,
        id: team.id,
        label: `Tổ ${team.name}`,
        context: refs.get(team.communeId ?? '')?.fullName ?? '',
      })),
      ...people.map((person) => ({
        kind: 'person' as const,
        id: person.id,
        label: person.fullName,
        context: [titleOf(person.role as Role, person.title), refs.get(person.unitId)?.fullName]
          .filter(Boolean)
          .join(', '),
      })),
    ];
  }
}
