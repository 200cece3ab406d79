/** Builders of places: each test makes its own. Names are real words, codes are made up per call. */
import { v7 } from 'uuid';
import { execute, sql } from '#platform/database';
import { UnitTree } from '../../src/modules/organization/units/unit-tree.ts';
import type { TestApp } from './app.ts';

let counter = 0;

export interface Place {
  provinceId: string;
  districtId: string;
  communeId: string;
  hamletIds: string[];
}

/** Province Thanh Hóa > district Triệu Sơn > commune Minh Sơn > `hamlets` hamlets "Thôn 1"..., valid since 2022-01-01. */
export async function buildPlace(
  app: TestApp,
  { hamlets = 3, commune = 'Minh Sơn', districtId }: { hamlets?: number; commune?: string; districtId?: string } = {},
): Promise<Place> {
  const made: NewUnit[] = [];
  const make = (unit: Omit<NewUnit, 'id'>): string => {
    const id = v7();
    made.push({ id, ...unit });
    return id;
  };
  const code = () => String(90_000 + counter++);
  const provinceId = districtId
    ? await provinceOf(app, districtId)
    : make({ kind: 'province', type: 'tỉnh', name: 'Thanh Hóa', code: code(), parentId: null });
  const district =
    districtId ?? make({ kind: 'district', type: 'huyện', name: 'Triệu Sơn', code: code(), parentId: provinceId });
  const communeId = make({ kind: 'commune', type: 'xã', name: commune, code: code(), parentId: district });
  const hamletIds = Array.from({ length: hamlets }, (_, i) =>
    make({ kind: 'hamlet', type: 'thôn', name: `Thôn ${i + 1}`, code: null, parentId: communeId }),
  );
  await enter(app, made);
  return { provinceId, districtId: district, communeId, hamletIds };
}

interface NewUnit {
  id: string;
  kind: string;
  type: string;
  name: string;
  code: string | null;
  parentId: string | null;
}

/** All at once: one by one the units were an eighth of what the suites ask of the database. */
async function enter(app: TestApp, units: readonly NewUnit[]): Promise<void> {
  const of = <T>(pick: (one: NewUnit) => T): T[] => units.map(pick);
  const ids = of(({ id }) => id);
  await app.database.tx(async (tx) => {
    await execute(
      tx,
      sql`insert into units (id, kind, validity)
        select u.id, u.kind, '[2022-01-01,)' from unnest(${ids}::uuid[], ${of(({ kind }) => kind)}::text[]) as u(id, kind)`,
    );
    // A version's code is guarded by the kind of its unit, which has to be there.
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity)
        select v.id, v.unit_id, v.name, v.type, v.code, v.parent_id, '[2022-01-01,)'
          from unnest(${of(() => v7())}::uuid[], ${ids}::uuid[], ${of(({ name }) => name)}::text[], ${of(({ type }) => type)}::text[],
                 ${of(({ code }) => code)}::text[], ${of(({ parentId }) => parentId)}::uuid[])
               as v(id, unit_id, name, type, code, parent_id)`,
    );
    await app.get(UnitTree).place(tx, ids);
  });
}

async function provinceOf(app: TestApp, districtId: string): Promise<string> {
  const row = await app.database.one<{ id: string }>(
    sql`select ancestor_id as id from unit_closure where descendant_id = ${districtId} and ancestor_kind = 'province'`,
  );
  if (!row) throw new Error('the district has no province');
  return row.id;
}

/** A country above a province and all that stands below it. @returns its id */
export async function buildCountry(app: TestApp, provinceId: string): Promise<string> {
  const id = v7();
  await app.database.tx(async (tx) => {
    await execute(tx, sql`insert into units (id, kind, validity) values (${id}, 'country', '[2022-01-01,)')`);
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, validity) values (${v7()}, ${id}, 'Việt Nam', 'nước', '[2022-01-01,)')`,
    );
    await execute(tx, sql`update unit_versions set parent_id = ${id} where unit_id = ${provinceId}`);
    await app.get(UnitTree).place(tx, [id, provinceId]);
  });
  return id;
}
