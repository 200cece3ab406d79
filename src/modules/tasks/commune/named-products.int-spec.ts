import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer } from '../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
let products: string[];

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00Z' });
});
beforeEach(async () => {
  village = await buildVillage(app);
  products = [];
  for (const name of ['Miến gạo', 'Mật ong', 'Nem chua', 'Chè xanh']) products.push(await register(name));
});
afterAll(stopApps);

const team = (index = 0) => village.teams[index]!;

async function register(name: string, unitId = team().unitId, token = village.officer.token): Promise<string> {
  const { body } = await app.call(routes.addOcopProduct, {
    token,
    params: { unitId },
    body: { name, owner: 'Hộ ông Bảy', stars: 3 },
  });
  return body.id;
}

const ofProducts = { templateCode: 'NV09', indicatorCode: 'KT04', title: 'Đưa sản phẩm OCOP lên sàn' };

/** The task of one team from an order to it alone. */
async function order(index: number, changes: Record<string, unknown>): Promise<string> {
  const shares = [{ teamId: team(index).id, target: 2 }];
  const { taskIds } = await issueOrder(app, village, { ...changes, target: 2, shares });
  return taskIds[index]!;
}
async function handedIn(value: number, { index = 0, work = ofProducts as Record<string, unknown> } = {}) {
  const taskId = await order(index, work);
  await act(app, team(index).leader, 'acceptTask', taskId);
  await act(app, team(index).leader, 'reportProgress', taskId, part(value));
  await act(app, team(index).leader, 'completeTask', taskId, {});
  return taskId;
}

const named = (index: number, more: Record<string, unknown> = {}) => ({
  productId: products[index],
  marketplace: 'postmart.vn',
  link: `https://postmart.vn/san-pham-${index}`,
  ...more,
});
const confirm = (taskId: string, names: unknown[], by = village.officer) =>
  act(app, by, 'confirmTask', taskId, { products: names });

async function listed(): Promise<Record<string, [string, string | null, string | null]>> {
  const { body } = await app.call(routes.listOcopProducts, {
    token: village.officer.token,
    params: { unitId: village.communeId },
  });
  return Object.fromEntries(
    body.items
      .filter((product: { listedOn: string | null }) => product.listedOn)
      .map((product: { name: string; listedOn: string; marketplace: string; link: string }) => [
        product.name,
        [product.listedOn, product.marketplace, product.link],
      ]),
  );
}

describe('products that confirmed work has put onto a marketplace', () => {
  it('stand in the register with the day of the work, the marketplace and the link', async () => {
    const taskId = await handedIn(2);
    expect((await confirm(taskId, [named(0), named(1, { link: undefined })])).status).toBe(200);
    expect(await listed()).toEqual({
      'Miến gạo': ['2022-06-21', 'postmart.vn', 'https://postmart.vn/san-pham-0'],
      'Mật ong': ['2022-06-21', 'postmart.vn', null],
    });
  });

  it('leave it when the confirmation is taken back, without what an officer has recorded since', async () => {
    const taskId = await handedIn(2);
    await confirm(taskId, [named(0), named(1)]);
    await app.call(routes.listOcopProduct, {
      token: village.officer.token,
      params: { productId: products[1]! },
      body: { listedOn: '2022-06-20', marketplace: 'voso.vn' },
    });
    expect((await act(app, village.officer, 'undoDecision', taskId)).status).toBe(200);
    expect(await listed()).toEqual({ 'Mật ong': ['2022-06-20', 'voso.vn', null] });
    expect((await confirm(taskId, [named(0)])).status).toBe(200);
    expect(Object.keys(await listed()).toSorted()).toEqual(['Miến gạo', 'Mật ong'].toSorted());
  });

  it('need not be named: the number is the word of the commune, and clients that name none go on working', async () => {
    const taskId = await handedIn(2);
    const { status, body } = await act(app, village.officer, 'confirmTask', taskId);
    expect([status, body.task.figures.confirmed]).toEqual([200, 2]);
    expect(await listed()).toEqual({});
  });

  it('may be named for the parts that are confirmed while the rest goes back', async () => {
    const taskId = await handedIn(2);
    const entry = await app.database.one<{ id: string }>(
      sql`select id from progress_entries where task_id = ${taskId}`,
    );
    const giveBack = (names: unknown[]) =>
      act(app, village.officer, 'returnTask', taskId, {
        reasons: ['figure_repeats'],
        confirm: [{ entryId: entry?.id, value: 1 }],
        products: names,
      });
    expect((await giveBack([named(0), named(1)])).body.code).toBe('progress.moreProducts');
    expect((await giveBack([named(0, { entryId: entry?.id })])).status).toBe(200);
    expect(Object.keys(await listed())).toEqual(['Miến gạo']);
    await act(app, village.officer, 'undoDecision', taskId);
    expect(await listed()).toEqual({});
  });
});

