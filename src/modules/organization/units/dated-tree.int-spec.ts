// @everyday
/** A change for another day moves no right, no list and no figure before its day, and leaves the past as it was. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { execute, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer, buildTeam, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';
import { UnitTree } from './unit-tree.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2024-12-02T01:00:00Z' });
});
afterAll(stopApps);

interface Scene {
  admin: TestPerson;
  /** Where the hamlet stands. */
  old: Place;
  /** Where it goes on 1 January 2025. */
  next: Place;
  hamletId: string;
  officers: { old: TestPerson; next: TestPerson };
}

async function build(): Promise<Scene> {
  const old = await buildPlace(app, { commune: 'Thọ Dân', hamlets: 2 });
  const next = await buildPlace(app, { commune: 'Thọ Ngọc', hamlets: 1, districtId: old.districtId });
  const hamletId = old.hamletIds[1] ?? '';
  await buildTeam(app, { unitId: hamletId });
  return {
    admin: await buildOfficer(app, { role: 'admin', unitId: old.provinceId }),
    old,
    next,
    hamletId,
    officers: {
      old: await buildOfficer(app, { role: 'focal_officer', unitId: old.communeId }),
      next: await buildOfficer(app, { role: 'focal_officer', unitId: next.communeId }),
    },
  };
}

const change = (by: TestPerson, unitId: string, body: object) =>
  app.call(routes.changeUnit, { token: by.token, params: { unitId }, body, key: randomUUID() });
const move = ({ admin, next, hamletId }: Scene, from = '2025-01-01') =>
  change(admin, hamletId, { kind: 'move', parentId: next.communeId, from, basis: 'Nghị quyết 1238/NQ-UBTVQH15' });
const teamsOf = async (by: TestPerson, unitId: string, at?: string): Promise<number> => {
  const answer = await app.call(routes.listTeams, { token: by.token, params: { unitId }, query: at ? { at } : {} });
  return answer.status === 200 ? answer.body.total : answer.status;
};
const isRead = async (by: TestPerson, unitId: string): Promise<boolean> =>
  (await app.call(routes.unitChildren, { token: by.token, params: { unitId } })).status === 200;
const at = async (day: string): Promise<void> => {
  app.clock.set(new Date(`${day}T01:00:00Z`));
  await app.get(UnitTree).turn();
};

