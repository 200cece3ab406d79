import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#i18n';
import { OrganizationApi, rangeText, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, sqlState, violation } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { committeeEstablished } from '../../membership.events.ts';
import { recordDecision } from '../../people/teams/decisions/decisions.ts';
import { SteeringCommittee } from './steering-committee.entity.ts';

/** A commune's steering committee for digital transformation, set up by decision. */
@Injectable()
export class CreateCommittee {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { from, lastDay, ...decision }: RouteBody<typeof routes.createCommittee>,
  ): Promise<void> {
    const unit = await this.organization.unitRef(unitId, from);
    if (!unit) throw platformErrors.notFound();
    await this.scope.require(actor, 'committee.manage', { unitId });
    if (unit.kind !== 'commune') throw membershipErrors.notACommune();
    if (lastDay && lastDay < from) throw membershipErrors.beforeStart({ path: 'lastDay', start: from });
    const id = v7();
    try {
      await this.database.tx(async (tx) => {
        // What a reform drafted becomes this one.
        await execute(tx, sql`delete from steering_committees where unit_id = ${unitId} and draft`);
        await tx.insert(SteeringCommittee, { id, unitId, validity: rangeText(from, lastDay && addDays(lastDay, 1)) });
        await recordDecision(tx, this.clock, { kind: 'establish', committeeId: id }, decision);
        await this.outbox.append(tx, committeeEstablished({ committeeId: id }, { unitId, changes: { from } }), actor);
      });
    } catch (error) {
      if (violation(error)?.state === sqlState.exclusion) throw membershipErrors.committeeExists();
      throw error;
    }
  }
}
