/** What comes in the way of a scheduled reform: refused when it is entered, given way to, or told in time to whoever can clear it. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import type { Village } from '../../../../test/support/orders.ts';
import { buildOfficer, buildTeam, type TestPerson } from '../../../../test/support/people.ts';
import { mergerInput, scheduleMerger } from '../../../../test/support/reforms/mergers.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../test/support/reforms/reforms.ts';
import { ApplyReorganisation } from './mergers/apply-reorganisation.ts';
import { ApplyReform } from './running/apply-reform.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
const village = (at: 0 | 1 | 2): Village => district.communes[at];

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  app.clock.set(new Date(`${TODAY}T03:00:00Z`));
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
});
afterAll(stopApps);

async function scheduled(): Promise<void> {
  await reform.draft();
  await reform.settle();
  expect((await reform.schedule()).body.state).toBe('scheduled');
}
/** A commune's merger as it is written down, and what is said of it then. */
async function merger(of: Village, onDate: string) {
  const call = (route: (typeof routes)[keyof typeof routes], params: Record<string, string>, body: object) =>
    app.call(route, { token: of.officer.token, key: randomUUID(), params, body });
  const { body } = await call(routes.createMerger, { unitId: of.communeId }, mergerInput(of, onDate));
  const answer = await call(routes.scheduleReorganisation, { reorganisationId: body.id }, { version: 1 });
  return { id: body.id as string, answer };
}
const stateOf = async (of: Village, reorganisationId: string) =>
  (await app.call(routes.getReorganisation, { token: of.officer.token, params: { reorganisationId } })).body;
const inboxOf = async ({ token }: TestPerson, kind: string) =>
  (await app.call(routes.inbox, { token })).body.items.filter((one: { kind: string }) => one.kind === kind);
const change = (unitId: string, body: object) =>
  app.call(routes.changeUnit, { token: district.admin.token, key: randomUUID(), params: { unitId }, body });
const findings = async () =>
  (await reform.call(routes.listReformFindings, { query: { limit: '200' } })).body.items.filter(
    ({ blocks }: { blocks: boolean }) => blocks,
  );

describe('a merger of hamlets inside a reform that waits for its day', () => {
  it('is refused on that day and later, and at any day where the commune is divided', async () => {
    await scheduled();
    const refused = {
      status: 409,
      body: { code: 'organization.mergerBlocked', details: [{ params: { first: 'insideReform' } }] },
    };
    expect((await merger(village(0), LATER)).answer).toMatchObject(refused);
    expect((await merger(village(0), '2022-08-01')).answer).toMatchObject(refused);
    expect((await merger(village(2), '2022-06-25')).answer).toMatchObject(refused);
    // Its commune sees that before it presses, and which reform it is.
    const { officer, communeId, hamletIds } = village(0);
    const query = { hamletIds: hamletIds.slice(0, 2).join(','), onDate: LATER, name: 'Tân Minh' };
    const { body } = await app.call(routes.rehearseMerger, {
      token: officer.token,
      params: { unitId: communeId },
      query,
    });
    expect(body.blocks).toContainEqual({
      code: 'insideReform',
      params: { id: reform.id, title: 'Sắp xếp xã', on: LATER },
    });
  });

  it('goes along where it comes before and the commune goes whole', async () => {
    await scheduled();
    const { id, answer } = await merger(village(0), '2022-06-25');
    expect(answer.body.state).toBe('scheduled');
    expect(await reform.blocks()).toEqual([]);
    app.clock.set(new Date('2022-06-25T03:00:00Z'));
    await app.get(ApplyReorganisation).run();
    await app.drain();
    expect(await stateOf(village(0), id)).toMatchObject({ state: 'applied' });
    await reformDay(app, LATER);
    expect((await reform.call(routes.getReform)).body.state).toBe('applied');
    const names = await app.database.rows<{ name: string }>(
      sql`select name from unit_versions where parent_id = ${await reform.unit('Triệu Sơn')} and upper_inf(validity) order by 1`,
    );
    expect(names.map(({ name }) => name).toSorted()).toEqual(['Thôn 1', 'Thôn 1', 'Thôn 2', 'Tân Minh']);
  });
});

it('names the commune whose merger is in the way; the organiser takes that back and the commune hears why', async () => {
  const id = await scheduleMerger(app, village(0), '2022-08-01');
  await reform.draft();
  await reform.settle();
  expect((await reform.schedule()).body.code).toBe('organization.reformBlocked');
  expect(await findings()).toMatchObject([
    { code: 'otherReform', unit: { fullName: 'Xã Minh Sơn' }, params: { id, reach: 'hamlets', on: '2022-08-01' } },
  ]);
  const clear = (reorganisationId: string, by = district.admin) =>
    app.call(routes.clearReformObstacle, {
      token: by.token,
      key: randomUUID(),
      params: { reformId: reform.id, reorganisationId },
    });
  expect((await clear(id, village(0).officer)).status).toBe(403);
  const other = await scheduleMerger(app, (await buildDistrict(app)).communes[0], '2022-08-01');
  expect((await clear(other)).body.code).toBe('organization.reformNotFound');
  expect((await clear(id)).body).toMatchObject({ blocks: 0 });
  expect(await stateOf(village(0), id)).toMatchObject({ state: 'revoked', gaveWay: true, revokeReason: 'Sắp xếp xã' });
  await app.drain();
  const [told] = await inboxOf(village(0).officer, 'mergerGaveWay');
  expect(told.body).toContain('“Sắp xếp xã” có hiệu lực từ ngày 1/7');
  expect((await reform.schedule()).body.state).toBe('scheduled');
});

