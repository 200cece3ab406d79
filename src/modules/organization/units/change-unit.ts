import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { Scope } from '../scope.ts';
import { CloseUnit } from './close-unit.ts';
import { RevokeUnitChange } from './revoke-unit-change.ts';
import { MoveUnit } from './move-unit.ts';
import { UnitChanges } from './unit-changes.ts';
import { withOwnCode } from './unit-codes.ts';
import { changeFrom, type KnownUnit, lockVersions } from './unit-versions.ts';

type Input = RouteBody<typeof routes.changeUnit>;
type Rename = Extract<Input, { kind: 'rename' }>;

/** Renames, moves or closes a unit from a day on, today, later or before; what was until that day stays readable. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly moveUnit: MoveUnit,
    private readonly closeUnit: CloseUnit,
    private readonly revokeChange: RevokeUnitChange,
    private readonly changes: UnitChanges,
  ) {}

  async execute(actor: Actor, unitId: string, input: Input): Promise<void> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const work = async (tx: Tx): Promise<void> => {
      const unit = await lockVersions(tx, unitId);
      await this.apply(tx, actor, unit, input);
      await this.changes.changed(tx, actor, unitId, input);
    };
    await withOwnCode(this.database, input.kind === 'rename' ? 'code' : 'from', () => this.database.tx(work));
  }

  private apply(tx: Tx, actor: Actor, unit: KnownUnit, input: Input): Promise<void> {
    switch (input.kind) {
      case 'rename':
        return this.rename(tx, unit, input);
      case 'move':
        return this.moveUnit.execute(tx, actor, [unit.id], input);
      case 'close':
        return this.closeUnit.execute(tx, actor, unit, input);
      case 'revoke':
        return this.revokeChange.execute(tx, unit, input.from);
    }
  }

  private rename(tx: Tx, unit: KnownUnit, { name, type, code, from, basis }: Rename): Promise<void> {
    return changeFrom(tx, unit, { name, ...(type && { type }), ...(code && { code }) }, from, basis);
  }
}
