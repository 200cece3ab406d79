import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { MOST_DISSOLVED } from '#contracts/membership/endings';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { membershipErrors } from '../../../membership.errors.ts';
import { MatchTeams } from '../lists/match-teams.ts';

type Teams = RouteBody<typeof routes.dissolveTeams>['teams'];

/** Which teams of a list end by one decision, before as in the act. */
@Injectable()
export class ChooseToDissolve {
  constructor(
    private readonly scope: Scope,
    private readonly match: MatchTeams,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.tooManyAtOnce */
  async of(
    actor: Actor,
    unitId: string,
    { q, filter, only, except = [] }: Teams,
  ): Promise<{ id: string; name: string }[]> {
    await this.scope.require(actor, 'team.manage', { unitId });
    const chosen = await this.match.chosen(unitId, { q, filter }, { only, except });
    if (chosen.length > MOST_DISSOLVED) throw membershipErrors.tooManyAtOnce({ path: 'teams', most: MOST_DISSOLVED });
    return chosen.map(({ id, name }) => ({ id, name }));
  }

  /** What was open is settled on the day itself, and cannot come back. */
  canBeTakenBack(from: string): boolean {
    return from > this.clock.today();
  }
}
