import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { type Gap, gapsOf, type Seat } from '../../../composition.ts';
import { membershipErrors } from '../../../membership.errors.ts';
import { toSeat } from '../team.presenter.ts';
import { TeamQueries } from '../team.queries.ts';

export interface Starting {
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
   * @returns what each team lacks
   * @throws membership.composition with the names of the others
   */
  async execute(
    teams: readonly Starting[],
    signedOn: string,
    seen: readonly string[],
  ): Promise<ReadonlyMap<string, Gap[]>> {
    const lacking = await this.lacking(teams, signedOn);
    const unseen = [...lacking.keys()].filter((id) => !seen.includes(id));
    if (unseen.length > 0) {
      const names = (await this.queries.byId(unseen, this.clock.today())).map(({ name }) => name).join(', ');
      throw membershipErrors.composition({ path: 'knowsOfGaps', teams: unseen, names });
    }
    return lacking;
  }

  /** Those of the teams that miss a rule, each with what it lacks. @param within all of them stand in this unit: one reading of rules */
  async lacking(teams: readonly Starting[], signedOn: string, within?: string): Promise<ReadonlyMap<string, Gap[]>> {
    const unitIds = teams.map(({ unitId }) => unitId);
    const asked = teams.filter(({ seats }) => !seats).map(({ id }) => id);
    const [rules, members] = await Promise.all([
      within ? this.organization.rulesWithin('team', within, signedOn) : this.rulesOf(unitIds, signedOn),
      asked.length === 0 ? [] : this.queries.members(asked, this.clock.today(), this.clock.now()),
    ]);
    const lacking = new Map<string, Gap[]>();
    for (const { id, unitId, seats } of teams) {
      const inside = seats ?? members.filter(({ teamId }) => teamId === id).map(toSeat);
      const gaps = gapsOf(rules(unitId), inside);
      if (gaps.length > 0) lacking.set(id, gaps);
    }
    return lacking;
  }

  private async rulesOf(unitIds: readonly string[], signedOn: string) {
    const rules = await this.organization.rulesOf('team', unitIds, signedOn);
    return (unitId: string) => rules.get(unitId) ?? [];
  }
}
