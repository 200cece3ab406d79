/** A commune's committee keeps its own hamlets, by a directive and a day; the administrator above hears of it. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildDirective } from '../../../../test/support/orders.ts';
import { buildOfficer, buildTeam, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';
import { UnitTree } from '../units/unit-tree.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-11-24T03:00:00Z' });
});
afterAll(stopApps);

interface Scene {
  place: Place;
  admin: TestPerson;
  committee: TestPerson;
  /** The resolution. */
  directiveId: string;
}
async function build(): Promise<Scene> {
  const place = await buildPlace(app, { hamlets: 4 });
  return {
    place,
    admin: await buildOfficer(app, { role: 'admin', unitId: place.provinceId }),
    committee: await buildOfficer(app, { role: 'committee_member', unitId: place.communeId }),
    directiveId: await buildDirective(app, place.communeId),
  };
}

const add = ({ committee, place, directiveId }: Scene, more: object = {}) =>
  app.call(routes.addHamlet, {
    token: committee.token,
    params: { unitId: place.communeId },
    body: { type: 'thôn', name: 'Thôn 5', from: '2026-12-01', directiveId, ...more },
    key: randomUUID(),
  });
const change = ({ committee, directiveId }: Scene, unitId: string, body: { kind: string } & Record<string, unknown>) =>
  app.call(routes.changeHamlet, {
    token: committee.token,
    params: { unitId },
    body: ['revoke', 'reopen'].includes(body.kind) ? body : { directiveId, ...body },
    key: randomUUID(),
  });
const historyOf = async ({ admin }: Scene, unitId: string): Promise<[string, string, string | null][]> => {
  const { body } = await app.call(routes.unitHistory, { token: admin.token, params: { unitId } });
  return body.map((line: { from: string; name: string; to: string | null }) => [line.from, line.name, line.to]);
};
const enteredOf = async ({ admin }: Scene, unitId: string) =>
  (await app.call(routes.unitChanges, { token: admin.token, params: { unitId } })).body;
const toldTo = async (person: TestPerson): Promise<string[]> => {
  await app.drain();
  const { items } = (await app.call(routes.inbox, { token: person.token })).body;
  return items.map(({ title }: { title: string }) => title);
};
const codeOf = (answer: { body: { code?: string } }) => answer.body.code;

