import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, raw, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../../membership.errors.ts';
import { teamDissolved } from '../../../membership.events.ts';
import { recordDecision } from '../decisions/decisions.ts';
import { TellEndedMemberships } from '../members/tell-ended-memberships.ts';
import { TeamEndings } from './team-endings.ts';
import { TeamAccess } from '../team-access.ts';

/** A decision ends the team from a day on: its memberships and supports end with it, its open work goes where was decided, its history stays. */
@Injectable()
export class DissolveTeam {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly endedMemberships: TellEndedMemberships,
    private readonly endings: TeamEndings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives the decision's id. @throws membership.openWork, membership.heirNotActive, membership.beforeStart */
  async execute(
    actor: Actor,
    teamId: string,
    { from, openWork, ...decision }: RouteBody<typeof routes.dissolveTeam>,
  ): Promise<string> {
    await this.places.require(actor, 'team.manage', teamId);
    return this.database.tx(async (tx) => {
      const team = await this.places.lock(tx, teamId);
      if (team.status === 'dissolved') throw membershipErrors.teamDissolved();
      if (from <= team.validity.from) throw membershipErrors.beforeStart({ path: 'from', start: team.validity.from });
      const decisionId = await recordDecision(tx, this.clock, { kind: 'dissolve', teamId }, decision);
      await execute(
        tx,
        sql`update teams set status = 'dissolved', validity = daterange(lower(validity), ${from}::date) where id = ${teamId}`,
      );
      await this.endings.settle(tx, actor, { team, from, answer: openWork, otherwise: decision.number });
      for (const table of ['team_members', 'supporters'] as const) {
        await execute(
          tx,
          sql`delete from ${raw(table)} where team_id = ${teamId} and lower(validity) >= ${from}::date`,
        );
        await execute(
          tx,
          sql`update ${raw(table)} set validity = validity * daterange(null, ${from}::date) where team_id = ${teamId}
            and validity @> ${from}::date`,
        );
      }
      await this.endedMemberships.tell(tx, actor);
      await this.outbox.append(
        tx,
        teamDissolved({ teamId }, { unitId: team.unitId, changes: { status: 'dissolved', from } }),
        actor,
      );
      return decisionId;
    });
  }
}
