/** Builders of places: each test makes its own. Names are real words, codes are made up per call. */
import { sql } from '#platform/database';
import { CreateUnit } from '../../src/modules/organization/units/create-unit.ts';
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
  const create = app.get(CreateUnit);
  const from = '2022-01-01';
  return app.database.tx(async (tx) => {
    const code = () => String(90_000 + counter++);
    const known = districtId ? await ancestorsOf(app, districtId) : undefined;
    const provinceId =
      known?.provinceId ??
      (await create.insert(tx, { kind: 'province', type: 'tỉnh', name: 'Thanh Hóa', code: code(), from }));
    const district =
      districtId ??
      (await create.insert(tx, {
        kind: 'district',
        type: 'huyện',
        name: 'Triệu Sơn',
        code: code(),
        parentId: provinceId,
        from,
      }));
    const communeId = await create.insert(tx, {
      kind: 'commune',
      type: 'xã',
      name: commune,
      code: code(),
      parentId: district,
      from,
    });
    const hamletIds: string[] = [];
    for (let i = 1; i <= hamlets; i++)
      hamletIds.push(
        await create.insert(tx, { kind: 'hamlet', type: 'thôn', name: `Thôn ${i}`, parentId: communeId, from }),
      );
    return { provinceId, districtId: district, communeId, hamletIds };
  });
}

async function ancestorsOf(app: TestApp, districtId: string): Promise<{ provinceId: string }> {
  const row = await app.database.one<{ id: string }>(
    sql`select ancestor_id as id from unit_closure where descendant_id = ${districtId} and ancestor_kind = 'province'`,
  );
  if (!row) throw new Error('the district has no province');
  return { provinceId: row.id };
}
