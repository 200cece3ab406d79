import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { endedBy, OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { samplingErrors } from '../tasks.errors.ts';
import { samplingRuleSet } from '../tasks.events.ts';
import { SamplingRule } from './sampling-rule.entity.ts';

/** A day farther away is a slip of the hand, and would stand in the way of every earlier rule. */
const A_YEAR = 366;

/** From a day on, of a unit's small results only one in so many is looked at. */
@Injectable()
export class SetSamplingRule {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * What was confirmed before keeps the rule of its own day: it can begin today at the earliest.
   * @throws sampling.fromPast, sampling.fromTooFar, sampling.directiveUnknown, sampling.laterRule, sampling.notOfHamlets
   */
  async execute(
    actor: Actor,
    unitId: string,
    { below, oneIn, from, directiveId }: RouteBody<typeof routes.setSamplingRule>,
  ): Promise<{ id: string }> {
    await this.scope.require(actor, 'sampling.manage', { unitId });
    const unit = (await this.organization.unitRefs([unitId])).get(unitId);
    if (unit?.kind === 'hamlet') throw samplingErrors.notOfHamlets();
    this.checkFirstDay(from);
    if (!(await this.organization.bindsUnit(directiveId, unitId)))
      throw samplingErrors.directiveUnknown({ path: 'directiveId' });
    const id = v7();
    await this.database.tx(async (tx) => {
      // Two at once: the second one sees the rule of the first.
      await this.organization.lockUnit(tx, unitId);
      const [later] = await rowsOf<{ day: string }>(
        tx,
        sql`select lower(validity)::text as day from sampling_rules
          where unit_id = ${unitId} and lower(validity) >= ${from}::date order by lower(validity) limit 1`,
      );
      if (later) throw samplingErrors.laterRule({ path: 'from', day: later.day });
      await execute(tx, sql`update sampling_rules ${endedBy(unitId, from)}`);
      await tx.insert(SamplingRule, {
        id,
        unitId,
        below,
        oneIn,
        seed: randomUUID(),
        directiveId,
        setBy: actor.personId,
        setAt: this.clock.now(),
        validity: `[${from},)`,
      });
      await this.outbox.append(tx, samplingRuleSet({ ruleId: id }, { unitId, changes: { below, oneIn, from } }), actor);
    });
    return { id };
  }

  private checkFirstDay(from: string): void {
    const today = this.clock.today();
    const last = addDays(today, A_YEAR);
    if (from < today) throw samplingErrors.fromPast({ path: 'from', day: today });
    if (from > last) throw samplingErrors.fromTooFar({ path: 'from', day: last });
  }
}
