import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { isTopKind, ownRuleKinds, type RuleKind } from '#contracts/organization/rule-kinds';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { OrganizationApi } from '../organization.api.ts';
import { ruleErrors } from '../organization.errors.ts';
import type { UnitRef } from '../units/unit.presenter.ts';
import { Scope } from '../scope.ts';

const rightOf = (kind: RuleKind): Action =>
  kind === 'allowance' ? 'allowance.manage' : ownRuleKinds.has(kind) ? 'rule.own' : 'rule.manage';

const isHeldBy = (kind: RuleKind, unit: UnitRef): boolean =>
  unit.kind !== 'hamlet' && (kind !== 'allowance' || unit.kind === 'province');

/** Who sets which rule where. */
@Injectable()
export class RuleAccess {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
  ) {}

  /** @throws rules.notOfHamlets, rules.notProvince, rules.notTop */
  async require(actor: Actor, kind: RuleKind, unitId: string): Promise<void> {
    await this.scope.require(actor, rightOf(kind), { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.notFound();
    if (unit.kind === 'hamlet') throw ruleErrors.notOfHamlets();
    if (!isHeldBy(kind, unit)) throw ruleErrors.notProvince();
    if (isTopKind(kind) && !(await this.isTop(unitId))) throw ruleErrors.notTop();
  }

  /** Those of the kinds that the actor may set for the unit. */
  async settable(actor: Actor, kinds: readonly RuleKind[], unitId: string): Promise<Set<RuleKind>> {
    const unit = await this.organization.unitRef(unitId);
    if (!unit) return new Set();
    const rights = [...new Set(kinds.map(rightOf))];
    const held = await Promise.all(rights.map((right) => this.scope.may(actor, right, { unitId })));
    const own = new Set(rights.filter((_, at) => held[at]));
    const isTop = await this.isTop(unitId);
    return new Set(
      kinds.filter((kind) => own.has(rightOf(kind)) && isHeldBy(kind, unit) && (isTop || !isTopKind(kind))),
    );
  }

  private async isTop(unitId: string): Promise<boolean> {
    return (await this.organization.ancestors(unitId)).length <= 1;
  }
}
