import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { membershipErrors } from '../../../membership.errors.ts';
import { TeamAccess, type TeamPlace } from '../team-access.ts';
import { ActivateTeams } from './activate-teams.ts';
import { CheckComposition } from './check-composition.ts';

type Input = Omit<RouteBody<typeof routes.attachDecisionToTeams>, 'teamIds'>;

/** The commune's decision makes draft teams active ones, from the day of the signature: one, or all that it names. */
@Injectable()
export class AttachDecision {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly composition: CheckComposition,
    private readonly activateTeams: ActivateTeams,
  ) {}

  /** All or none. @throws membership.composition, alreadyActive, teamDissolved, hamletHasTeam, decisionInFuture */
  async execute(
    actor: Actor,
    teamIds: readonly string[],
    { knowsOfGaps, number, signedOn, signer }: Input,
  ): Promise<void> {
    // In one order, so that two officers with the same teams wait for each other.
    const ids = [...new Set(teamIds)].sort();
    for (const id of ids) await this.places.require(actor, 'team.manage', id);
    await this.database.tx(async (tx) => {
      const teams: TeamPlace[] = [];
      for (const id of ids) teams.push(await this.draft(tx, id));
      const lacking = await this.composition.execute(teams, signedOn, knowsOfGaps);
      const decision = { number, signedOn, signer };
      await this.activateTeams.execute(tx, actor, teams, { decision, from: signedOn, lacking });
    });
  }

  private async draft(tx: Tx, teamId: string): Promise<TeamPlace> {
    const team = await this.places.lock(tx, teamId);
    if (team.status === 'dissolved') throw membershipErrors.teamDissolved();
    if (team.status === 'active') throw membershipErrors.alreadyActive();
    return team;
  }
}
