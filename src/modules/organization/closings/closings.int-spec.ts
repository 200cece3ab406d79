/** Several units end on one day by one document; what cannot is named, and all of it is taken back while it is held. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildDirective } from '../../../../test/support/orders.ts';
import { buildOfficer, buildTeam, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';

const TO = '2026-12-01';
let app: TestApp;
let place: Place;
let admin: TestPerson;
let committee: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-11-24T03:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);
beforeEach(async () => {
  place = await buildPlace(app, { hamlets: 4 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  committee = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
});

const ask = async (route: RouteId, by: TestPerson, unitId: string, body: object) =>
  (await app.call(routes[route], { token: by.token, params: { unitId }, body, key: randomUUID() })).body;
const takeBack = async (act: { id: string }, by: TestPerson) =>
  (await app.call(routes.takeBackAct, { token: by.token, params: { actId: act.id } })).body;
const stand = () =>
  app.database.rows(
    sql`select u.id, u.validity::text, v.validity::text as line from units u join unit_versions v on v.unit_id = u.id
      join unit_closure c on c.descendant_id = u.id and c.ancestor_id = ${place.provinceId} order by u.id`,
  );
const toldTo = async (person: TestPerson): Promise<string[]> => {
  await app.drain();
  const { items } = (await app.call(routes.inbox, { token: person.token })).body;
  return items.map(({ title }: { title: string }) => title).sort();
};
const changesOf = async (unitId: string): Promise<string[]> => {
  const { body } = await app.call(routes.unitChanges, { token: admin.token, params: { unitId } });
  return body.map(({ kind }: { kind: string }) => kind);
};

describe('hamlets that a commune ends', () => {
  let asked: { unitIds: string[]; to: string; successorIds: string[] };
  let directiveId: string;
  beforeEach(async () => {
    const [first = '', second = '', third = '', fourth = ''] = place.hamletIds;
    await buildTeam(app, { unitId: first });
    asked = { unitIds: [first, second, third], to: TO, successorIds: [fourth] };
    directiveId = await buildDirective(app, place.communeId);
  });

  it('are shown before with who is told and in which something stands; looking changes nothing', async () => {
    const before = await stand();
    expect(await ask('previewHamletClosings', committee, place.communeId, asked)).toMatchObject({
      count: 2,
      people: 1,
      told: [{ name: 'Thôn 2', people: [{ person: { id: admin.id } }] }, { name: 'Thôn 3' }],
      refused: [{ id: asked.unitIds[0], name: 'Thôn 1', code: 'organization.stillHasTeams', params: { count: 1 } }],
      holdSeconds: 60,
    });
    expect(await stand()).toEqual(before);
  });

  it('end by one directive, and taken back go on as before: nobody above hears of either', async () => {
    const before = await stand();
    const { act, ...done } = await ask('closeHamlets', committee, place.communeId, { ...asked, directiveId });
    expect(done).toMatchObject({ closed: 2, refused: [{ name: 'Thôn 1' }] });
    expect(await toldTo(admin)).toHaveLength(2);
    const ended = await app.database.rows(
      sql`select from_unit_id from unit_successors where to_unit_id = ${asked.successorIds[0]}`,
    );
    expect(ended).toHaveLength(2);
    expect(await takeBack(act, committee)).toEqual({ restored: 2, kept: [] });
    expect(await stand()).toEqual(before);
    expect(await toldTo(admin)).toEqual([]);
    expect(await changesOf(asked.unitIds[1] ?? '')).toEqual(['close', 'reopen']);
  });

  it('stay ended where the name has gone to another one meanwhile', async () => {
    const { act } = await ask('closeHamlets', committee, place.communeId, { ...asked, directiveId });
    const again = { type: 'thôn', name: 'Thôn 2', from: TO, directiveId };
    await ask('addHamlet', committee, place.communeId, again);
    expect(await takeBack(act, committee)).toEqual({ restored: 1, kept: [{ id: asked.unitIds[1], name: 'Thôn 2' }] });
  });

  it('are refused whole by a directive that does not bind the commune, and where one of them is to receive the others', async () => {
    const far = await buildPlace(app, { commune: 'Dân Lý', hamlets: 1 });
    const foreign = await buildDirective(app, far.communeId);
    const code = async (more: object) =>
      (await ask('closeHamlets', committee, place.communeId, { ...asked, directiveId, ...more })).code;
    expect(await code({ directiveId: foreign })).toBe('organization.basisNotVisible');
    expect(await code({ successorIds: [asked.unitIds[1]] })).toBe('organization.heirEnds');
    expect(
      await ask('closeHamlets', committee, place.communeId, { ...asked, unitIds: far.hamletIds, directiveId }),
    ).toEqual({
      closed: 0,
      refused: [],
      act: null,
    });
  });
});

it('communes that an administrator ends: only in which nothing stands any more, and nobody else does it', async () => {
  const empty = await buildPlace(app, { commune: 'Dân Quyền', hamlets: 0, districtId: place.districtId });
  const before = await stand();
  const body = {
    unitIds: [empty.communeId, place.communeId],
    to: TO,
    successorIds: [],
    basis: 'Nghị quyết 12/NQ-HĐND',
  };
  const { act, ...done } = await ask('closeUnits', admin, place.provinceId, body);
  expect(done).toMatchObject({
    closed: 1,
    refused: [{ name: 'Xã Minh Sơn', code: 'organization.stillHasUnits', params: { count: 4 } }],
  });
  expect(await changesOf(empty.communeId)).toEqual(['close']);
  expect(await takeBack(act, admin)).toEqual({ restored: 1, kept: [] });
  expect(await stand()).toEqual(before);
  expect((await ask('closeUnits', committee, place.communeId, body)).code).toBe('platform.denied');
});

it('a commune whose code another one has got meanwhile stays ended, the other one goes on', async () => {
  const { districtId } = place;
  const one = await buildPlace(app, { commune: 'Dân Quyền', hamlets: 0, districtId });
  const two = await buildPlace(app, { commune: 'Dân Lực', hamlets: 0, districtId });
  const body = { unitIds: [one.communeId, two.communeId], to: TO, successorIds: [], basis: 'Nghị quyết 12/NQ-HĐND' };
  const { act } = await ask('closeUnits', admin, place.provinceId, body);
  const [{ code }] = (await app.database.rows<{ code: string }>(
    sql`select code from unit_versions where unit_id = ${one.communeId}`,
  )) as [{ code: string }];
  const made = { kind: 'commune', type: 'xã', name: 'Dân Mới', code, parentId: districtId, from: TO };
  expect((await app.call(routes.createUnit, { token: admin.token, body: made, key: randomUUID() })).status).toBe(201);
  expect(await takeBack(act, admin)).toEqual({ restored: 1, kept: [{ id: one.communeId, name: 'Xã Dân Quyền' }] });
  // By hand it is refused with who bears it now.
  const revoke = { kind: 'revoke', from: TO, basis: 'Nghị quyết 13/NQ-HĐND' };
  expect(await ask('changeUnit', admin, one.communeId, revoke)).toMatchObject({
    code: 'organization.codeTaken',
    details: [{ path: 'from', params: { code, name: expect.stringContaining('Xã Dân Mới (') } }],
  });
});
