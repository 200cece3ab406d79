import { randomUUID } from 'node:crypto';
import { type RouteDefinition, routes } from '#contracts';
import { sql } from '#platform/database';
import { readPages } from '../../../../test/support/read-pages.ts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildTrainer } from '../../../../test/support/training/training.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let admin: TestPerson;
let officer: TestPerson;

beforeAll(async () => {
  app = await startApp();
  place = await buildPlace(app, { hamlets: 12 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  officer = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
});
afterAll(stopApps);

const asAdmin = <R extends (typeof routes)[keyof typeof routes]>(route: R, options: object = {}) =>
  app.call(route, { token: admin.token, key: randomUUID(), ...options });
describe('registers', () => {
  const set = (body: object, unitId = place.hamletIds[0] ?? '') =>
    app.call(routes.setRegister, { token: officer.token, params: { unitId }, body });
  const households = async (at: string) =>
    (await app.call(routes.listRegisters, { token: officer.token, params: { unitId: place.communeId }, query: { at } }))
      .body.items[0].households;

  it('keep the figure that held at each date, also when an older one is recorded later', async () => {
    await set({ households: 182, asOf: '2022-06-01' });
    await set({ households: 170, asOf: '2022-01-15' });
    await set({ households: 190, asOf: '2024-01-01' });
    expect([await households('2022-03-01'), await households('2022-12-31'), await households('2024-06-01')]).toEqual([
      170, 182, 190,
    ]);
  });

  it('refuse a figure below zero, one from the future, and another commune', async () => {
    expect((await set({ households: -1, asOf: '2022-06-01' })).body).toMatchObject({
      code: 'input.invalid',
      details: [{ path: 'households', code: 'input.too_small' }],
    });
    expect((await set({ households: 1, asOf: '2099-06-01' })).body.code).toBe('organization.registerInFuture');
    const other = await buildPlace(app, { commune: 'Dân Lý', districtId: place.districtId });
    expect((await set({ households: 1, asOf: '2022-06-01' }, other.hamletIds[0])).status).toBe(403);
  });

  it('count OCOP products by name and tell which are not listed yet', async () => {
    const params = { unitId: place.hamletIds[3] ?? '' };
    const add = async (name: string) =>
      (
        await app.call(routes.addOcopProduct, {
          token: officer.token,
          params,
          body: { name, owner: 'Hộ bà Lê Thị Bình', stars: 3 },
        })
      ).body;
    const honey = await add('Mật ong');
    await add('Bánh lá');
    await app.call(routes.listOcopProduct, {
      token: officer.token,
      params: { productId: honey.id },
      body: { listedOn: '2022-05-10', marketplace: 'postmart.vn' },
    });
    const { body } = await app.call(routes.listOcopProducts, {
      token: officer.token,
      params: { unitId: place.communeId },
    });
    expect(
      body.items.map((product: { name: string; marketplace: string | null }) => [product.name, product.marketplace]),
    ).toEqual([
      ['Bánh lá', null],
      ['Mật ong', 'postmart.vn'],
    ]);
    const registers = await app.call(routes.listRegisters, {
      token: officer.token,
      params: { unitId: place.communeId },
    });
    expect(registers.body.items[3]).toMatchObject({ ocopProducts: 2, ocopListed: 1 });
  });
});

describe('the OCOP register', () => {
  const add = (name: string, owner: string, hamlet = 0) =>
    app.call(routes.addOcopProduct, {
      token: officer.token,
      params: { unitId: place.hamletIds[hamlet] ?? '' },
      body: { name, owner, stars: 3 },
    });
  const change = (productId: string, body: Record<string, unknown>) =>
    app.call(routes.changeOcopProduct, { token: officer.token, params: { productId }, body });
  const listed = async () =>
    (
      await app.call(routes.listOcopProducts, { token: officer.token, params: { unitId: place.communeId } })
    ).body.items.map(({ name }: { name: string }) => name);

  it('refuses a product that the commune has, however it is written, and names the one that stands there', async () => {
    const { body: known } = await add('Nem chua Dân Lực', 'Cơ sở Bà Năm', 1);
    const double = await add('NEM  CHUA dan luc', 'co so ba nam', 2);
    expect([double.status, double.body.code]).toEqual([409, 'organization.productExists']);
    expect(double.body.details).toEqual([
      {
        path: 'name',
        code: 'organization.productExists',
        params: { id: known.id, name: 'Nem chua Dân Lực', owner: 'Cơ sở Bà Năm', unit: expect.stringMatching(/^Thôn/) },
      },
    ]);
    expect((await add('Nem chua Dân Lực', 'Cơ sở Ông Tám')).status).toBe(201);
    const twice = await Promise.all([add('Giò lụa', 'Hộ ông Ba'), add('giò lụa', 'Hộ Ông Ba')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('puts a product right with the reason, not into the double of another', async () => {
    const { body: wrong } = await add('Chè xah', 'Hộ bà Tư');
    await add('Chè xanh', 'Hộ bà Năm');
    expect((await change(wrong.id, { name: 'Chè xanh' })).body.code).toBe('input.invalid');
    expect((await change(wrong.id, { name: 'Chè xanh', owner: 'Hộ bà Năm', reason: 'Viết sai' })).body.code).toBe(
      'organization.productExists',
    );
    const right = await change(wrong.id, { name: 'Chè xanh', stars: 4, reason: 'Viết sai' });
    expect(right).toMatchObject({ status: 200, body: { id: wrong.id, name: 'Chè xanh', owner: 'Hộ bà Tư', stars: 4 } });
    const trail = await app.database.one<{ changes: unknown }>(
      sql`select changes from outbox where name = 'ocop-product.recorded' and payload->>'productId' = ${wrong.id}
        order by id desc limit 1`,
    );
    expect(trail?.changes).toMatchObject({ reason: 'Viết sai', before: { name: 'Chè xah' } });
  });

  it('ends a product with the reason, once, and the name is free again', async () => {
    const { body: product } = await add('Miến dong', 'Hộ ông Sáu');
    const end = (body: Record<string, unknown>) =>
      app.call(routes.endOcopProduct, { token: officer.token, params: { productId: product.id }, body });
    const { today } = (await app.call(routes.me, { token: officer.token })).body;
    expect((await end({ lastDay: '2020-01-01', reason: 'Thôi làm' })).body.code).toBe(
      'organization.productEndsBeforeStart',
    );
    expect((await end({ lastDay: today, reason: 'Hộ thôi làm' })).status).toBe(204);
    expect((await end({ lastDay: today, reason: 'Hộ thôi làm' })).body.code).toBe('organization.productEnded');
    expect(await listed()).toContain('Miến dong');
  });
});

describe('providers, rules and periods', () => {
  it('shows a provider to the communes that it covers', async () => {
    await asAdmin(routes.createProvider, {
      body: { name: 'VNPT Triệu Sơn', kind: 'telecom', coverage: [place.districtId], from: '2022-01-01' },
    });
    const { body } = await app.call(routes.listProviders, {
      token: officer.token,
      params: { unitId: place.communeId },
    });
    expect(body.items).toMatchObject([{ name: 'VNPT Triệu Sơn', coverage: [{ id: place.districtId }] }]);
  });

  it('takes the rules of the nearest unit above that has any', async () => {
    const own = await buildPlace(app, { commune: 'Tam Thanh', districtId: place.districtId });
    const codes = async () =>
      (await asAdmin(routes.listRules, { params: { unitId: own.communeId } })).body
        .filter((rule: { subject: string }) => rule.subject === 'team')
        .map((rule: { min: number; kind: string }) => `${rule.kind} ${rule.min}`);
    expect(await codes()).toContain('min_members 3');
    await app.database.rows(
      sql`insert into composition_rules (id, code, unit_id, subject, kind, min, citation, validity)
        values (${randomUUID()}, 'team.min_members', ${own.communeId}, 'team', 'min_members', 4, 'Kế hoạch của xã', '[2023-01-01,)')`,
    );
    expect(await codes()).toEqual(['min_members 4']);
  });

  it('counts the 15th in the next month', async () => {
    const { body } = await app.call(routes.currentPeriod, {
      token: officer.token,
      params: { unitId: place.communeId },
      query: { at: '2022-11-18' },
    });
    expect(body).toEqual({ month: '2022-12', startsOn: '2022-11-15', endsOn: '2022-12-14', dueOn: '2022-12-24' });
  });
});

describe('long lists, page by page', () => {
  const ask =
    (route: RouteDefinition, params: Record<string, string> = {}, fixed: Record<string, string> = {}) =>
    (query: Record<string, string>) =>
      app.call(route, { token: admin.token, params, query: { ...fixed, ...query } });
  const refused = { status: 422, body: { code: 'input.invalid', details: [{ path: 'query.cursor' }] } };
  const namesOf = (items: { name: string }[]) => items.map(({ name }) => name);

  it('give each unit once, in order, while hamlets before and behind the page are added', async () => {
    const commune = await buildPlace(app, { commune: 'Hợp Lý', hamlets: 11, districtId: place.districtId });
    const under = { under: commune.communeId, kind: 'hamlet' };
    const add = (name: string) =>
      asAdmin(routes.createUnit, {
        body: { kind: 'hamlet', type: 'thôn', name, parentId: commune.communeId, from: '2022-01-01' },
      });
    const { items, total, cursor } = await readPages<{ name: string }>(ask(routes.searchUnits, {}, under), {
      limit: 4,
      between: async () => {
        expect((await add('Thôn 0')).status).toBe(201);
        await add('Thôn 12');
      },
    });
    expect(namesOf(items)).toEqual(Array.from({ length: 12 }, (_, n) => `Thôn ${n + 1}`));
    expect(total).toBe(11);
    expect(await ask(routes.searchUnits, {}, { under: commune.communeId })({ cursor })).toMatchObject(refused);
    expect(await ask(routes.searchUnits, {}, under)({ cursor: '4' })).toMatchObject(refused);
    expect(await ask(routes.searchUnits, {}, under)({ limit: '1000000' })).toMatchObject({ status: 422 });
  });

  it('give each directive once, the newest first, while newer and older ones are registered', async () => {
    const params = { unitId: place.communeId };
    const add = (number: string, issuedOn: string, unitId = place.communeId) =>
      asAdmin(routes.createDirective, {
        params: { unitId },
        body: { kind: 'plan', number, issuedOn, issuer: 'UBND', abstract: 'Kế hoạch' },
      });
    for (const n of [1, 2, 3, 4, 5]) expect((await add(`${n}/KH`, '2022-02-01')).status).toBe(201);
    const { items, cursor } = await readPages<{ number: string }>(ask(routes.listDirectives, params), {
      limit: 2,
      between: () => Promise.all([add('6/KH', '2022-03-01'), add('0/KH', '2022-01-01', place.provinceId)]),
    });
    const numbers = items.map(({ number }) => number);
    expect(numbers.filter((number) => /^[1-5].KH$/.test(number)).toSorted()).toEqual(
      [1, 2, 3, 4, 5].map((n) => `${n}/KH`),
    );
    expect([numbers.includes('6/KH'), numbers.at(-1)]).toEqual([false, '0/KH']);
    expect(await ask(routes.listDirectives, { unitId: place.provinceId })({ cursor })).toMatchObject(refused);
  });

  it('give each provider and each officer once, by name, while others come', async () => {
    const add = (name: string) =>
      asAdmin(routes.createProvider, { body: { name, kind: 'post', coverage: [place.communeId], from: '2022-01-01' } });
    for (const name of ['Bưu điện B', 'Bưu điện D', 'Bưu điện Đ']) expect((await add(name)).status).toBe(201);
    const providers = await readPages<{ name: string }>(ask(routes.listProviders, { unitId: place.communeId }), {
      limit: 2,
      between: () => Promise.all([add('Bưu điện A'), add('Bưu điện E')]),
    });
    expect(namesOf(providers.items).slice(0, 4)).toEqual(['Bưu điện B', 'Bưu điện D', 'Bưu điện Đ', 'Bưu điện E']);
    const appoint = (fullName: string) => buildOfficer(app, { role: 'trainer', unitId: place.communeId, fullName });
    for (const name of ['Lê An', 'Lê Ba', 'Lê Bá']) await appoint(name);
    const posts = await readPages<{ role: string; person: { fullName: string } | null }>(
      ask(routes.listPosts, { unitId: place.communeId }),
      { limit: 2, between: () => Promise.all([appoint('Lê A'), appoint('Lê Cả')]) },
    );
    const trainers = posts.items.filter(({ role }) => role === 'trainer');
    expect(trainers.map(({ person }) => person?.fullName)).toEqual(['Lê An', 'Lê Ba', 'Lê Bá', 'Lê Cả']);
    expect(await ask(routes.listPosts, { unitId: place.communeId })({ cursor: providers.cursor })).toMatchObject(
      refused,
    );
  });
});

describe('what providers cover', () => {
  it('is counted by commune, changed from a day on, and told to the second of two officers', async () => {
    const here = await buildPlace(app, { commune: 'Bát Mọt', hamlets: 3 });
    await buildPlace(app, { commune: 'Yên Nhân', hamlets: 1, districtId: here.districtId });
    const chief = await buildOfficer(app, { role: 'admin', unitId: here.provinceId });
    const today = app.clock.today();
    const by = (token: string) => ({
      grid: async (query = {}) =>
        (await app.call(routes.providerCoverage, { token, params: { unitId: here.provinceId }, query })).body,
      cell: (providerId: string) =>
        app.call(routes.providerCell, { token, params: { providerId, unitId: here.communeId } }),
      set: (providerId: string, body: object) =>
        app.call(routes.setCoverage, { token, params: { providerId, unitId: here.communeId }, body }),
      give: (providerId: string, hamletIds: readonly string[]) =>
        app.call(routes.coverHamlets, { token, params: { providerId }, body: { hamletIds, from: today } }),
    });
    const { grid, cell, set, give } = by(chief.token);
    const add = async (name: string, kind: string, coverage: readonly string[]) =>
      (await app.call(routes.createProvider, { token: chief.token, body: { name, kind, coverage, from: today } })).body
        .id as string;
    const viettel = await add('Viettel', 'telecom', here.hamletIds.slice(0, 2));
    const union = await add('Tỉnh Đoàn', 'union', [here.provinceId]);
    const trainer = await buildTrainer(app, { providerId: viettel, unitId: here.provinceId });
    const rows = ({ items }: { items: { unit: { name: string }; covered: number[] }[] }) =>
      items.map(({ unit, covered }) => [unit.name, ...covered]);
    const first = await grid();
    expect(rows(first)).toEqual([
      ['Bát Mọt', 2, 3],
      ['Yên Nhân', 0, 1],
    ]);
    expect(first).toMatchObject({
      hamlets: 4,
      people: 1,
      providers: [{ name: 'Viettel', people: 1, hamlets: 2 }, { hamlets: 4 }],
      counts: { gap: 1, none: 2 },
      uncovered: { total: 2, hamlets: [{ unit: { name: 'Thôn 3' } }, { commune: { name: 'Yên Nhân' } }] },
    });
    expect(rows(await grid({ by: 'hamlet', filter: 'gap' }))).toEqual([['Thôn 3', 0, 1]]);
    expect(rows(await by(trainer.token).grid())).toEqual([
      ['Bát Mọt', 2],
      ['Yên Nhân', 0],
    ]);
    expect((await by(trainer.token).cell(union)).status).toBe(403);
    expect((await cell(viettel)).body).toMatchObject({
      from: today,
      hamlets: [{ covered: true }, { covered: true }, { covered: false }],
      people: [{ person: { id: trainer.id } }],
      sessions: 0,
    });

    expect((await give(viettel, here.hamletIds.slice(2))).status).toBe(204);
    expect((await give(viettel, here.hamletIds.slice(2))).body.code).toBe('organization.coverageChanged');
    const change = { hamletIds: here.hamletIds.slice(0, 1), seen: here.hamletIds, from: today };
    expect((await set(union, { ...change, from: '2022-06-01' })).body.details).toMatchObject([{ path: 'from' }]);
    expect((await set(union, change)).status).toBe(204);
    const none = { hamletIds: [], seen: here.hamletIds, from: today };
    expect((await set(viettel, none)).body.code).toBe('organization.coverageNeeded');
    expect(await set(union, change)).toMatchObject({ status: 409, body: { code: 'organization.coverageChanged' } });
    expect(rows(await grid())).toEqual([
      ['Bát Mọt', 3, 1],
      ['Yên Nhân', 0, 1],
    ]);
  });
});
