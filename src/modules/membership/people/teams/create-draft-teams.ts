import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OrganizationApi, rangeText, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { teamDrafted } from '../../membership.events.ts';
import type { Team } from './team.entity.ts';

/** One draft team for each hamlet below the unit that has neither a team nor a draft. */
@Injectable()
export class CreateDraftTeams {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many drafts were made; a second call makes none. */
  async execute(actor: Actor, unitId: string, { from }: { from: string }): Promise<number> {
    if (!(await this.organization.unitRef(unitId, from))) throw platformErrors.notFound();
    await this.scope.require(actor, 'team.manage', { unitId });
    const hamlets = await this.organization.hamletsOf(unitId, from);
    return this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      const fromThen = rangeText(from);
      const made = await rowsOf<Pick<Team, 'id' | 'unitId'>>(
        tx,
        sql`insert into teams (id, unit_id, status, validity, created_at)
         select n.id, n.unit_id, 'draft', ${fromThen}::daterange, ${this.clock.now()}
           from unnest(${hamlets.map(() => v7())}::uuid[], ${hamlets.map(({ id }) => id)}::uuid[]) as n(id, unit_id)
          where not exists (select 1 from teams t where t.unit_id = n.unit_id
            and (t.status = 'draft' or t.validity && ${fromThen}::daterange))
         returning id, unit_id as "unitId"`,
      );
      for (const team of made)
        await this.outbox.append(tx, teamDrafted({ teamId: team.id }, { unitId: team.unitId }), actor);
      return made.length;
    });
  }
}
