// @everyday
/** A list of units is written once, however often it is pressed, and can be taken back while nothing rests on it. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let admin: TestPerson;
let code = 70_000;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  place = await buildPlace(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
});
afterAll(stopApps);

const line = (name: string, own = String(++code)) => ({ row: code, code: own, name, type: 'xã', parentCode: '' });
const write = (lines: object[], more: object = {}) =>
  app.call(routes.importUnits, {
    token: admin.token,
    key: randomUUID(),
    params: { unitId: place.districtId },
    body: { kind: 'commune', from: '2024-01-01', basis: 'QĐ 1', dryRun: false, takeProposals: true, lines, ...more },
  });
const takeBack = (importId: string) =>
  app.call(routes.takeBackUnitImport, {
    token: admin.token,
    key: randomUUID(),
    params: { unitId: place.districtId, importId },
  });
const children = async (at: string) => {
  const params = { unitId: place.districtId };
  const { body } = await app.call(routes.unitChildren, { token: admin.token, params, query: { at } });
  return body.map(({ name, code: of }: { name: string; code: string }) => [name, of]);
};

it('is written once when it is pressed in two windows at the same moment', async () => {
  const lines = [line('Thọ Sơn'), line('Thọ Bình')];
  const [a, b] = await Promise.all([write(lines), write(lines)]);
  expect([a.body.created, b.body.created].toSorted()).toEqual([0, 2]);
  expect(await children('2024-02-01')).toHaveLength(3);
});

it('gives no code to two units of a kind on one day, whoever asks', async () => {
  const [first] = [line('Thọ Sơn')];
  await write([first]);
  const create = (body: object) =>
    app.call(routes.createUnit, {
      token: admin.token,
      body: { kind: 'commune', type: 'xã', name: 'Thọ Tân', parentId: place.districtId, from: '2024-06-01', ...body },
    });
  expect((await create({ code: first.code })).body).toMatchObject({
    code: 'organization.codeTaken',
    details: [{ path: 'code', params: { code: first.code, name: expect.stringMatching(/^Xã Thọ Sơn \(Tỉnh .+\)$/) } }],
  });
  const made = await create({ code: String(++code) });
  expect(made.status).toBe(201);
  const rename = { kind: 'rename', name: 'Thọ Tân', code: first.code, from: '2024-07-01', basis: 'QĐ 2' };
  const params = { unitId: made.body.id };
  expect(
    await app.call(routes.changeUnit, { token: admin.token, key: randomUUID(), params, body: rename }),
  ).toMatchObject({
    status: 409,
    body: { code: 'organization.codeTaken', details: [{ path: 'code', params: { code: first.code } }] },
  });
  await expect(
    app.database.rows(
      sql`insert into unit_versions (id, unit_id, name, type, code, validity)
        select ${randomUUID()}, ${place.communeId}, 'Trùng', 'xã', ${first.code}, '[2021-01-01,2022-01-01)'`,
    ),
  ).resolves.toEqual([]);
});

describe('taking an import back', () => {
  it('leaves the tree as it was: new units gone, names and ends undone', async () => {
    const before = await children('2024-02-01');
    const [[name, own]] = before;
    const { body } = await write([line(`${name} Mới`, own), line('Thọ Sơn')]);
    expect(body).toMatchObject({ created: 1, changed: 1 });
    expect(await children('2024-02-01')).toHaveLength(2);
    expect((await takeBack(body.importId)).body).toEqual({ removed: 1, restored: 1 });
    expect(await children('2024-02-01')).toEqual(before);
    expect((await takeBack(body.importId)).body.code).toBe('organization.importTakenBack');
    const made = await app.call(routes.unitImports, { token: admin.token, params: { unitId: place.districtId } });
    expect(made.body).toMatchObject([{ id: body.importId, created: 1, changed: 1, takenBackAt: expect.any(String) }]);
    // The same list can be written again.
    expect((await write([line(`${name} Mới`, own)])).body).toMatchObject({ changed: 1 });
  });

  it('gives back what ended, with its hamlets', async () => {
    const [[, own]] = await children('2024-02-01');
    const lines = [line('Xuân Lộc', own)];
    const { body } = await write(lines, { decisions: [{ key: `r${lines[0]!.row}`, choice: 'new' }] });
    expect(body).toMatchObject({ created: 1, ended: 1 });
    expect((await takeBack(body.importId)).status).toBe(200);
    const params = { unitId: place.communeId };
    const { body: parts } = await app.call(routes.unitChildren, { token: admin.token, params });
    expect(parts.map(({ id }: { id: string }) => id)).toEqual(place.hamletIds);
  });

  it('is refused once a unit was changed or something rests on a new one', async () => {
    const { body } = await write([line('Thọ Sơn')]);
    const [unit] = await app.database.rows<{ id: string }>(
      sql`select unit_id as id from unit_versions where code = ${String(code)}`,
    );
    const ask = { token: admin.token, params: { unitId: unit!.id } };
    await app.call(routes.setRegister, { ...ask, body: { households: 180, asOf: '2024-02-01' } });
    expect((await takeBack(body.importId)).body).toMatchObject({
      code: 'organization.importInUse',
      details: [{ params: { what: 'registers' } }],
    });
    const rename = { kind: 'rename', name: 'Thọ Sơn Khác', from: '2024-03-01', basis: 'QĐ 2' };
    await app.call(routes.changeUnit, { ...ask, body: rename });
    expect((await takeBack(body.importId)).body.code).toBe('organization.importChanged');
  });
});
