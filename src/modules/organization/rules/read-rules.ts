import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { ruleKinds } from '#contracts/organization/rule-kinds';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Scope } from '../scope.ts';
import { RuleAccess } from './rule-access.ts';
import { spanOn } from './timeline.ts';
import { UnitRules } from './unit-rules.ts';

/** Older ones are in the trail. */
const MOST = 60;

@Injectable()
export class ReadRules {
  constructor(
    private readonly scope: Scope,
    private readonly access: RuleAccess,
    private readonly rules: UnitRules,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { at = this.clock.today() }: RouteQuery<typeof routes.datedRules>,
  ): Promise<RouteAnswer<typeof routes.datedRules>> {
    await this.scope.require(actor, 'unit.read', { unitId });
    const [settable, spans] = await Promise.all([
      this.access.settable(actor, ruleKinds, unitId),
      this.rules.of(unitId, ruleKinds),
    ]);
    return ruleKinds.map((kind) => {
      const all = spans.get(kind) ?? [];
      return {
        kind,
        maySet: settable.has(kind),
        now: spanOn(all, at) ?? null,
        next: all.find(({ from }) => from > at) ?? null,
        spans: all.toReversed().slice(0, MOST),
      };
    });
  }
}
