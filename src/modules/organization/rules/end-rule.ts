import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { OrganizationApi } from '../organization.api.ts';
import { ruleErrors } from '../organization.errors.ts';
import { ruleEnded, ruleTakenBack } from '../organization.events.ts';
import { RuleAccess } from './rule-access.ts';
import { type KeptRule, RuleRegistry } from './rule-registry.ts';

/** A rule of a unit ends with a day, or is taken back before its day has come. Days that are over keep theirs. */
@Injectable()
export class EndRule {
  constructor(
    private readonly database: Database,
    private readonly access: RuleAccess,
    private readonly registry: RuleRegistry,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws rules.notFound, rules.begun */
  async takeBack(
    actor: Actor,
    unitId: string,
    { kind, from }: RouteBody<typeof routes.takeBackDatedRule>,
  ): Promise<RouteAnswer<typeof routes.takeBackDatedRule>> {
    await this.access.require(actor, kind, unitId);
    await this.database.tx(async (tx) => {
      await this.locked(tx, unitId, kind, from);
      if (from <= this.clock.today()) throw ruleErrors.begun();
      await this.registry.keeper(kind).drop(tx, unitId, from);
      await this.outbox.append(tx, ruleTakenBack({ unitId, kind }, { unitId, changes: { from } }), actor);
    });
    return { kind, from };
  }

  /** @throws rules.notFound, rules.ended, rules.endBeforeBegin, rules.lastDayPast */
  async end(
    actor: Actor,
    unitId: string,
    { kind, from, lastDay }: RouteBody<typeof routes.endDatedRule>,
  ): Promise<RouteAnswer<typeof routes.endDatedRule>> {
    await this.access.require(actor, kind, unitId);
    const yesterday = addDays(this.clock.today(), -1);
    if (lastDay < from) throw ruleErrors.endBeforeBegin({ path: 'lastDay', day: from });
    if (lastDay < yesterday) throw ruleErrors.lastDayPast({ path: 'lastDay', day: yesterday });
    await this.database.tx(async (tx) => {
      const { until } = await this.locked(tx, unitId, kind, from);
      if (until !== null && until <= lastDay) throw ruleErrors.ended({ path: 'lastDay', day: addDays(until, -1) });
      await this.registry.keeper(kind).cut(tx, unitId, addDays(lastDay, 1));
      await this.outbox.append(tx, ruleEnded({ unitId, kind }, { unitId, changes: { from, lastDay } }), actor);
    });
    return { kind, from };
  }

  private async locked(tx: Tx, unitId: string, kind: RuleKind, from: string): Promise<KeptRule> {
    await this.organization.lockUnit(tx, unitId);
    const rules = await this.registry.keeper(kind).of([unitId]);
    const rule = rules.find((one) => one.unitId === unitId && one.from === from);
    if (!rule) throw ruleErrors.notFound();
    return rule;
  }
}
