import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { gapsOf, type Seat } from '../../composition.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { toSeat } from '../team.presenter.ts';
import { TeamQueries } from '../team.queries.ts';

interface Starting {
  id: string;
  unitId: string;
  /** Who will be in it; those of today when absent. */
  seats?: readonly Seat[];
}

/**
 * A team is set up by the rules of the day of signature. What was signed is a fact and can be recorded all the same, by
 * somebody who has seen what the team lacks.
 */
@Injectable()
export class CheckComposition {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly queries: TeamQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @param seen teams of which the officer knows that they lack somebody
   * @returns the rules that each team misses
   * @throws membership.composition with the names of the others
   */
  async execute(
    teams: readonly Starting[],
    signedOn: string,
    seen: readonly string[],
  ): Promise<ReadonlyMap<string, string[]>> {
    const today = this.clock.today();
    const ids = teams.map(({ id }) => id);
    const [rules, members] = await Promise.all([
      this.organization.rulesOf(
        'team',
        teams.map(({ unitId }) => unitId),
        signedOn,
      ),
      this.queries.members(ids, today, this.clock.now()),
    ]);
    const lacking = new Map<string, string[]>();
    for (const { id, unitId, seats } of teams) {
      const inside = seats ?? members.filter(({ teamId }) => teamId === id).map(toSeat);
      const gaps = gapsOf(rules.get(unitId) ?? [], inside);
      if (gaps.length > 0) lacking.set(id, [...new Set(gaps.map(({ rule }) => rule))]);
    }
    const unseen = [...lacking.keys()].filter((id) => !seen.includes(id));
    if (unseen.length > 0) {
      const names = (await this.queries.byId(unseen, today)).map(({ name }) => name).join(', ');
      throw membershipErrors.composition({ path: 'knowsOfGaps', teams: unseen, names });
    }
    return lacking;
  }
}
