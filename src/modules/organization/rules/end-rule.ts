import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ruleErrors } from '../organization.errors.ts';
import { ruleEnded, ruleLoosened } from '../organization.events.ts';
import { RuleAccess } from './rule-access.ts';
import { RuleDays } from './rule-days.ts';
import { RuleRegistry } from '../dated-rules/rule-registry.ts';

/** A rule of a unit ends with a day. Days that are over keep theirs. */
@Injectable()
export class EndRule {
  constructor(
    private readonly database: Database,
    private readonly access: RuleAccess,
    private readonly registry: RuleRegistry,
    private readonly days: RuleDays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws rules.notFound, ended, endBeforeBegin, lastDayPast, looserFromTomorrow */
  async execute(
    actor: Actor,
    unitId: string,
    { kind, from, lastDay }: RouteBody<typeof routes.endDatedRule>,
  ): Promise<RouteAnswer<typeof routes.endDatedRule>> {
    await this.access.require(actor, kind, unitId);
    const yesterday = addDays(this.clock.today(), -1);
    if (lastDay < from) throw ruleErrors.endBeforeBegin({ path: 'lastDay', day: from });
    if (lastDay < yesterday) throw ruleErrors.lastDayPast({ path: 'lastDay', day: yesterday });
    const isLooser = await this.days.checkEnd(unitId, kind, lastDay);
    await this.database.tx(async (tx) => {
      const { until } = await this.days.locked(tx, unitId, kind, from);
      if (until !== null && until <= lastDay) throw ruleErrors.ended({ path: 'lastDay', day: addDays(until, -1) });
      await this.registry.keeper(kind).cut(tx, unitId, addDays(lastDay, 1));
      await this.outbox.append(tx, ruleEnded({ unitId, kind }, { unitId, changes: { from, lastDay } }), actor);
      if (isLooser)
        await this.outbox.append(tx, ruleLoosened({ unitId, kind, from: addDays(lastDay, 1) }, { unitId }), actor);
    });
    return { kind, from };
  }
}
