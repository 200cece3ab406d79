import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ruleTakenBack } from '../organization.events.ts';
import { RuleAccess } from './rule-access.ts';
import { RuleAnnouncements } from './rule-announcements.ts';
import { RuleDays } from './rule-days.ts';
import { RuleRegistry } from '../dated-rules/rule-registry.ts';

/** A rule of a unit was never set: its day has not come. Who was told of it is told that it does not come. */
@Injectable()
export class TakeRuleBack {
  constructor(
    private readonly database: Database,
    private readonly access: RuleAccess,
    private readonly registry: RuleRegistry,
    private readonly days: RuleDays,
    private readonly announcements: RuleAnnouncements,
    private readonly outbox: Outbox,
  ) {}

  /** @throws rules.notFound, rules.begun */
  async execute(
    actor: Actor,
    unitId: string,
    { kind, from }: RouteBody<typeof routes.takeBackDatedRule>,
  ): Promise<RouteAnswer<typeof routes.takeBackDatedRule>> {
    await this.access.require(actor, kind, unitId);
    const told = await this.database.tx(async (tx) => {
      await this.days.locked(tx, unitId, kind, from);
      this.days.refuseBegun(from);
      await this.registry.keeper(kind).drop(tx, unitId, from);
      await this.outbox.append(tx, ruleTakenBack({ unitId, kind }, { unitId, changes: { from } }), actor);
      return this.announcements.callOff(tx, actor, unitId, kind, from);
    });
    return { kind, from, told };
  }
}