describe('a hamlet that goes to another commune on a later day', () => {
  afterEach(() => at('2024-12-02'));

  it('stays with its officers until that day and is with the others from it on', async () => {
    const scene = await build();
    const { old, next, hamletId, officers } = scene;
    expect((await move(scene)).status).toBe(200);
    expect([await isRead(officers.old, hamletId), await isRead(officers.next, hamletId)]).toEqual([true, false]);
    expect([await teamsOf(officers.old, old.communeId), await teamsOf(officers.next, next.communeId)]).toEqual([1, 0]);
    await at('2024-12-31');
    expect([await isRead(officers.old, hamletId), await isRead(officers.next, hamletId)]).toEqual([true, false]);
    await at('2025-01-01');
    expect([await isRead(officers.old, hamletId), await isRead(officers.next, hamletId)]).toEqual([false, true]);
    expect([await teamsOf(officers.old, old.communeId), await teamsOf(officers.next, next.communeId)]).toEqual([0, 1]);
  });

  it('keeps lists of days before it as they were, and shows those of days after it', async () => {
    const scene = await build();
    const { old, next, admin } = scene;
    await move(scene);
    const both = async (day: string) => [
      await teamsOf(admin, old.communeId, day),
      await teamsOf(admin, next.communeId, day),
    ];
    const seen = async () => [await both('2024-12-31'), await both('2025-01-01')];
    expect(await seen()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    await at('2026-06-01');
    expect(await seen()).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('stays where it is when that is taken back before the day, not after it', async () => {
    const scene = await build();
    const { admin, hamletId, officers } = scene;
    await move(scene);
    const revoke = (from: string) => change(admin, hamletId, { kind: 'revoke', from, basis: 'Dừng theo Thông báo 12' });
    expect((await revoke('2025-02-01')).body.code).toBe('organization.nothingToRevoke');
    expect((await revoke('2025-01-01')).status).toBe(200);
    await at('2025-01-01');
    expect(await isRead(officers.old, hamletId)).toBe(true);
    await at('2024-12-02');
    await move(scene);
    await at('2025-01-01');
    expect((await revoke('2025-01-01')).body.code).toBe('organization.changeBegun');
  });

  it('says who entered the change, who took it back, and by which paper, for good', async () => {
    const scene = await build();
    const { admin, officers, hamletId } = scene;
    await move(scene);
    await change(admin, hamletId, { kind: 'revoke', from: '2025-01-01', basis: 'Ghi nhầm' });
    const made = (by: TestPerson) => app.call(routes.unitChanges, { token: by.token, params: { unitId: hamletId } });
    expect((await made(officers.old)).body).toMatchObject([
      { kind: 'move', on: '2025-01-01', basis: 'Nghị quyết 1238/NQ-UBTVQH15', by: { id: admin.id } },
      { kind: 'revoke', on: '2025-01-01', basis: 'Ghi nhầm', by: { id: admin.id } },
    ]);
    expect((await made(officers.next)).status).toBe(403);
    await expect(app.database.rows(sql`delete from unit_changes where unit_id = ${hamletId}`)).rejects.toThrow(
      'history',
    );
  });

  it('takes a name that it gets today along to the later place', async () => {
    const scene = await build();
    await move(scene);
    const renamed = { kind: 'rename', name: 'Thôn Hạ', from: '2024-12-02', basis: 'Nghị quyết 9' };
    expect((await change(scene.admin, scene.hamletId, renamed)).status).toBe(200);
    const { body } = await app.call(routes.unitHistory, {
      token: scene.admin.token,
      params: { unitId: scene.hamletId },
    });
    expect(
      body.map(({ name, parentId, from }: { name: string; parentId: string; from: string }) => [
        from,
        name,
        parentId === scene.next.communeId,
      ]),
    ).toEqual([
      ['2022-01-01', 'Thôn 2', false],
      ['2024-12-02', 'Thôn Hạ', false],
      ['2025-01-01', 'Thôn Hạ', true],
    ]);
  });
});

it('ends a unit on a later day, for which its parts have another place, and takes that back', async () => {
  const scene = await build();
  const { admin, old, next } = scene;
  const read = async (
    route: 'unitLineage' | 'unitSummary' | 'unitChildren' | 'unitChanges',
    unitId: string,
    query = {},
  ) => (await app.call(routes[route], { token: admin.token, params: { unitId }, query })).body;
  const close = { kind: 'close', to: '2025-01-01', basis: 'NQ 1238', successorIds: [next.communeId] };
  expect((await change(admin, old.communeId, close)).body.code).toBe('organization.stillHasUnits');
  const post = { ...close, partsToId: next.communeId };
  expect((await change(admin, old.communeId, post)).body.code).toBe('organization.stillHasOfficers');
  await app.database.rows(
    sql`update posts set validity = daterange(lower(validity), '2025-01-01') where unit_id = ${old.communeId}`,
  );
  expect((await change(admin, old.communeId, post)).body).toMatchObject({ validTo: '2025-01-01' });
  const heir = { unit: { id: next.communeId, fullName: 'Xã Thọ Ngọc' }, on: '2025-01-01', basis: 'NQ 1238' };
  expect(await read('unitLineage', old.communeId)).toMatchObject({ predecessors: [], successors: [heir] });
  expect(await read('unitLineage', next.communeId)).toMatchObject({
    predecessors: [{ unit: { id: old.communeId }, on: '2025-01-01' }],
  });
  expect(await read('unitChanges', old.hamletIds[0] ?? '')).toMatchObject([
    { kind: 'move', on: '2025-01-01', basis: 'NQ 1238', by: { id: admin.id } },
  ]);
  const parts = await read('unitChildren', next.communeId, { at: '2025-01-01' });
  expect(
    parts.map((part: { name: string; formerParent: { name: string } | null }) => [part.name, part.formerParent?.name]),
  ).toEqual([
    ['Thôn 1', undefined],
    ['Thôn 1', 'Thọ Dân'],
    ['Thôn 2', 'Thọ Dân'],
  ]);
  expect(await read('unitSummary', old.districtId, { at: '2024-12-31' })).toMatchObject({
    types: [
      { type: 'xã', count: 2 },
      { type: 'thôn', count: 3 },
    ],
    communesWithoutHamlets: 0,
    days: [{ day: '2025-01-01', units: 3 }],
  });
  expect(await read('unitSummary', old.districtId, { at: '2025-01-01' })).toMatchObject({
    types: [{ count: 1 }, { count: 3 }],
  });
  expect(await read('unitChildren', old.districtId)).toMatchObject([{ parts: 2 }, { parts: 1 }]);
  expect(await teamsOf(admin, old.communeId)).toBe(1);
  const back = await change(admin, old.communeId, { kind: 'revoke', from: '2025-01-01', basis: 'Lùi lại' });
  expect(back.body).toMatchObject({ validTo: null, successors: [] });
});

it('says of each unit of an official list who wrote it', async () => {
  const { admin, old } = await build();
  const lines = [{ row: 1, code: '15667', name: 'Thọ Sơn', type: 'xã', parentCode: '' }];
  const body = {
    kind: 'commune',
    from: '2024-12-02',
    basis: 'Danh mục 2024',
    lines,
    dryRun: false,
    takeProposals: true,
  };
  const params = { unitId: old.districtId };
  const written = await app.call(routes.importUnits, { token: admin.token, params, body, key: randomUUID() });
  expect(written.body).toMatchObject({ created: 1, open: 0 });
  const [{ id }] = (await app.call(routes.searchUnits, { token: admin.token, query: { q: '15667' } })).body.items;
  expect((await app.call(routes.unitChanges, { token: admin.token, params: { unitId: id } })).body).toMatchObject([
    { kind: 'create', on: '2024-12-02', basis: 'Danh mục 2024', by: { id: admin.id } },
  ]);
});

it('refuses a place below itself on any later day', async () => {
  const { admin, old, next } = await build();
  const top = await buildPlace(app, { commune: 'Khác' });
  expect(
    (await change(admin, top.districtId, { kind: 'move', parentId: old.communeId, from: '2030-01-01', basis: 'x' }))
      .body.code,
  ).toBe('platform.denied');
  const into = { kind: 'move', parentId: next.communeId, from: '2030-01-01', basis: 'x' };
  expect((await change(admin, old.communeId, into)).body.code).toBe('organization.wrongParentKind');
});

it('has one place for every unit on every day, whatever was entered, in whatever order', async () => {
  const place = await buildPlace(app, { hamlets: 2 });
  const others = [
    await buildPlace(app, { commune: 'Hai', hamlets: 0, districtId: place.districtId }),
    await buildPlace(app, { commune: 'Ba', hamlets: 0, districtId: place.districtId }),
  ].map(({ communeId }) => communeId);
  const admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  const days = ['2026-05-01', '2023-02-01', '2025-01-01', '2024-12-02', '2022-01-01'];
  for (const [i, from] of days.entries())
    await change(admin, place.hamletIds[i % 2] ?? '', {
      kind: 'move',
      parentId: [...others, place.communeId][i % 3],
      from,
      basis: `NQ ${i}`,
    });
  const wrong = await app.database.rows(
    sql`select h.id, d.day from unnest(${place.hamletIds}::uuid[]) as h(id)
       cross join generate_series(date '2021-12-01', date '2026-12-01', interval '1 month') as d(day)
       where (select count(*) from unit_closure_at(d.day::date) c where c.descendant_id = h.id and c.ancestor_kind = 'commune') <> 1
          or (select count(*) from unit_closure_at(d.day::date) c where c.descendant_id = h.id) <> 4
          or d.day >= '2022-01-01' and not exists (
               select 1 from unit_closure_at(d.day::date) c join units_at(d.day::date) u on u.id = h.id and u.parent_id = c.ancestor_id
                where c.descendant_id = h.id and c.depth = 1)`,
  );
  expect(wrong).toEqual([]);
});

it('counts a level that was forgotten, though the same units stand above as before on the same days', async () => {
  const { provinceId, districtId, communeId } = await buildPlace(app, { hamlets: 0 });
  const depths = () =>
    app.database.rows<{ spans: number; today: number }>(
      sql`select s.depth as spans, c.depth as today from unit_closure_spans s join unit_closure c using (ancestor_id, descendant_id)
        where s.ancestor_id = ${provinceId} and s.descendant_id = ${communeId}`,
    );
  const put = (parentId: string) =>
    app.database.tx(async (tx) => {
      await execute(tx, sql`update unit_versions set parent_id = ${parentId} where unit_id = ${communeId}`);
      await app.get(UnitTree).place(tx, [communeId]);
    });
  await put(provinceId);
  expect(await depths()).toEqual([{ spans: 1, today: 1 }]);
  await put(districtId);
  expect(await depths()).toEqual([{ spans: 2, today: 2 }]);
});
