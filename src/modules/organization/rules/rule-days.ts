import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { pastRuleKinds, type RuleKind } from '#contracts/organization/rule-kinds';
import { addDays } from '#contracts/reporting/periods';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { OrganizationApi } from '../organization.api.ts';
import { ruleErrors } from '../organization.errors.ts';
import { type KeptRule, RuleRegistry, type RuleValue } from './rule-registry.ts';
import { spanOn } from './timeline.ts';
import { type RuleSpan, UnitRules } from './unit-rules.ts';

/** A day farther away is a slip of the hand, and would stand in the way of every earlier rule. */
const A_YEAR = 366;

/** On which day a rule may begin or be taken back, and which one is meant while nobody else changes the unit's. */
@Injectable()
export class RuleDays {
  constructor(
    private readonly registry: RuleRegistry,
    private readonly rules: UnitRules,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** @throws rules.fromPast, rules.fromTooFar, rules.notPeriodStart; else what held on the day without the new rule */
  async check(unitId: string, value: RuleValue, from: string): Promise<RuleSpan | undefined> {
    const today = this.clock.today();
    if (from < today && !pastRuleKinds.has(value.kind)) throw ruleErrors.fromPast({ path: 'from', day: today });
    const last = addDays(today, A_YEAR);
    if (from > last) throw ruleErrors.fromTooFar({ path: 'from', day: last });
    const held = spanOn((await this.rules.of(unitId, [value.kind])).get(value.kind) ?? [], from);
    if (value.kind === 'period' && held?.value.kind === 'period') this.checkWindow(value, held.value, from);
    return held;
  }

  /** Two at once: the second one sees the rule of the first. @throws rules.laterRule */
  async holdFor(tx: Tx, unitId: string, value: RuleValue, from: string): Promise<void> {
    await this.organization.lockUnit(tx, unitId);
    await this.refuseLater(unitId, value, from);
  }

  /** @throws rules.notFound */
  async locked(tx: Tx, unitId: string, kind: RuleKind, from: string): Promise<KeptRule> {
    await this.organization.lockUnit(tx, unitId);
    const rules = await this.registry.keeper(kind).of([unitId]);
    const rule = rules.find((one) => one.unitId === unitId && one.from === from);
    if (!rule) throw ruleErrors.notFound();
    return rule;
  }

  /** Of a directive that the unit may go by. @throws rules.directiveUnknown */
  async citation(directiveId: string, unitId: string): Promise<string> {
    const directive = await this.organization.directive(directiveId);
    if (!directive || !(await this.organization.bindsUnit(directiveId, unitId)))
      throw ruleErrors.directiveUnknown({ path: 'directiveId' });
    return directive.citation;
  }

  /** @throws rules.begun */
  refuseBegun(from: string): void {
    if (from <= this.clock.today()) throw ruleErrors.begun();
  }

  /** @throws rules.laterRule */
  async refuseLater(unitId: string, { kind }: RuleValue, from: string): Promise<void> {
    const rules = await this.registry.keeper(kind).of([unitId]);
    const later = rules.find((rule) => rule.unitId === unitId && rule.from >= from);
    if (later) throw ruleErrors.laterRule({ path: 'from', day: later.from });
  }

  /** Months that are cut otherwise follow on the last day of one: no day of work falls between two, or into both. */
  private checkWindow(
    next: Extract<RuleValue, { kind: 'period' }>,
    before: Extract<RuleValue, { kind: 'period' }>,
    from: string,
  ): void {
    if (next.windowStartDay === before.windowStartDay || Number(from.slice(8)) === before.windowStartDay) return;
    throw ruleErrors.notPeriodStart({ path: 'from', startDay: before.windowStartDay });
  }
}

export const isSame = (a: RuleSpan['value'], b: RuleSpan['value'] | undefined): boolean =>
  isDeepStrictEqual({ ...a }, { ...b });
