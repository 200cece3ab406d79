import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, orderInput, part, type Village } from '../../../../../test/support/orders.ts';

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
  const body = { name, owner: 'Hộ ông Bảy', stars: 3 };
  return (await app.call(routes.addOcopProduct, { token, params: { unitId }, body })).body.id;
}

async function listed(): Promise<Record<string, string[]>> {
  const params = { unitId: village.communeId };
  const { body } = await app.call(routes.listOcopProducts, { token: village.officer.token, params });
  return Object.fromEntries(
    body.items.flatMap((each: { name: string; listedOn: string | null; marketplace: string; link: string }) =>
      each.listedOn ? [[each.name, [each.listedOn, each.marketplace, each.link]]] : [],
    ),
  );
}

/** The task of one team from an order to it alone. */
async function accepted(index = 0): Promise<string> {
  const shares = [{ teamId: team(index).id, target: 2 }];
  const order = { templateCode: 'NV09', indicatorCode: 'KT04', asks: ['product_each'], target: 2, shares };
  const taskId = (await issueOrder(app, village, order)).taskIds[index] ?? '';
  await act(app, team(index).leader, 'acceptTask', taskId);
  return taskId;
}

describe('products that the team names, where the order asks for them by name', () => {
  const tick = (index: number, more: Record<string, unknown> = {}) => ({
    productId: products[index],
    marketplace: 'postmart',
    link: `https://postmart.vn/san-pham-${index}`,
    ...more,
  });
  const report = (taskId: string, ticks: unknown[], by = team().leader, more: Record<string, unknown> = {}) =>
    act(app, by, 'reportProgress', taskId, part(ticks.length, { products: ticks, ...more }));
  it('are the number: none is refused, as are those of elsewhere, twice, and a link to another place', async () => {
    const taskId = await accepted();
    const codeOf = async (ticks: unknown[], more = {}) => (await report(taskId, ticks, team().leader, more)).body.code;
    expect(await codeOf([], { value: 2 })).toBe('progress.productsMissing');
    expect(await codeOf([tick(0)], { value: 2 })).toBe('progress.productsDiffer');
    expect(await codeOf([tick(0), tick(0)])).toBe('progress.productTwice');
    expect(await codeOf([tick(0, { marketplace: 'cho' })])).toBe('progress.productPlaceMissing');
    expect(await codeOf([tick(0, { link: 'https://voso.vn/a' })])).toBe('progress.linkElsewhere');
    const elsewhere = await buildVillage(app, { commune: 'Dân Lực' });
    const foreign = await register('Bánh lá', elsewhere.hamletIds[0]!, elsewhere.officer.token);
    expect(await codeOf([tick(0, { productId: foreign })])).toBe('progress.productUnknown');
    const refused = await app.call(routes.issueAssignment, {
      token: village.officer.token,
      body: orderInput(village, { asks: ['product_each'] }),
    });
    expect(refused.body.details).toMatchObject([{ code: 'assignment.askUnknown' }]);
  });

  it('come into the register when the commune confirms, one by one or all at once', async () => {
    const [one, other] = [await accepted(), await accepted(1)];
    const sent = await report(one, [tick(0), tick(1, { marketplace: 'khac', link: 'https://chonhaque.vn/1' })]);
    expect(sent.body.task.entries[0]).toMatchObject({
      value: 2,
      links: ['https://postmart.vn/san-pham-0', 'https://chonhaque.vn/1'],
      breakdown: expect.arrayContaining([expect.objectContaining({ kind: 'khac', value: 1 })]),
    });
    await report(other, [tick(2)], team(1).leader);
    await act(app, team().leader, 'completeTask', one, {});
    await act(app, team(1).leader, 'completeTask', other, {});
    const body = { taskIds: [other], entryIds: [] };
    const { officer, communeId } = village;
    await app.call(routes.confirmResults, {
      token: officer.token,
      params: { unitId: communeId },
      key: randomUUID(),
      body,
    });
    expect(await listed()).toEqual({ 'Nem chua': ['2022-06-21', 'Postmart', 'https://postmart.vn/san-pham-2'] });
    expect((await act(app, officer, 'confirmTask', one, {})).status).toBe(200);
    expect(await listed()).toMatchObject({ 'Miến gạo': ['2022-06-21', 'Postmart', tick(0).link], 'Mật ong': {} });
    await act(app, officer, 'undoDecision', one);
    expect(Object.keys(await listed())).toEqual(['Nem chua']);
  });

  it('count once when two phones name the same, and both are told', async () => {
    const [one, other] = [await accepted(), await accepted(1)];
    const [first, second] = await Promise.all([
      report(one, [tick(0), tick(1)]),
      report(other, [tick(1), tick(0), tick(2)], team(1).member),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const entryOf = async (taskId: string) =>
      (await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body.entries[0];
    const [mine, theirs] = [await entryOf(one), second.body.task.entries[0]];
    expect(mine.value + theirs.value).toBe(3);
    const doubles = [...mine.products, ...theirs.products].filter(({ counted }) => !counted);
    expect(doubles).toHaveLength(2);
    for (const { firstBy } of doubles) expect(firstBy.fullName).not.toBe('');
  });

  it('stay with an entry that is mended, and one that is taken out is free again', async () => {
    const taskId = await accepted();
    const key = randomUUID();
    const send = () =>
      act(app, team().leader, 'reportProgress', taskId, part(2, { products: [tick(0), tick(1)] }), key);
    const [entry] = (await send()).body.task.entries;
    expect((await send()).body.task.entries).toHaveLength(1);
    const list = async () =>
      (await app.call(routes.getTask, { token: team().member.token, params: { taskId } })).body.missingProducts;
    expect(await list()).toMatchObject([{}, {}, {}, {}]);
    expect((await list()).filter((each: { taken: unknown }) => each.taken)).toHaveLength(2);
    const mended = await app.call(routes.correctProgress, {
      token: team().leader.token,
      params: { entryId: entry.id },
      key: randomUUID(),
      body: part(2, { products: [tick(0), tick(3)] }),
    });
    expect(mended.body.task.figures.reported).toBe(2);
    expect((await report(taskId, [tick(1)], team().member)).body.task.figures.reported).toBe(3);
    const again = await report(taskId, [tick(3)], team().member);
    expect(again.body.task.entries.at(-1)).toMatchObject({
      value: 0,
      products: [{ counted: false, firstBy: { id: team().leader.id } }],
    });
    const first = again.body.task.entries.find(({ correctsId }: { correctsId: string | null }) => correctsId);
    await app.drain();
    const { items } = (await app.call(routes.inbox, { token: team().leader.token })).body;
    // Told by the part that named it again, and not once more by what was mended since.
    expect(items.filter(({ kind }: { kind: string }) => kind === 'productNamedAgain')).toMatchObject([
      { taskId, title: `${team().member.fullName} cũng ghi: Chè xanh` },
    ]);
    const heard = (await app.call(routes.inbox, { token: team().member.token })).body.items;
    expect(heard.filter(({ kind }: { kind: string }) => kind === 'productNamedBefore')).toMatchObject([
      { taskId, title: `${team().leader.fullName} đã ghi trước: Chè xanh` },
    ]);
    expect(first.products.flatMap(({ alsoBy }: { alsoBy: { id: string }[] }) => alsoBy)).toMatchObject([
      { id: team().member.id },
    ]);
  });

  it('stay named in a quick report that was meant for the task, and come into the register with it', async () => {
    const taskId = await accepted();
    const quick = async (ticks: unknown[], more: Record<string, unknown> = {}) =>
      (
        await app.call(routes.quickReport, {
          token: team().leader.token,
          params: { teamId: team().id },
          key: randomUUID(),
          body: { kind: 'marketplace', value: ticks.length, happenedOn: '2022-06-20', products: ticks, ...more },
        })
      ).body;
    const { entry } = await quick([tick(0), tick(1)], { insteadOfTaskId: taskId });
    expect(entry).toMatchObject({ value: 2, products: [{ name: 'Miến gạo' }, { name: 'Mật ong' }] });
    const again = await report(taskId, [tick(0), tick(2)], team().member);
    expect(again.body.task.entries.at(-1)).toMatchObject({ value: 1 });
    expect((await quick([tick(3)], { taskId, happenedOn: '2022-06-21' })).entry).toMatchObject({ value: 1 });
    const { officer } = village;
    const decide = (route: 'confirmEntry' | 'returnEntry', entryId: string, body: unknown) =>
      app.call(routes[route], { token: officer.token, params: { entryId }, key: randomUUID(), body });
    expect((await decide('confirmEntry', entry.id, {})).status).toBe(200);
    expect(await listed()).toEqual({
      'Miến gạo': ['2022-06-20', 'Postmart', tick(0).link],
      'Mật ong': ['2022-06-20', 'Postmart', tick(1).link],
    });
    const other = await quick([tick(2)], { insteadOfTaskId: taskId });
    expect(other.entry).toMatchObject({ value: 0, products: [{ counted: false }] });
  });
});