describe('a commune', () => {
  it('adds a hamlet and renames one; the administrator hears of it and reads who did it by which paper', async () => {
    const scene = await build();
    const { admin, committee, place } = scene;
    const added = await add(scene);
    expect(added).toMatchObject({ status: 201, body: { fullName: 'Thôn 5', validFrom: '2026-12-01' } });
    const [third = ''] = place.hamletIds.slice(2);
    const renamed = await change(scene, third, { kind: 'rename', name: 'Đồng Tâm', from: '2027-01-01' });
    expect(renamed).toMatchObject({ status: 200, body: { fullName: 'Thôn Đồng Tâm' } });
    expect(await historyOf(scene, third)).toEqual([
      ['2022-01-01', 'Thôn 3', '2027-01-01'],
      ['2027-01-01', 'Đồng Tâm', null],
    ]);
    expect(await enteredOf(scene, third)).toMatchObject([
      { kind: 'rename', on: '2027-01-01', basis: expect.stringContaining(' ngày '), by: { id: committee.id } },
    ]);
    expect(await toldTo(admin)).toEqual([
      'Xã Minh Sơn: Thôn 3 đổi tên thành Thôn Đồng Tâm',
      'Xã Minh Sơn: thêm Thôn 5',
    ]);
    const [entry] = (await app.call(routes.inbox, { token: admin.token })).body.items;
    expect(entry).toMatchObject({ kind: 'hamletKept', page: `/units?unit=${third}` });
    expect(entry.body).toMatch(/^Từ ngày 1\/1\/2027, theo .+ ghi\./);
    expect(await toldTo(committee)).toEqual([]);
  });

  it('gives no hamlet the name of another at the same time, and cites a paper that binds it', async () => {
    const scene = await build();
    const [first = '', second = ''] = scene.place.hamletIds;
    const taken = await add(scene, { name: 'thôn 2' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'organization.hamletNamed' } });
    expect(taken.body.details[0].params).toEqual({ name: 'Thôn 2', since: '2022-01-01' });
    expect(codeOf(await change(scene, first, { kind: 'rename', name: '2', from: '2026-11-24' }))).toBe(
      'organization.hamletNamed',
    );
    expect((await change(scene, second, { kind: 'rename', name: 'Thôn Hai', from: '2026-11-24' })).status).toBe(200);
    expect((await change(scene, first, { kind: 'rename', name: 'Thôn 2', from: '2026-11-24' })).status).toBe(200);
    expect(codeOf(await change(scene, first, { kind: 'rename', name: 'Thôn 2', from: '2026-12-24' }))).toBe(
      'organization.changeSame',
    );
    const elsewhere = await build();
    expect(codeOf(await add(scene, { directiveId: elsewhere.directiveId }))).toBe('organization.basisNotVisible');
  });

  it('puts right what it wrote wrongly, also the day, without a line of its own', async () => {
    const scene = await build();
    const { id } = (await add(scene, { name: 'Thôn Nam', from: '2026-11-20' })).body;
    await change(scene, id, { kind: 'rename', name: 'Thôn Đông', from: '2026-11-22' });
    const right = { kind: 'correct', type: 'thôn', code: null, reason: 'Gõ nhầm' };
    const correct = (body: object) => change(scene, id, { ...right, ...body });
    expect((await correct({ line: '2026-11-20', from: '2026-11-01', name: 'Thôn Năm' })).status).toBe(200);
    expect((await correct({ line: '2026-11-22', from: '2026-11-15', name: 'Thôn Đông' })).status).toBe(200);
    expect((await correct({ line: '2026-11-15', from: '2026-11-18', name: 'Thôn Đông' })).status).toBe(200);
    expect(await historyOf(scene, id)).toEqual([
      ['2026-11-01', 'Thôn Năm', '2026-11-18'],
      ['2026-11-18', 'Thôn Đông', null],
    ]);
    expect((await enteredOf(scene, id)).at(-1)).toMatchObject({ kind: 'correct', on: '2026-11-18', reason: 'Gõ nhầm' });
    const refusals = [
      await correct({ line: '2026-11-02', from: '2026-11-02', name: 'Thôn Năm' }),
      await correct({ line: '2026-11-18', from: '2026-10-31', name: 'Thôn Đông' }),
      await correct({ line: '2026-11-18', from: '2026-11-18', name: 'Thôn Đông' }),
      await correct({ line: '2026-11-01', from: '2021-11-01', name: 'Thôn Năm' }),
    ];
    expect(refusals.map(codeOf)).toEqual([
      'organization.lineNotFound',
      'organization.lineOutOfOrder',
      'organization.changeSame',
      'organization.parentNotFound',
    ]);
    await buildTeam(app, { unitId: id, validity: '[2026-11-10,)' });
    const later = await correct({ line: '2026-11-01', from: '2026-11-12', name: 'Thôn Năm' });
    expect(later).toMatchObject({ status: 422, body: { code: 'organization.unitUsedBefore' } });
  });

  it('ends a hamlet that is empty, into hamlets of its own, and takes an end back that was a mistake', async () => {
    const scene = await build();
    const other = await build();
    const [first = '', second = '', third = ''] = scene.place.hamletIds;
    await buildTeam(app, { unitId: first });
    const close = (unitId: string, more: object = {}) =>
      change(scene, unitId, { kind: 'close', to: '2026-11-24', ...more });
    expect(codeOf(await close(first))).toBe('organization.stillHasTeams');
    expect(codeOf(await close(second, { successorIds: other.place.hamletIds.slice(0, 1) }))).toBe(
      'organization.hamletNotHere',
    );
    expect((await close(second, { successorIds: [first] })).body).toMatchObject({ validTo: '2026-11-24' });
    expect(codeOf(await change(scene, second, { kind: 'reopen', reason: 'Nhầm' }))).toBe(
      'organization.endedIntoOthers',
    );
    await close(third);
    expect((await change(scene, third, { kind: 'reopen', reason: 'Nhầm thôn' })).body).toMatchObject({ validTo: null });
    expect(codeOf(await change(scene, third, { kind: 'reopen', reason: 'Nhầm thôn' }))).toBe('organization.notEnded');
    expect(await enteredOf(scene, third)).toMatchObject([{ kind: 'close' }, { kind: 'reopen', basis: 'Nhầm thôn' }]);
    expect(await toldTo(scene.admin)).toEqual([
      'Xã Minh Sơn: Thôn 3 không kết thúc như đã ghi',
      'Xã Minh Sơn: Thôn 3 kết thúc',
      'Xã Minh Sơn: Thôn 2 kết thúc',
    ]);
  });

  it('names what a divided hamlet had until each of its parts has a figure', async () => {
    const scene = await build();
    const { committee, place } = scene;
    const [, second = '', third = '', fourth = ''] = place.hamletIds;
    const token = committee.token;
    const count = (unitId: string, households: number, asOf: string) =>
      app.call(routes.setRegister, { token, params: { unitId }, body: { households, asOf }, key: randomUUID() });
    const registers = async () =>
      (await app.call(routes.listRegisters, { token, params: { unitId: place.communeId }, query: {} })).body;
    await count(second, 120, '2026-01-01');
    await change(scene, second, { kind: 'close', to: '2026-11-24', successorIds: [third, fourth] });
    const undivided = [{ unit: { name: 'Thôn 2' }, households: 120, population: null }];
    expect(await registers()).toMatchObject({ sums: { households: 0 }, undivided });
    await count(third, 70, '2026-11-24');
    expect(await registers()).toMatchObject({ undivided });
    await count(fourth, 52, '2026-11-24');
    expect(await registers()).toMatchObject({ sums: { households: 122 }, undivided: [] });
  });

  it('leaves to the offices above what they entered, and where a hamlet stands', async () => {
    const scene = await build();
    const { admin, place } = scene;
    const next = await buildPlace(app, { commune: 'Thọ Ngọc', hamlets: 0, districtId: place.districtId });
    const [first = '', second = ''] = place.hamletIds;
    const byAdmin = (unitId: string, body: object) =>
      app.call(routes.changeUnit, { token: admin.token, params: { unitId }, body, key: randomUUID() });
    await byAdmin(first, { kind: 'move', parentId: next.communeId, from: '2026-12-01', basis: 'Nghị quyết 9' });
    await byAdmin(second, { kind: 'close', to: '2026-12-01', basis: 'Nghị quyết 9' });
    expect(codeOf(await change(scene, first, { kind: 'revoke', from: '2026-12-01', reason: 'Không' }))).toBe(
      'organization.changeOfAbove',
    );
    expect(codeOf(await change(scene, second, { kind: 'revoke', from: '2026-12-01', reason: 'Không' }))).toBe(
      'organization.changeOfAbove',
    );
    expect(codeOf(await change(scene, first, { kind: 'rename', name: 'Thôn Hạ', from: '2026-12-05' }))).toBe(
      'organization.hamletElsewhere',
    );
    expect(
      codeOf(await change(scene, place.communeId, { kind: 'rename', name: 'Minh Sơn Mới', from: '2026-12-05' })),
    ).toBe('organization.notAHamlet');
    expect((await change(scene, next.communeId, { kind: 'rename', name: 'X', from: '2026-12-05' })).status).toBe(403);
    app.clock.set(new Date('2026-12-01T03:00:00Z'));
    await app.get(UnitTree).turn();
    // Of the other commune from that day on.
    expect((await change(scene, first, { kind: 'rename', name: 'Thôn Hạ', from: '2026-12-05' })).status).toBe(403);
    app.clock.set(new Date('2026-11-24T03:00:00Z'));
    await app.get(UnitTree).turn();
  });

  it('takes back a name of its own whose day has not come', async () => {
    const scene = await build();
    const [first = ''] = scene.place.hamletIds;
    await change(scene, first, { kind: 'rename', name: 'Thôn Thượng', from: '2026-12-01' });
    expect(
      (await change(scene, first, { kind: 'revoke', from: '2026-12-01', reason: 'Dân xin lại tên cũ' })).status,
    ).toBe(200);
    expect(await historyOf(scene, first)).toEqual([['2022-01-01', 'Thôn 1', null]]);
    expect((await enteredOf(scene, first)).at(-1)).toMatchObject({ kind: 'revoke', basis: 'Dân xin lại tên cũ' });
    expect(await toldTo(scene.admin)).toHaveLength(2);
  });
});
