import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
const order = async (knowsOfSimilar?: string[]) => {
  const similar =
    knowsOfSimilar ?? (await app.database.rows<{ id: string }>(sql`select id from assignments`)).map(({ id }) => id);
  return (await issueOrder(app, village, { knowsOfSimilar: similar })).taskIds[0] as string;
};

describe('quick reports and difficulties', () => {
  const quick = (body: Record<string, unknown>, key: string = randomUUID()) =>
    app.call(routes.quickReport, {
      token: team().member.token,
      params: { teamId: team().id },
      key,
      body: { kind: 'public_services', value: 5, happenedOn: '2022-06-21', ...body },
    });

  it('adds to the task that it names and stands for itself without one', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const added = await quick({ taskId });
    expect(added).toMatchObject({
      status: 201,
      body: { taskId, entry: { value: 5, mine: true, periodMonth: '2022-07' } },
    });
    expect(
      (await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body.figures.reported,
    ).toBe(5);
    expect((await quick({ happenedOn: '2022-06-10' })).body).toMatchObject({ taskId: null });
    expect((await quick({ taskId, happenedOn: '2022-06-10' })).body.code).toBe('progress.beforeAssigned');
    expect((await quick({ happenedOn: '2022-03-01' })).body.code).toBe('progress.tooOld');
  });

  it('that was meant for a task counts as what the task counts, and adds nothing to it', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const body = { kind: 'communication', insteadOfTaskId: taskId, value: 12, happenedOn: '2022-06-10' };
    const { body: answer } = await quick(body);
    expect(answer).toMatchObject({ taskId: null, entry: { value: 12 } });
    expect(
      await app.database.rows(
        sql`select l.indicator_code, l.value, e.quick_kind from progress_entries e join progress_lines l on l.entry_id = e.id
          where e.id = ${answer.entry.id}`,
      ),
    ).toEqual([{ indicator_code: 'CQ02', value: 12, quick_kind: 'public_services' }]);
    const other = await quick({ ...body, insteadOfTaskId: randomUUID() });
    expect(other.body.details).toMatchObject([{ path: 'insteadOfTaskId', code: 'progress.otherTeam' }]);
  });

  it('is taken back within a minute and then counts nowhere', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const { entry } = (await quick({ taskId })).body;
    const takeBack = () =>
      app.call(routes.takeBackQuickReport, { token: team().member.token, params: { entryId: entry.id } });
    expect((await takeBack()).status).toBe(204);
    expect((await takeBack()).status).toBe(204);
    const { body } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
    expect([body.figures.reported, body.entries]).toEqual([0, []]);
    const kept = (await quick({ taskId })).body.entry;
    app.clock.advance(61_000);
    expect(
      (await app.call(routes.takeBackQuickReport, { token: team().member.token, params: { entryId: kept.id } })).body
        .code,
    ).toBe('task.tooLateToUndo');
  });

  it('stores a difficulty once and shows it to the commune', async () => {
    const key = randomUUID();
    const send = () =>
      app.call(routes.reportDifficulty, {
        token: team().member.token,
        params: { teamId: team().id },
        key,
        body: { kind: 'signal', text: 'Cuối thôn không có sóng' },
      });
    const first = await send();
    expect([first.status, (await send()).body]).toEqual([201, first.body]);
    const listed = await app.call(routes.listDifficulties, {
      token: village.officer.token,
      params: { unitId: village.communeId },
    });
    expect(listed.body.items.filter(({ id }: { id: string }) => id === first.body.id)).toHaveLength(1);
  });
});

it('names the OCOP products that are still missing', async () => {
  const product = (name: string, listedOn: string | null) =>
    app.database.rows(
      sql`insert into ocop_products (id, unit_id, name, owner, stars, listed_on, validity)
        values (${randomUUID()}, ${team().unitId}, ${name}, 'Hộ ông Bảy', 3, ${listedOn}, '[2022-01-01,)')`,
    );
  await product('Miến gạo', null);
  await product('Mật ong', '2022-05-01');
  const { taskIds } = await issueOrder(app, village, {
    templateCode: 'NV09',
    indicatorCode: 'KT04',
    title: 'Đưa sản phẩm OCOP lên sàn',
    target: 1,
    shares: [{ teamId: team().id, target: 1 }],
  });
  const { body } = await app.call(routes.getTask, {
    token: team().member.token,
    params: { taskId: taskIds[0] as string },
  });
  expect(
    body.missingProducts.map(({ name, listedOn }: { name: string; listedOn: string | null }) => [name, listedOn]),
  ).toEqual([
    ['Miến gạo', null],
    ['Mật ong', '2022-05-01'],
  ]);
  expect(body.guide.length).toBeGreaterThan(3);
});
