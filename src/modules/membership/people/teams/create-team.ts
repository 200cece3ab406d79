import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OrganizationApi, rangeText, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { teamDrafted } from '../../membership.events.ts';
import { Team } from './team.entity.ts';
import { otherTeam } from './team-constraints.ts';

/** A draft team for a unit: nothing can be assigned to it until the establishing decision is attached. */
@Injectable()
export class CreateTeam {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, { from }: { from: string }): Promise<string> {
    if (!(await this.organization.unitRef(unitId, from))) throw platformErrors.notFound();
    await this.scope.require(actor, 'team.manage', { unitId });
    return this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      const other = await otherTeam(tx, unitId, from);
      if (other) throw membershipErrors.hamletHasTeam({ ...other });
      const drafts = await rowsOf(tx, sql`select 1 from teams where unit_id = ${unitId} and status = 'draft'`);
      if (drafts.length > 0) throw membershipErrors.draftExists();
      const id = v7();
      await tx.insert(Team, { id, unitId, status: 'draft', validity: rangeText(from), createdAt: this.clock.now() });
      await this.outbox.append(tx, teamDrafted({ teamId: id }, { unitId }), actor);
      return id;
    });
  }
}
