import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  act,
  buildDirective,
  buildProducts,
  buildVillage,
  part,
  productsInput,
  type Village,
} from '../../../../../test/support/orders.ts';
import { buildOfficer } from '../../../../../test/support/people.ts';
import { IssueRecurring } from '../series/issue-recurring.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00Z' });
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T02:00:00Z'));
  village = await buildVillage(app);
});
afterAll(stopApps);

const knowsOfSimilar = async () =>
  (
    await app.database.rows<{ id: string }>(sql`select id from assignments order by issued_at desc, id desc limit 50`)
  ).map(({ id }) => id);
const ask = async (
  route: typeof routes.issueAssignment | typeof routes.previewAssignment,
  targets: number[],
  changes: Record<string, unknown> = {},
  token = village.officer.token,
) =>
  app.call(route, {
    token,
    body: productsInput(village, targets, { knowsOfSimilar: await knowsOfSimilar(), ...changes }),
  });
const issue = (targets: number[], changes?: Record<string, unknown>, token?: string) =>
  ask(routes.issueAssignment, targets, changes, token);
const preview = async (targets: number[], changes?: Record<string, unknown>, token?: string) =>
  (await ask(routes.previewAssignment, targets, changes, token)).body.products;
const hamlet = (index: number) => village.teams[index]!.unitId;
async function taskOf(assignmentId: string, team = 0): Promise<string> {
  const row = await app.database.one<{ id: string }>(
    sql`select id from tasks where assignment_id = ${assignmentId} and team_id = ${village.teams[team]!.id}`,
  );
  return row!.id;
}

