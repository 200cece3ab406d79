import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { teamActivated } from '../../membership.events.ts';
import { refusing } from '../team-constraints.ts';
import { TeamAccess, type TeamPlace } from '../team-access.ts';
import { CheckComposition } from './check-composition.ts';
import { type DecisionData, recordDecision } from './decisions.ts';
import { DecisionScans } from './decision-scans.ts';

type Input = RouteBody<typeof routes.attachDecision>;

/** The commune's decision makes draft teams active ones, from the day of the signature: one, or all that it names. */
@Injectable()
export class AttachDecision {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly composition: CheckComposition,
    private readonly scans: DecisionScans,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
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
      for (const team of teams) await this.activate(tx, team, { number, signedOn, signer });
      const lacking = await this.composition.execute(teams, signedOn, knowsOfGaps);
      for (const { id, unitId } of teams) {
        const changes = { status: 'active', from: signedOn, ...(lacking.has(id) && { lacking: lacking.get(id) }) };
        await this.outbox.append(tx, teamActivated({ teamId: id }, { unitId, changes }), actor);
      }
    });
  }

  private async draft(tx: Tx, teamId: string): Promise<TeamPlace> {
    const team = await this.places.lock(tx, teamId);
    if (team.status === 'dissolved') throw membershipErrors.teamDissolved();
    if (team.status === 'active') throw membershipErrors.alreadyActive();
    return team;
  }

  private async activate(tx: Tx, { id: teamId, unitId }: TeamPlace, decision: DecisionData): Promise<void> {
    const on = decision.signedOn;
    const decisionId = await recordDecision(tx, this.clock, { kind: 'establish', teamId }, decision);
    await refusing(tx, { unitId, on }, (inner) =>
      rowsOf(inner, sql`update teams set status = 'active', validity = ${rangeText(on)} where id = ${teamId}`),
    );
    await this.scans.inherit(tx, decisionId);
  }
}
