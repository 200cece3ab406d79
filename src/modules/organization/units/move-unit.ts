import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import { mayStandBelow } from './unit-kinds.ts';
import type { Unit } from './unit.entity.ts';
import { UnitTree } from './unit-tree.ts';
import { changeFrom, type KnownUnit, lockVersions } from './unit-versions.ts';

export type Move = Extract<RouteBody<typeof routes.changeUnit>, { kind: 'move' }>;

/** Puts units below another one from a day on, with all that stands below them. */
@Injectable()
export class MoveUnit {
  constructor(
    private readonly scope: Scope,
    private readonly tree: UnitTree,
  ) {}

  async execute(
    tx: Tx,
    actor: Actor,
    unitIds: readonly string[],
    { parentId, from, basis }: Omit<Move, 'kind'>,
  ): Promise<void> {
    const [parent] = await rowsOf<Pick<Unit, 'kind'>>(
      tx,
      sql`select kind from units where id = ${parentId} and validity @> ${from}::date`,
    );
    if (!parent) throw organizationErrors.parentNotFound({ path: 'parentId' });
    await this.scope.require(actor, 'unit.manage', { unitId: parentId });
    const units: KnownUnit[] = [];
    for (const id of unitIds) units.push(await lockVersions(tx, id));
    const wrong = units.find(({ kind }) => !mayStandBelow(kind, parent.kind));
    if (wrong) throw organizationErrors.wrongParentKind({ path: 'parentId', kind: wrong.kind, parent: parent.kind });
    const below = await rowsOf(
      tx,
      sql`select 1 from unit_closure_spans where ancestor_id = any(${unitIds}) and descendant_id = ${parentId}
        and validity && daterange(${from}::date, null)`,
    );
    if (below.length > 0) throw organizationErrors.cycle({ path: 'parentId' });
    for (const unit of units) await changeFrom(tx, unit, { parentId }, from, basis);
    await this.tree.place(tx, unitIds);
  }
}
