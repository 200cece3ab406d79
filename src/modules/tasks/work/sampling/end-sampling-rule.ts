import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { rangeText, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { samplingErrors } from '../../tasks.errors.ts';
import { samplingRuleEnded } from '../../tasks.events.ts';
import { SamplingRule } from './sampling-rule.entity.ts';

/** After a day every result is looked at again. */
@Injectable()
export class EndSamplingRule {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Days that are over keep their rule: the last day can be yesterday at the earliest, so that it does not hold today.
   * @throws sampling.notFound, sampling.ended, sampling.lastDayPast
   */
  async execute(
    actor: Actor,
    ruleId: string,
    { lastDay }: RouteBody<typeof routes.endSamplingRule>,
  ): Promise<{ id: string }> {
    const rule = await this.database.manager.findOneBy(SamplingRule, { id: ruleId });
    if (!rule) throw samplingErrors.notFound();
    await this.scope.require(actor, 'sampling.manage', { unitId: rule.unitId });
    const yesterday = addDays(this.clock.today(), -1);
    if (lastDay < yesterday) throw samplingErrors.lastDayPast({ path: 'lastDay', day: yesterday });
    await this.database.tx(async (tx) => {
      const [now] = await rowsOf<{ from: string; isOver: boolean }>(
        tx,
        sql`select lower(validity)::text as from, coalesce(upper(validity) <= ${this.clock.today()}::date, false) as "isOver"
          from sampling_rules where id = ${ruleId} for update`,
      );
      if (!now) throw samplingErrors.notFound();
      if (now.isOver) throw samplingErrors.ended();
      if (lastDay < now.from) await tx.delete(SamplingRule, { id: ruleId });
      else await tx.update(SamplingRule, { id: ruleId }, { validity: rangeText(now.from, addDays(lastDay, 1)) });
      const changes = { lastDay };
      await this.outbox.append(tx, samplingRuleEnded({ ruleId }, { unitId: rule.unitId, changes }), actor);
    });
    return { id: ruleId };
  }
}
