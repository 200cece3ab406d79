import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { membershipErrors } from '../../../membership.errors.ts';
import { TeamQueries } from '../team.queries.ts';
import { AttachDecision } from './attach-decision.ts';

type Input = RouteBody<typeof routes.attachDecisionToTeams>;

/** One paper that names several teams of a commune. */
@Injectable()
export class AttachDecisionToTeams {
  constructor(
    private readonly scope: Scope,
    private readonly queries: TeamQueries,
    private readonly attaching: AttachDecision,
    private readonly clock: Clock,
  ) {}

  /** @returns how many teams are active by it @throws membership.teamNotFound for one that is not of the unit */
  async execute(actor: Actor, unitId: string, { teamIds, ...input }: Input): Promise<number> {
    await this.scope.require(actor, 'team.manage', { unitId });
    const ofUnit = new Set((await this.queries.under(unitId, this.clock.today())).map(({ id }) => id));
    if (teamIds.some((id) => !ofUnit.has(id))) throw membershipErrors.teamNotFound({ path: 'teamIds' });
    await this.attaching.execute(actor, teamIds, input);
    return new Set(teamIds).size;
  }
}
