import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { OrganizationApi, Scope, SetRule } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { samplingErrors } from '../../tasks.errors.ts';

/** From a day on, of a unit's small results only one in so many is looked at. */
@Injectable()
export class SetSamplingRule {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly rules: SetRule,
  ) {}

  /** @throws sampling.notOfHamlets, and what speaks against a rule from that day by that directive */
  async execute(
    actor: Actor,
    unitId: string,
    { from, directiveId, ...sample }: RouteBody<typeof routes.setSamplingRule>,
  ): Promise<{ id: string }> {
    await this.scope.require(actor, 'sampling.manage', { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (unit?.kind === 'hamlet') throw samplingErrors.notOfHamlets();
    await this.rules.write(actor, unitId, { value: { kind: 'sampling', ...sample }, from, directiveId });
    const set = await this.database.one<{ id: string }>(
      sql`select id from sampling_rules where unit_id = ${unitId} and lower(validity) = ${from}::date`,
    );
    if (!set) throw samplingErrors.notFound();
    return { id: set.id };
  }
}
