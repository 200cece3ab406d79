import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { OrganizationApi, rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../../membership.errors.ts';
import { teamRevived } from '../../../membership.events.ts';
import { recordDecision } from '../decisions/decisions.ts';
import { refusing } from '../team-constraints.ts';
import { Team } from '../team.entity.ts';
import { TeamAccess, type TeamPlace } from '../team-access.ts';
import { BringBack } from './bring-back.ts';

type Input = RouteBody<typeof routes.reviveTeam>;

/**
 * A dissolved team is set up again by a decision, from a day on. It is a new team that knows the earlier one: between its end
 * and that day nobody was in a team, and no list of those days may say otherwise.
 */
@Injectable()
export class ReviveTeam {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly organization: OrganizationApi,
    private readonly people: BringBack,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns the new team @throws membership.notDissolved, revivedAlready, beforeStart, unitEnded, composition, hamletHasTeam */
  async execute(actor: Actor, teamId: string, { from, memberIds, knowsOfGaps, ...decision }: Input): Promise<string> {
    await this.places.require(actor, 'team.manage', teamId);
    return this.database.tx(async (tx) => {
      const earlier = await this.places.lock(tx, teamId);
      await this.check(tx, earlier, from);
      const id = v7();
      const team = { ...earlier, id, status: 'active' as const, validity: { from, to: null } };
      await this.people.check(earlier, { memberIds, signedOn: decision.signedOn, knowsOfGaps });
      await refusing(tx, { unitId: team.unitId, on: from, path: 'from' }, (inner) =>
        inner.insert(Team, {
          id,
          unitId: team.unitId,
          status: 'active',
          validity: rangeText(from),
          createdAt: this.clock.now(),
          revivedFromId: teamId,
        }),
      );
      await recordDecision(tx, this.clock, { kind: 'establish', teamId: id }, decision);
      await this.people.join(tx, actor, { team, earlier, memberIds });
      await this.outbox.append(
        tx,
        teamRevived({ teamId: id, earlierId: teamId }, { unitId: team.unitId, changes: { status: 'active', from } }),
        actor,
      );
      return id;
    });
  }

  private async check(tx: Tx, { id, unitId, status, validity }: TeamPlace, from: string): Promise<void> {
    if (status !== 'dissolved' || validity.to === null || validity.to > this.clock.today())
      throw membershipErrors.notDissolved();
    if (from < validity.to) throw membershipErrors.beforeStart({ path: 'from', start: validity.to });
    if (!(await this.organization.unitRef(unitId, from))) throw membershipErrors.unitEnded({ path: 'from' });
    const [next] = await rowsOf<{ id: string }>(tx, sql`select id from teams where revived_from_id = ${id}`);
    if (next) throw membershipErrors.revivedAlready({ teamId: next.id });
  }
}