describe('a product counts once', () => {
  it('and is refused by name when it is on a marketplace already, with nothing confirmed', async () => {
    await confirm(await handedIn(1), [named(0)]);
    const taskId = await handedIn(1, { index: 1 });
    const refused = await confirm(taskId, [named(0)]);
    expect([refused.status, refused.body.code]).toEqual([409, 'organization.productListed']);
    expect(refused.body.details).toMatchObject([{ path: 'products.0.productId', params: { name: 'Miến gạo' } }]);
    const task = await app.call(routes.getTask, { token: team(1).leader.token, params: { taskId } });
    expect(task.body).toMatchObject({ state: 'submitted', figures: { confirmed: 0 } });
  });

  it('and stands once in a command', async () => {
    const taskId = await handedIn(2);
    const refused = await confirm(taskId, [named(0), named(0)]);
    expect([refused.status, refused.body.code, refused.body.details[0].path]).toEqual([
      422,
      'organization.productTwice',
      'products.1.productId',
    ]);
  });

  it('also when two officers confirm two results with it at once', async () => {
    const colleague = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    const [one, other] = [await handedIn(2), await handedIn(2, { index: 1 })];
    const answers = await Promise.all([
      confirm(one, [named(0), named(1)]),
      confirm(other, [named(1), named(0)], colleague),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const rows = await app.database.rows(
      sql`select distinct listed_by from ocop_products where id = any(${products.slice(0, 2)})`,
    );
    expect(rows).toHaveLength(1);
  });
});

describe('names that cannot stand behind the number', () => {
  it('are refused when they are more than it, of another commune, or of other work', async () => {
    const taskId = await handedIn(1);
    expect((await confirm(taskId, [named(0), named(1)])).body).toMatchObject({
      code: 'progress.moreProducts',
      details: [{ path: 'products', params: { named: 2, confirmed: 1 } }],
    });
    const elsewhere = await buildVillage(app, { commune: 'Dân Lực' });
    const foreign = await register('Bánh lá', elsewhere.hamletIds[0]!, elsewhere.officer.token);
    expect((await confirm(taskId, [named(0, { productId: foreign })])).body).toMatchObject({
      code: 'organization.productNotHere',
      details: [{ path: 'products.0.productId' }],
    });
    expect((await confirm(taskId, [named(0, { entryId: randomUUID() })])).body.code).toBe('return.partUnknown');
    const files = await handedIn(1, { work: {} });
    expect((await confirm(files, [named(0)])).body.code).toBe('progress.noProducts');
    expect(await listed()).toEqual({});
  });

  it('of a quick report that stands in for a task of products go by the same rules', async () => {
    const insteadOfTaskId = await order(0, ofProducts);
    const { body } = await app.call(routes.quickReport, {
      token: team().member.token,
      params: { teamId: team().id },
      key: randomUUID(),
      body: { kind: 'marketplace', value: 2, happenedOn: '2022-06-21', insteadOfTaskId },
    });
    const decide = (command: 'confirmEntry' | 'undoEntryDecision', input?: unknown) =>
      app.call(routes[command], {
        token: village.officer.token,
        params: { entryId: body.entry.id },
        key: randomUUID(),
        ...(input !== undefined && { body: input }),
      });
    expect((await decide('confirmEntry', { value: 1, products: [named(0), named(1)] })).body.code).toBe(
      'progress.moreProducts',
    );
    expect((await decide('confirmEntry', { value: 1, products: [named(0)] })).status).toBe(200);
    expect(Object.keys(await listed())).toEqual(['Miến gạo']);
    await decide('undoEntryDecision');
    expect(await listed()).toEqual({});
  });
});

describe('products of work of several days', () => {
  it('carry the day of the report that they belong to, else of the earliest with room', async () => {
    const taskId = await order(0, ofProducts);
    await act(app, team().leader, 'acceptTask', taskId);
    await act(app, team().leader, 'reportProgress', taskId, part(1));
    app.clock.advance(86_400_000);
    await act(app, team().leader, 'reportProgress', taskId, part(2, { happenedOn: '2022-06-22' }));
    await act(app, team().leader, 'completeTask', taskId, {});
    const late = await app.database.one<{ id: string }>(
      sql`select id from progress_entries where task_id = ${taskId} and happened_on = '2022-06-22'`,
    );
    await confirm(taskId, [named(0, { entryId: late?.id }), named(1), named(2)]);
    const days = Object.fromEntries(Object.entries(await listed()).map(([name, [day]]) => [name, day]));
    expect(days).toEqual({ 'Miến gạo': '2022-06-22', 'Mật ong': '2022-06-21', 'Nem chua': '2022-06-22' });
  });
});
