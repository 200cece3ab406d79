import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { isLooser } from '#contracts/organization/rule-strictness';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { OrganizationApi } from '../organization.api.ts';
import { RuleAccess } from './rule-access.ts';
import { RuleAnnouncements } from './rule-announcements.ts';
import { type KeptRule, RuleRegistry } from '../dated-rules/rule-registry.ts';
import { isSame, RuleDays } from './rule-days.ts';

const FIRST = 4;

/** "Đổi gì, cho ai": whom a rule would touch, and who would be told. Counts only: nothing grows with the country but what is summed. */
@Injectable()
export class PreviewRule {
  constructor(
    private readonly access: RuleAccess,
    private readonly registry: RuleRegistry,
    private readonly days: RuleDays,
    private readonly announcements: RuleAnnouncements,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** @throws what speaks against the place or the day */
  async execute(
    actor: Actor,
    unitId: string,
    { value, from }: RouteBody<typeof routes.previewDatedRule>,
  ): Promise<RouteAnswer<typeof routes.previewDatedRule>> {
    await this.access.require(actor, value.kind, unitId);
    const held = (await this.days.check(unitId, value, from)) ?? null;
    await this.days.refuseLater(unitId, value, from);
    const today = this.clock.today();
    const own = (await this.registry.keeper(value.kind).below(unitId, from)).filter(
      (rule) => !isLooser(rule.value, value),
    );
    const apart = own.flatMap((rule) => rule.unitId ?? []);
    const place = { unitId, day: from > today ? from : today, value, apart };
    const [effects, hearers] = await Promise.all([
      this.registry.touched(place),
      this.announcements.hearers(place, from, actor),
    ]);
    return {
      at: this.clock.now().toISOString(),
      held,
      same: held !== null && isSame(value, held.value),
      effects,
      apart: { count: apart.length, first: await this.named(own.slice(0, FIRST)) },
      hearers,
    };
  }

  private async named(rules: readonly KeptRule[]) {
    const units = await this.organization.unitRefs(rules.flatMap(({ unitId }) => unitId ?? []));
    return rules.flatMap(({ unitId, value }) => {
      const unit = units.get(unitId ?? '');
      return unit ? [{ unit, value }] : [];
    });
  }
}
