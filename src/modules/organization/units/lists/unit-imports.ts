import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { ListPlan } from './list-plan.ts';
import { UnitImport } from '../unit.entity.ts';

/** What a list changes of units that stood before it: their versions, and on which days they stand. */
export interface Before {
  versions: unknown[];
  units: { id: string; validity: string }[];
}

/** Keeps of every written list what was before it, so that it can be taken back. */
@Injectable()
export class UnitImports {
  constructor(private readonly clock: Clock) {}

  /** Gives the import's id, or null where the list changes nothing. */
  async writing(
    tx: Tx,
    unitId: string,
    { created, changed, ended }: ListPlan,
    { from, basis }: { from: string; basis: string },
    write: () => Promise<void>,
  ): Promise<string | null> {
    const ids = (units: readonly { id: string }[]) => units.map(({ id }) => id);
    const [createdIds, changedIds, endedIds] = [ids(created), ids(changed), ids(ended)];
    const stood = await this.touched(tx, [...changedIds, ...endedIds], endedIds);
    const before = await this.stateOf(tx, stood);
    await write();
    if (createdIds.length + stood.length === 0) return null;
    const id = v7();
    const after = await this.digest(tx, [...createdIds, ...stood]);
    await tx.insert(UnitImport, {
      id,
      unitId,
      fromOn: from,
      basis,
      createdIds,
      changedIds: stood,
      endedIds,
      before,
      after,
      writtenAt: this.clock.now(),
    });
    return id;
  }

  /** The versions of these units as one short text: equal while nobody changes them. */
  async digest(tx: Tx, ids: readonly string[]): Promise<string> {
    const [row] = await rowsOf<{ digest: string }>(
      tx,
      sql`select md5(coalesce(string_agg(concat_ws('|', v.id, v.unit_id, v.name, v.type, v.code, v.parent_id, v.validity), '/'
          order by v.id), '')) as digest from unit_versions v where v.unit_id = any(${ids}::uuid[])`,
    );
    return row?.digest ?? '';
  }

  /** With the parts of what ends: they move to its heir. */
  private async touched(tx: Tx, ids: readonly string[], endedIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select unnest(${ids}::uuid[]) as id
        union select unit_id from unit_versions where parent_id = any(${endedIds}::uuid[]) order by 1`,
    );
    return rows.map(({ id }) => id);
  }

  private async stateOf(tx: Tx, ids: readonly string[]): Promise<Before> {
    const [row] = await rowsOf<Before>(
      tx,
      sql`select
          coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'unit_id', v.unit_id, 'name', v.name, 'type', v.type,
            'code', v.code, 'parent_id', v.parent_id, 'validity', v.validity::text, 'basis', v.basis) order by v.id)
            from unit_versions v where v.unit_id = any(${ids}::uuid[])), '[]') as versions,
          coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'validity', u.validity::text) order by u.id)
            from units u where u.id = any(${ids}::uuid[])), '[]') as units`,
    );
    return row ?? { versions: [], units: [] };
  }
}
