import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { pastRuleKinds, type RuleKind } from '#contracts/organization/rule-kinds';
import { bindingRuleKinds, bindsByItself, isLooser } from '#contracts/organization/rule-strictness';
import { addDays } from '#contracts/reporting/periods';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { OrganizationApi } from '../organization.api.ts';
import { ruleErrors } from '../organization.errors.ts';
import { type KeptRule, RuleRegistry, type RuleValue } from '../dated-rules/rule-registry.ts';
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

  /** @throws rules.fromPast, fromTooFar, notPeriodStart, looserThanAbove, looserFromTomorrow; else what held on the day without the new rule */
  async check(unitId: string, value: RuleValue, from: string): Promise<RuleSpan | undefined> {
    const today = this.clock.today();
    if (from < today && !pastRuleKinds.has(value.kind)) throw ruleErrors.fromPast({ path: 'from', day: today });
    const last = addDays(today, A_YEAR);
    if (from > last) throw ruleErrors.fromTooFar({ path: 'from', day: last });
    const held = spanOn((await this.rules.of(unitId, [value.kind])).get(value.kind) ?? [], from);
    if (bindingRuleKinds.has(value.kind)) await this.checkBound(unitId, value, from, held);
    if (value.kind === 'period' && held?.value.kind === 'period') this.checkWindow(value, held.value, from);
    return held;
  }

  /**
   * What holds after a rule of the unit has ended comes from above, or is nothing.
   * @returns whether that is looser. @throws rules.looserFromTomorrow
   */
  async checkEnd(unitId: string, kind: RuleKind, lastDay: string): Promise<boolean> {
    if (!bindingRuleKinds.has(kind)) return false;
    const from = addDays(lastDay, 1);
    const held = spanOn((await this.rules.of(unitId, [kind])).get(kind) ?? [], lastDay);
    const after = (await this.rulesAbove(unitId, kind)).find(
      (rule) => rule.from <= from && (rule.until === null || rule.until > from),
    );
    const asked = { unitId, value: after?.value ?? null, held };
    this.refuseLooserToday({ ...asked, from, path: 'lastDay' });
    return isLoosening(asked);
  }

  /** Of the units above, the nearest first. */
  private async rulesAbove(unitId: string, kind: RuleKind): Promise<KeptRule[]> {
    const above = (await this.organization.ancestors(unitId)).flatMap(({ id }) => (id === unitId ? [] : [id]));
    const rules = (await this.registry.keeper(kind).of(above)).filter((rule) => rule.unitId !== null);
    return rules.toSorted((a, b) => above.indexOf(b.unitId ?? '') - above.indexOf(a.unitId ?? ''));
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

  /** From above it may be tightened, never loosened; what the unit has laid down itself is looser from the next day on. */
  private async checkBound(unitId: string, value: RuleValue, from: string, held?: RuleSpan): Promise<void> {
    const bound = (await this.rulesAbove(unitId, value.kind)).find(
      (rule) => (rule.until === null || rule.until > from) && isLooser(value, rule.value),
    );
    if (bound) {
      const unit = await this.organization.unitRef(bound.unitId ?? '');
      throw ruleErrors.looserThanAbove({ path: 'value', unit: unit?.fullName ?? '', from: bound.from });
    }
    this.refuseLooserToday({ unitId, value, held, from, path: 'from' });
  }

  /** @throws rules.looserFromTomorrow for what would be let through today that the unit's own rule stops */
  refuseLooserToday({
    unitId,
    value,
    held,
    from,
    path,
  }: {
    unitId: string;
    value: RuleValue | null;
    held: RuleSpan | undefined;
    from: string;
    path: string;
  }): void {
    const today = this.clock.today();
    if (from > today || pastRuleKinds.has(held?.value.kind ?? 'period')) return;
    if (isLoosening({ unitId, value, held })) throw ruleErrors.looserFromTomorrow({ path, day: addDays(today, 1) });
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

/** Whether the unit's own rule stops what would be let through by what comes after it; null: nothing comes. */
export const isLoosening = ({
  unitId,
  value,
  held,
}: {
  unitId: string;
  value: RuleValue | null;
  held: RuleSpan | undefined;
}): boolean => held?.unit?.id === unitId && (value === null ? bindsByItself(held.value) : isLooser(value, held.value));

export const isSame = (a: RuleSpan['value'], b: RuleSpan['value'] | undefined): boolean =>
  isDeepStrictEqual({ ...a }, { ...b });
