import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { CloseUnit } from '../units/close-unit.ts';
import type { KnownUnit } from '../units/unit-versions.ts';
import { HamletRules } from './hamlet-rules.ts';

interface End {
  to: string;
  /** The paper as it is cited. */
  basis: string;
  successorIds: string[];
}

/** A hamlet ends on a day on which it still stands in its commune, and its area goes to other hamlets of it. */
@Injectable()
export class EndHamlet {
  constructor(
    private readonly rules: HamletRules,
    private readonly closeUnit: CloseUnit,
  ) {}

  /** @throws organization.hamletElsewhere, organization.hamletNotHere and what stands against an end */
  async execute(
    tx: Tx,
    actor: Actor,
    { unit, communeId }: { unit: KnownUnit; communeId: string },
    { to, basis, successorIds }: End,
  ): Promise<void> {
    this.rules.here(unit, communeId, to);
    await this.rules.heirs(tx, { communeId, unitId: unit.id, on: to }, successorIds);
    await this.closeUnit.execute(tx, actor, unit, { kind: 'close', to, basis, successorIds }, 'hamlet.manage');
  }
}
