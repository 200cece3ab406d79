import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { unitChanged } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { CloseUnit } from './close-unit.ts';
import { RevokeUnitChange } from './revoke-unit-change.ts';
import type { Unit } from './unit.entity.ts';
import { mayStandBelow } from './unit-kinds.ts';
import { UnitTree } from './unit-tree.ts';
import { changeFrom, type KnownUnit, lockVersions } from './unit-versions.ts';

type Input = RouteBody<typeof routes.changeUnit>;
type Rename = Extract<Input, { kind: 'rename' }>;
type Move = Extract<Input, { kind: 'move' }>;

/** Renames, moves or closes a unit from a day on, today, later or before; what was until that day stays readable. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly tree: UnitTree,
    private readonly closeUnit: CloseUnit,
    private readonly revokeChange: RevokeUnitChange,
  ) {}

  async execute(actor: Actor, unitId: string, input: Input): Promise<void> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    await this.database.tx(async (tx) => {
      const unit = await lockVersions(tx, unitId);
      await this.apply(tx, actor, unit, input);
      await this.outbox.append(tx, unitChanged({ unitId }, { unitId, changes: { ...input } }), actor);
    });
  }

  private apply(tx: Tx, actor: Actor, unit: KnownUnit, input: Input): Promise<void> {
    switch (input.kind) {
      case 'rename':
        return this.rename(tx, unit, input);
      case 'move':
        return this.move(tx, actor, unit, input);
      case 'close':
        return this.closeUnit.execute(tx, actor, unit, input);
      case 'revoke':
        return this.revokeChange.execute(tx, unit, input.from);
    }
  }

  private rename(tx: Tx, unit: KnownUnit, { name, type, code, from, basis }: Rename): Promise<void> {
    return changeFrom(tx, unit, { name, ...(type && { type }), ...(code && { code }) }, from, basis);
  }

  private async move(tx: Tx, actor: Actor, unit: KnownUnit, { parentId, from, basis }: Move): Promise<void> {
    const [parent] = await rowsOf<Pick<Unit, 'kind'>>(
      tx,
      sql`select kind from units where id = ${parentId} and validity @> ${from}::date`,
    );
    if (!parent) throw organizationErrors.parentNotFound({ path: 'parentId' });
    await this.scope.require(actor, 'unit.manage', { unitId: parentId });
    if (!mayStandBelow(unit.kind, parent.kind))
      throw organizationErrors.wrongParentKind({ path: 'parentId', kind: unit.kind, parent: parent.kind });
    const below = await rowsOf(
      tx,
      sql`select 1 from unit_closure_spans where ancestor_id = ${unit.id} and descendant_id = ${parentId}
        and validity && daterange(${from}::date, null)`,
    );
    if (below.length > 0) throw organizationErrors.cycle({ path: 'parentId' });
    await changeFrom(tx, unit, { parentId }, from, basis);
    await this.tree.place(tx, [unit.id]);
  }
}
