import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { unitsImported } from '../../organization.events.ts';
import { CloseUnit } from '../close-unit.ts';
import type { ListPlan, Placed } from './list-plan.ts';
import { type Entered, UnitChanges } from '../unit-changes.ts';
import { UnitTree } from '../unit-tree.ts';
import { changeFrom, lockVersions } from '../unit-versions.ts';
import { rangeText } from '../validity.ts';

interface Dated {
  from: string;
  basis: string;
}

/** Writes what was settled of a list of units, in the transaction in which it was compared. */
@Injectable()
export class WriteUnitList {
  constructor(
    private readonly tree: UnitTree,
    private readonly closeUnit: CloseUnit,
    private readonly outbox: Outbox,
    private readonly changes: UnitChanges,
  ) {}

  async execute(tx: Tx, actor: Actor, unitId: string, plan: ListPlan, { from, basis }: Dated): Promise<void> {
    const { created, changed, ended } = plan;
    if (created.length + changed.length + ended.length === 0) return;
    await this.create(tx, created, { from, basis });
    for (const { id, line, parentId } of changed) {
      const { name, type, code } = line;
      const set = { name, type, code, ...(parentId && { parentId }) };
      await changeFrom(tx, await lockVersions(tx, id), set, from, basis);
    }
    await this.tree.place(
      tx,
      [...created, ...changed].map(({ id }) => id),
    );
    for (const { id, intoId } of ended)
      await this.closeUnit.execute(tx, actor, await lockVersions(tx, id), {
        kind: 'close',
        to: from,
        basis,
        successorIds: intoId ? [intoId] : [],
        ...(intoId && { partsToId: intoId }),
      });
    await this.changes.enter(tx, actor, enteredOf(plan, { from, basis }));
    const changes = { created: created.length, changed: changed.length, ended: ended.length, from, basis };
    await this.outbox.append(tx, unitsImported({ unitId }, { unitId, changes }), actor);
  }

  private async create(tx: Tx, rows: readonly Placed[], { from, basis }: Dated): Promise<void> {
    await execute(
      tx,
      sql`insert into units (id, kind, validity) select id, kind, ${rangeText(from)}::daterange
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ kind }) => kind)}::text[]) as n(id, kind)`,
    );
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
       select n.id, n.unit_id, n.name, n.type, n.code, n.parent_id, ${rangeText(from)}::daterange, ${basis}::text
         from unnest(${rows.map(() => v7())}::uuid[], ${rows.map(({ id }) => id)}::uuid[],
           ${rows.map(({ line }) => line.name)}::text[], ${rows.map(({ line }) => line.type)}::text[],
           ${rows.map(({ line }) => line.code)}::text[], ${rows.map(({ parentId }) => parentId)}::uuid[])
           as n(id, unit_id, name, type, code, parent_id)`,
    );
  }
}

const enteredOf = ({ created, changed, ended }: ListPlan, { from, basis }: Dated): Entered[] => [
  ...created.map(({ id }): Entered => ({ unitId: id, kind: 'create', onDate: from, basis })),
  ...changed.map(({ id }): Entered => ({ unitId: id, kind: 'list', onDate: from, basis })),
  ...ended.map(({ id }): Entered => ({ unitId: id, kind: 'close', onDate: from, basis })),
];
