import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { refuseTaken } from './unit-codes.ts';
import { UnitTree } from './unit-tree.ts';
import type { KnownUnit } from './unit-versions.ts';
import { rangeText } from './validity.ts';
import { UnitVersion, Unit } from './unit.entity.ts';

/** Takes back what was entered for a day that has not come: a new name or place, or the end of the unit. */
@Injectable()
export class RevokeUnitChange {
  constructor(
    private readonly clock: Clock,
    private readonly tree: UnitTree,
  ) {}

  /** @throws organization.changeBegun, organization.nothingToRevoke */
  async execute(tx: Tx, unit: KnownUnit, from: string): Promise<void> {
    if (from <= this.clock.today()) throw organizationErrors.changeBegun({ path: 'from' });
    const [before, version] = unit.versions.slice(unit.versions.findIndex(({ validity }) => validity.to === from));
    if (unit.validity.to === from) await this.reopen(tx, unit, from);
    else if (before && version) {
      await tx.delete(UnitVersion, { id: version.id });
      await tx.update(
        UnitVersion,
        { id: before.id },
        { validity: rangeText(before.validity.from, version.validity.to) },
      );
      await this.tree.place(tx, [unit.id]);
    } else throw organizationErrors.nothingToRevoke({ path: 'from' });
  }

  /** As if it had not ended on that day. @throws organization.codeTaken */
  async reopen(tx: Tx, unit: KnownUnit, to: string): Promise<void> {
    const last = unit.versions.at(-1);
    if (!last) throw organizationErrors.unitNotFound();
    await refuseTaken(tx, unit, to);
    await tx.update(UnitVersion, { id: last.id }, { validity: rangeText(last.validity.from) });
    await tx.update(Unit, { id: unit.id }, { validity: rangeText(unit.validity.from) });
    await execute(tx, sql`delete from unit_successors where from_unit_id = ${unit.id} and on_date = ${to}::date`);
  }
}