describe('an order for OCOP products', () => {
  it('may ask the commune’s teams together for what its register misses, whichever hamlet it is missing in', async () => {
    await buildProducts(app, hamlet(0), 4, 1);
    expect((await issue([1, 2])).status).toBe(201);
  });

  it('is refused above it, naming the commune, what is missing of how many, and nothing is written', async () => {
    await buildProducts(app, hamlet(0), 3, 1);
    await buildProducts(app, hamlet(1), 2, 1);
    const { status, body } = await issue([2, 2]);
    expect([status, body.code]).toEqual([422, 'input.invalid']);
    expect(body.details).toEqual([
      {
        path: 'target',
        code: 'assignment.productsAboveMissing',
        params: {
          communeId: village.communeId,
          commune: 'Xã Minh Sơn',
          registered: 5,
          missing: 3,
          ordered: 0,
          left: 3,
          wanted: 4,
        },
      },
    ]);
    expect(await app.database.rows(sql`select 1 from assignments where issuer_unit_id = ${village.communeId}`)).toEqual(
      [],
    );
  });

  it('is refused where nothing is registered, and where everything is listed, in words of their own', async () => {
    expect((await issue([1])).body.details).toMatchObject([{ code: 'assignment.productsNotRegistered' }]);
    await buildProducts(app, hamlet(0), 2, 2);
    expect((await issue([1])).body.details).toMatchObject([
      { code: 'assignment.productsAllListed', params: { registered: 2 } },
    ]);
  });

  it('leaves to open orders what they ask for, as far as it is not confirmed, and gets it back when they are withdrawn', async () => {
    await buildProducts(app, hamlet(0), 3);
    const first = await issue([2]);
    expect((await issue([0, 2])).body.details).toMatchObject([
      { code: 'assignment.productsAboveLeft', params: { missing: 3, ordered: 2, left: 1 } },
    ]);
    const second = await issue([0, 1]);
    expect(second.status).toBe(201);
    expect((await issue([1])).body.details).toMatchObject([{ code: 'assignment.productsAllOrdered' }]);
    await app.call(routes.cancelAssignment, {
      token: village.officer.token,
      params: { assignmentId: first.body.id },
      body: { reason: 'Giao nhầm' },
    });
    expect((await issue([2])).status).toBe(201);
  });

  it('is one of two when two officers order the last product at once', async () => {
    await buildProducts(app, hamlet(0), 1);
    const answers = await Promise.all([issue([1]), issue([0, 1])]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });

  it('counts a product that confirmed work has named, and that work asks for no more', async () => {
    await buildProducts(app, hamlet(0), 2);
    const { body } = await issue([1]);
    const taskId = await taskOf(body.id);
    const { leader } = village.teams[0]!;
    await act(app, leader, 'acceptTask', taskId);
    await act(app, leader, 'reportProgress', taskId, part(1, { complete: true }));
    const [product] = await app.database.rows<{ id: string }>(
      sql`select id from ocop_products where unit_id = ${hamlet(0)}`,
    );
    const products = [{ productId: product!.id, marketplace: 'postmart.vn' }];
    expect((await act(app, village.officer, 'confirmTask', taskId, { products })).status).toBe(200);
    expect(await preview([1])).toMatchObject([{ registered: 2, missing: 1, ordered: 0, wanted: 1, obstacle: null }]);
  });
});

describe('before an order for OCOP products', () => {
  it('the preview says the same as the refusal, and says nothing of products for other work', async () => {
    await buildProducts(app, hamlet(0), 3, 1);
    expect(await preview([1, 1])).toMatchObject([
      { commune: { id: village.communeId }, registered: 3, missing: 2, ordered: 0, wanted: 2, obstacle: null },
    ]);
    expect(await preview([2, 1])).toMatchObject([{ wanted: 3, obstacle: 'productsAboveMissing' }]);
    expect(await preview([2, 1], { templateCode: 'NV03', indicatorCode: 'CQ02' })).toBeNull();
  });

  it('the form is told by commune, below the unit that orders and nowhere else', async () => {
    await buildProducts(app, hamlet(0), 3, 1);
    await issue([1]);
    const read = (unitId: string) =>
      app.call(routes.productsToList, { token: village.officer.token, params: { unitId } });
    expect((await read(village.communeId)).body).toEqual([
      { commune: expect.objectContaining({ id: village.communeId }), registered: 3, missing: 2, ordered: 1 },
    ]);
    expect((await read(village.districtId)).status).toBe(403);
  });
});

describe('a district’s order for OCOP products', () => {
  it('is judged commune by commune: what one misses is not for another’s teams', async () => {
    const other = await buildVillage(app, { commune: 'Tiến Nông', hamlets: 1, districtId: village.districtId });
    await buildVillage(app, { commune: 'Dân Lý', hamlets: 1, districtId: village.districtId });
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    const directiveId = await buildDirective(app, village.districtId, '99/KH-UBND');
    await buildProducts(app, hamlet(0), 5);
    await buildProducts(app, other.teams[0]!.unitId, 1);
    const order = (own: number, others: number) => ({
      unitId: village.districtId,
      directiveId,
      target: own + others,
      shares: [
        { teamId: village.teams[0]!.id, target: own },
        { teamId: other.teams[0]!.id, target: others },
      ],
    });
    const refused = await issue([], order(3, 2), district.token);
    expect(refused.body.details).toMatchObject([
      { code: 'assignment.productsAboveMissing', params: { commune: 'Xã Tiến Nông', missing: 1, wanted: 2 } },
    ]);
    expect(await preview([], order(3, 2), district.token)).toMatchObject([
      { commune: { name: 'Minh Sơn' }, missing: 5, wanted: 3, obstacle: null },
      { commune: { name: 'Tiến Nông' }, missing: 1, wanted: 2, obstacle: 'productsAboveMissing' },
    ]);
    const { body } = await app.call(routes.productsToList, {
      token: district.token,
      params: { unitId: village.districtId },
    });
    expect(
      body.map(({ commune, registered }: { commune: { name: string }; registered: number }) => [
        commune.name,
        registered,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['Minh Sơn', 5],
        ['Tiến Nông', 1],
        ['Dân Lý', 0],
      ]),
    );
    expect((await issue([], order(5, 1), district.token)).status).toBe(201);
  });
});

describe('a monthly order for OCOP products', () => {
  const run = async (instant: string) => {
    app.clock.set(new Date(instant));
    await app.get(IssueRecurring).run();
  };
  const orders = async () =>
    (await app.call(routes.listAssignments, { token: village.officer.token, params: { unitId: village.communeId } }))
      .body.items;
  const finish = (assignmentId: string) =>
    app.database.rows(sql`update tasks set state = 'confirmed' where assignment_id = ${assignmentId}`);
  async function monthly(targets: number[]): Promise<string> {
    const { body } = await issue(targets);
    await app.call(routes.issueAgainMonthly, {
      token: village.officer.token,
      params: { assignmentId: body.id },
      body: { recurrence: 'monthly' },
    });
    await finish(body.id);
    return body.id;
  }
  const sharesOf = (assignmentId: string) =>
    app.database.rows(sql`select team_id, target from tasks where assignment_id = ${assignmentId} order by id`);

  it('asks for what is missing on the day, split as it was, and for the whole again when there is more to do', async () => {
    await buildProducts(app, hamlet(0), 6);
    await monthly([4, 2]);
    await app.database.rows(
      sql`update ocop_products set listed_on = '2022-07-01'
        where id in (select id from ocop_products where unit_id = ${hamlet(0)} limit 3)`,
    );
    await run('2022-07-15T01:00:00Z');
    const [july] = await orders();
    expect([july.figures.target, july.skipped]).toEqual([3, null]);
    expect(await sharesOf(july.id)).toEqual([
      { team_id: village.teams[0]!.id, target: 2 },
      { team_id: village.teams[1]!.id, target: 1 },
    ]);
    await finish(july.id);
    await buildProducts(app, hamlet(1), 9);
    await run('2022-08-15T01:00:00Z');
    const [august] = await orders();
    expect([august.figures.target, (await orders()).length]).toEqual([6, 3]);
  });

  it('leaves out the period in which nothing is missing, says why, and goes on in the next', async () => {
    await buildProducts(app, hamlet(0), 1);
    const first = await monthly([1]);
    await app.database.rows(sql`update ocop_products set listed_on = '2022-07-01' where unit_id = ${hamlet(0)}`);
    await run('2022-07-15T01:00:00Z');
    const skipped = { month: '2022-08', reason: 'productsAllListed' };
    expect(await orders()).toMatchObject([{ id: first, skipped }]);
    const detail = await app.call(routes.getAssignment, {
      token: village.officer.token,
      params: { assignmentId: first },
    });
    expect(detail.body).toMatchObject({ recurrence: 'monthly', skipped });
    await buildProducts(app, hamlet(1), 1);
    await run('2022-07-20T01:00:00Z');
    expect(await orders()).toHaveLength(1);
    await run('2022-08-15T01:00:00Z');
    expect(await orders()).toMatchObject([{ skipped: null, figures: { target: 1 } }, { skipped: null }]);
  });

  it('asks for nothing twice while the last one is open', async () => {
    await buildProducts(app, hamlet(0), 2);
    const id = await monthly([2]);
    await app.database.rows(sql`update tasks set state = 'accepted' where assignment_id = ${id}`);
    await run('2022-07-15T01:00:00Z');
    expect(await orders()).toMatchObject([{ id, skipped: { reason: 'productsAllOrdered' } }]);
  });
});
