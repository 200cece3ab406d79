import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { OrganizationApi } from '../organization.api.ts';
import { ruleErrors } from '../organization.errors.ts';
import { ruleSet } from '../organization.events.ts';
import { RuleAccess } from './rule-access.ts';
import { RuleRegistry } from './rule-registry.ts';
import { RuleDays } from './rule-days.ts';

/** A rule of a unit from a day on, by its directive. The one before it ends the day before. */
@Injectable()
export class SetRule {
  constructor(
    private readonly database: Database,
    private readonly access: RuleAccess,
    private readonly registry: RuleRegistry,
    private readonly days: RuleDays,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
  ) {}

  /** @throws rules.notOfHamlets, rules.notProvince, and what `write` refuses */
  async execute(
    actor: Actor,
    unitId: string,
    input: RouteBody<typeof routes.setDatedRule>,
  ): Promise<RouteAnswer<typeof routes.setDatedRule>> {
    await this.access.require(actor, input.value.kind, unitId);
    await this.write(actor, unitId, input);
    return { kind: input.value.kind, from: input.from };
  }

  /** Whoever asks has checked the actor's right. @throws rules.directiveUnknown, rules.laterRule, and what speaks against the day */
  async write(
    actor: Actor,
    unitId: string,
    { value, from, directiveId }: RouteBody<typeof routes.setDatedRule>,
  ): Promise<void> {
    const { kind } = value;
    await this.days.check(unitId, value, from);
    const directive = await this.organization.directive(directiveId);
    if (!directive || !(await this.organization.bindsUnit(directiveId, unitId)))
      throw ruleErrors.directiveUnknown({ path: 'directiveId' });
    const { citation } = directive;
    const keeper = this.registry.keeper(kind);
    await this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      await this.days.refuseLater(unitId, value, from);
      await keeper.cut(tx, unitId, from);
      await keeper.begin(tx, { unitId, from, directiveId, citation, value, personId: actor.personId });
      await this.outbox.append(tx, ruleSet({ unitId, kind }, { unitId, changes: { ...value, from } }), actor);
    });
  }
}
