import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { eachAlone, type Held, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { HamletRules } from '../hamlets/hamlet-rules.ts';
import { KeptHamlets } from '../hamlets/kept-hamlets.ts';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import { RevokeUnitChange } from '../units/revoke-unit-change.ts';
import { UnitChanges } from '../units/unit-changes.ts';
import { type KnownUnit, lockVersions } from '../units/unit-versions.ts';
import type { ClosingUnit } from './closing-unit.ts';

export interface ClosedBefore {
  act: Held | null;
  to: string;
  units: ClosingUnit[];
}

/** Stands in the unit's course, beside the document of the end. */
const REASON = 'Thu hồi ngay sau khi ghi';

/** Units that ended together go on as if they had not; the course keeps both. */
@Injectable()
export class ReopenUnits {
  constructor(
    private readonly scope: Scope,
    private readonly rules: HamletRules,
    private readonly revoke: RevokeUnitChange,
    private readonly changes: UnitChanges,
    private readonly kept: KeptHamlets,
  ) {}

  /** One whose name another hamlet has got meanwhile, or whose end has been changed, stays as it is. */
  async execute(tx: Tx, { act, to, units }: ClosedBefore, actor: Actor): Promise<TakenBack> {
    // What is told of the way back is part of the act, and is heard by nobody.
    const by = act ? { ...actor, act } : actor;
    const { done, refused } = await eachAlone(tx, units, ({ id }) => this.one(tx, by, id, to));
    return { restored: done.length, kept: refused.map(({ id, name }) => ({ id, name })) };
  }

  private async one(tx: Tx, by: Actor, unitId: string, to: string): Promise<void> {
    const unit = await lockVersions(tx, unitId);
    if (unit.validity.to !== to) throw organizationErrors.nothingToRevoke({ path: 'to' });
    if (unit.kind === 'hamlet') return this.hamlet(tx, by, unit, to);
    await this.scope.require(by, 'unit.manage', { unitId });
    await this.revoke.reopen(tx, unit, to);
    const change: RouteBody<typeof routes.changeUnit> = { kind: 'revoke', from: to, basis: REASON };
    await this.changes.changed(tx, by, unitId, change);
  }

  private async hamlet(tx: Tx, by: Actor, unit: KnownUnit, to: string): Promise<void> {
    const [unitId, last] = [unit.id, unit.versions.at(-1)];
    await this.scope.require(by, 'hamlet.manage', { unitId });
    const communeId = await this.rules.commune(tx, unit);
    if (last) await this.rules.refuseSameName(tx, { communeId, unitId, ...last, from: to });
    const directiveId = await this.rules.enteredHere(tx, by, unitId, to);
    await this.revoke.reopen(tx, unit, to);
    const entered = { unitId, kind: 'reopen', onDate: to, basis: REASON, directiveId } as const;
    await this.kept.enter(tx, by, communeId, entered, { kind: 'reopen', reason: REASON });
  }
}