it('is not held up on its day by hamlets of one commune: their merger gives way, whoever scheduled it', async () => {
  await scheduled();
  // Entered by the version before, which did not ask.
  const id = await scheduleMerger(app, await lone(), '2022-08-01');
  await app.database.rows(sql`update reorganisations set unit_id = ${village(0).communeId} where id = ${id}`);
  await app.database.rows(
    sql`update reorganisation_lines l set unit_id = n.to_id
      from unnest(${(await linesOf(id)).map(({ unitId }) => unitId)}::uuid[], ${village(0).hamletIds.slice(0, 2)}::uuid[]) as n(from_id, to_id)
      where l.reorganisation_id = ${id} and l.unit_id = n.from_id`,
  );
  expect(await reform.blocks()).toEqual(['otherReform']);
  await reformDay(app, LATER);
  expect((await reform.call(routes.getReform)).body).toMatchObject({ state: 'applied', held: null });
  const [row] = await app.database.rows(sql`select state, gave_way_to as "to" from reorganisations where id = ${id}`);
  expect(row).toEqual({ state: 'revoked', to: reform.id });
});

const lone = async (): Promise<Village> => (await buildDistrict(app)).communes[0];
const linesOf = (id: string) =>
  app.database.rows<{ unitId: string }>(
    sql`select unit_id as "unitId" from reorganisation_lines where reorganisation_id = ${id} and kind = 'merge' order by position`,
  );

it('refuses what would keep it from beginning while that is entered, and lets go when it is taken back', async () => {
  await scheduled();
  const held = { status: 409, body: { code: 'organization.heldByReform' } };
  const rename = { kind: 'rename', name: 'Minh Sơn Mới', basis: 'Nghị quyết 5/NQ-HĐND' };
  expect(await change(village(0).communeId, { ...rename, from: '2022-07-10' })).toMatchObject({
    ...held,
    body: { details: [{ params: { name: 'xã Minh Sơn Mới', title: 'Sắp xếp xã', on: LATER } }] },
  });
  expect((await change(village(0).communeId, { ...rename, from: '2022-06-25' })).status).toBe(200);
  const create = (parentId: string) =>
    app.call(routes.createUnit, {
      token: district.admin.token,
      key: randomUUID(),
      body: { kind: 'hamlet', type: 'thôn', name: 'Thôn 9', parentId, from: TODAY },
    });
  // A divided commune's hamlets are allotted by name; one that goes whole takes the new one along.
  expect(await create(village(2).communeId)).toMatchObject(held);
  expect((await create(village(1).communeId)).status).toBe(201);
  expect(await reform.blocks()).toEqual([]);
  await reform.call(routes.revokeReform, { body: { version: reform.version, reason: 'Hoãn' } });
  expect((await create(village(2).communeId)).status).toBe(201);
});

describe('a code that another unit of the country bears', () => {
  let other: District;
  beforeEach(async () => {
    other = await buildDistrict(app);
  });
  const nameOfOther = expect.stringMatching(/^Xã Minh Sơn \(Tỉnh .+\)$/);
  const coded = async (code: string) => {
    reform = new Reforming(app, district, LATER, code);
    await reform.draft();
    await reform.settle();
  };
  const changeThere = (body: object) =>
    app.call(routes.changeUnit, {
      token: other.admin.token,
      key: randomUUID(),
      params: { unitId: other.communes[0].communeId },
      body: { kind: 'rename', name: 'Minh Sơn', basis: 'Nghị quyết 5/NQ-HĐND', ...body },
    });

  it('is found before it is scheduled, and is no obstacle once it is given up there', async () => {
    await coded(other.codes[0]);
    expect(await findings()).toMatchObject([
      { code: 'codeElsewhere', params: { code: other.codes[0], name: nameOfOther, on: LATER } },
    ]);
    expect((await reform.schedule()).body).toMatchObject({
      code: 'organization.reformBlocked',
      details: [{ params: { first: 'codeElsewhere' } }],
    });
    await changeThere({ code: `${other.codes[0]}9`, from: '2022-06-30' });
    expect((await reform.schedule()).body.state).toBe('scheduled');
    await reformDay(app, LATER);
    expect((await reform.call(routes.getReform)).body.state).toBe('applied');
  });

  it('is no obstacle where a reform that waits there ends it by then, and is one again when that does not come', async () => {
    const there = new Reforming(app, other, LATER);
    await there.draft();
    await there.settle();
    expect((await there.schedule()).body.state).toBe('scheduled');
    await coded(other.codes[1]);
    expect(await findings()).toEqual([]);
    expect((await reform.schedule()).body.state).toBe('scheduled');
    await there.call(routes.revokeReform, { body: { version: there.version, reason: 'Hoãn' } });
    expect(await reform.blocks()).toEqual(['codeElsewhere']);
  });

  it('is told when it comes in the way later, and stops no other reform on that day', async () => {
    const code = `${other.codes[0]}8`;
    await coded(code);
    expect((await reform.schedule()).body.state).toBe('scheduled');
    expect((await changeThere({ code, from: '2022-06-25' })).status).toBe(200);
    app.clock.set(new Date('2022-06-22T03:00:00Z'));
    await app.get(ApplyReform).lookAhead();
    await app.drain();
    const [message] = await inboxOf(district.admin, 'reformHeld');
    expect(message.body).toMatch(/Mã ghi cho đơn vị mới nay là của Xã Minh Sơn \(Tỉnh .+\)\./);
    await reformDay(app, LATER);
    expect((await reform.call(routes.getReform)).body).toMatchObject({ state: 'scheduled', held: 1 });
    await changeThere({ code: `${code}7`, from: '2022-06-28' });
    await reformDay(app, LATER);
    expect((await reform.call(routes.getReform)).body).toMatchObject({ state: 'applied', held: null });
  });

  it('goes to whichever of two reforms was scheduled first', async () => {
    const there = new Reforming(app, other, '2022-07-02');
    await there.draft();
    await there.settle();
    await there.schedule();
    await coded(there.newCode);
    const params = { code: there.newCode, name: 'xã Hợp Tiến', title: 'Sắp xếp xã', on: '2022-07-02' };
    expect(await findings()).toMatchObject([{ code: 'codeClaimed', params }]);
    expect(await there.blocks()).toEqual([]);
  });
});

