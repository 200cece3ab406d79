import { v7 } from 'uuid';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { type Unit, UnitVersion } from './unit.entity.ts';
import { parseRange, rangeText, type Validity } from './validity.ts';

/** What a unit is called and where it stands; a change sets some of it. */
export type Standing = Pick<UnitVersion, 'name' | 'type' | 'code' | 'parentId'>;

export interface KnownUnit extends Pick<Unit, 'id' | 'kind'> {
  validity: Validity;
  /** By day, the first one first. */
  versions: (Standing & { id: string; validity: Validity })[];
}

/** The unit and all its versions, locked. @throws organization.unitNotFound */
export async function lockVersions(tx: Tx, unitId: string): Promise<KnownUnit> {
  const [unit] = await rowsOf<Pick<Unit, 'id' | 'kind' | 'validity'>>(
    tx,
    sql`select id, kind, validity from units where id = ${unitId} for update`,
  );
  if (!unit) throw organizationErrors.unitNotFound();
  const rows = await rowsOf<Standing & Pick<UnitVersion, 'id' | 'validity'>>(
    tx,
    sql`select id, name, type, code, parent_id as "parentId", validity from unit_versions where unit_id = ${unitId}
      order by lower(validity)`,
  );
  return {
    id: unit.id,
    kind: unit.kind,
    validity: parseRange(unit.validity),
    versions: rows.map((row) => ({ ...row, validity: parseRange(row.validity) })),
  };
}

/**
 * Sets the fields from a day on. What is entered for a later day stays: later versions take over what they had kept from
 * before, not what they change themselves.
 * @throws organization.changeBeforeStart, organization.alreadyClosed
 */
export async function changeFrom(
  tx: Tx,
  unit: KnownUnit,
  set: Partial<Standing>,
  from: string,
  basis: string,
): Promise<void> {
  if (from < unit.validity.from)
    throw organizationErrors.changeBeforeStart({ path: 'from', start: unit.validity.from });
  if (unit.validity.to && from >= unit.validity.to) throw organizationErrors.alreadyClosed({ on: unit.validity.to });
  const old = unit.versions.findLast((version) => version.validity.from <= from);
  if (!old) throw organizationErrors.unitNotFound();
  if (old.validity.from === from) await rewrite(tx, old.id, { ...old, ...set }, basis);
  else {
    await tx.update(UnitVersion, { id: old.id }, { validity: rangeText(old.validity.from, from) });
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
        select ${v7()}, ${unit.id}, n.name, n.type, n.code, n.parent_id, ${rangeText(from, old.validity.to)}, ${basis}
          from (values (${set.name ?? old.name}, ${set.type ?? old.type}, ${set.code ?? old.code},
            ${set.parentId ?? old.parentId}::uuid)) as n(name, type, code, parent_id)`,
    );
  }
  await carryOn(tx, unit, old, set, from);
}

async function carryOn(tx: Tx, unit: KnownUnit, old: Standing, set: Partial<Standing>, from: string): Promise<void> {
  const kept = new Set(Object.keys(set) as (keyof Standing)[]);
  for (const later of unit.versions.filter((version) => version.validity.from > from)) {
    for (const field of kept) if (later[field] !== old[field]) kept.delete(field);
    const carried = Object.fromEntries([...kept].map((field) => [field, set[field]]));
    if (kept.size > 0) await rewrite(tx, later.id, { ...later, ...carried });
  }
}

async function rewrite(tx: Tx, id: string, { name, type, code, parentId }: Standing, basis?: string): Promise<void> {
  await execute(
    tx,
    sql`update unit_versions set name = ${name}, type = ${type}, code = ${code}, parent_id = ${parentId},
      basis = coalesce(${basis ?? null}, basis) where id = ${id}`,
  );
}