describe('what nobody could refuse', () => {
  /** As a change of the tree by other means: a hamlet that nobody allotted. */
  const astray = () =>
    app.database.tx(async (tx) => {
      const [id] = [randomUUID()];
      await tx.query(`insert into units (id, kind, validity) values ($1, 'hamlet', '[2022-01-01,)')`, [id]);
      await tx.query(
        `insert into unit_versions (id, unit_id, name, type, parent_id, validity) values (gen_random_uuid(), $1, 'Thôn 9', 'thôn', $2, '[2022-01-01,)')`,
        [id, village(2).communeId],
      );
    });
  const told = async (by = district.admin) => inboxOf(by, 'reformHeld');

  it('is told to the organiser days before, once, then daily near the day, and by the list of reforms', async () => {
    await scheduled();
    await app.get(ApplyReform).lookAhead();
    await app.drain();
    expect(await told()).toEqual([]);
    await astray();
    const look = async (day: string) => {
      app.clock.set(new Date(`${day}T03:00:00Z`));
      await app.get(ApplyReform).lookAhead();
      await app.drain();
      const [{ n }] = (await app.database.rows(
        sql`select count(*)::int as n from outbox where name = 'reorganisation.held' and payload ->> 'reorganisationId' = ${reform.id}`,
      )) as [{ n: number }];
      return n;
    };
    expect(await look('2022-06-22')).toBe(1);
    expect(await look('2022-06-22')).toBe(1);
    expect(await look('2022-06-24')).toBe(1);
    expect(await look('2022-06-29')).toBe(2);
    expect(await look('2022-06-30')).toBe(3);
    const [message] = await told();
    expect(message).toMatchObject({
      title: 'Chưa bắt đầu được: Sắp xếp xã',
      page: `/unit-reforms/${reform.id}?tab=units`,
    });
    expect(message.body).toContain('Xã Hợp Thắng còn thôn chưa chia về xã nào.');
    const list = await reform.call(routes.listReforms);
    expect(list.body.items).toContainEqual(expect.objectContaining({ id: reform.id, state: 'scheduled', held: 1 }));
  });

  it('is told on the day itself, with no message more while nothing changes, and it begins once it is settled', async () => {
    await scheduled();
    await astray();
    await reformDay(app, LATER);
    await app.get(ApplyReform).run();
    await app.drain();
    expect(await told()).toHaveLength(1);
    expect((await reform.call(routes.getReform)).body).toMatchObject({ state: 'scheduled', held: 1, blocks: 1 });
    expect(
      (await reform.call(routes.revokeReform, { body: { version: reform.version, reason: 'Sửa' } })).body.state,
    ).toBe('revoked');
  });

  it("is told of a commune's own merger to its committee", async () => {
    const id = await scheduleMerger(app, village(0), LATER);
    await buildTeam(app, { unitId: village(0).hamletIds[1]!, status: 'draft', validity: '[2022-06-25,)' });
    const colleague = await buildOfficer(app, { role: 'committee_member', unitId: village(0).communeId });
    app.clock.set(new Date(`${LATER}T03:00:00Z`));
    await app.get(ApplyReorganisation).run();
    await app.drain();
    for (const person of [village(0).officer, colleague])
      expect(await told(person)).toMatchObject([{ page: `/reforms/${id}` }]);
    expect(await told(village(1).officer)).toEqual([]);
  });
});
