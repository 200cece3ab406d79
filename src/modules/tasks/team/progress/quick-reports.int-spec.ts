// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
/** By default of what a quick report of public services counts too. */
const order = async (indicatorCode = 'CQ01') => {
  const similar = (await app.database.rows<{ id: string }>(sql`select id from assignments`)).map(({ id }) => id);
  return (await issueOrder(app, village, { knowsOfSimilar: similar, indicatorCode })).taskIds[0] as string;
};
const taskNow = async (taskId: string) =>
  (await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body;
const countedAs = (entryId: string) =>
  app.database.rows(
    sql`select l.indicator_code, l.value, e.quick_kind, e.task_id, l.entry_id in (select entry_id from counted_lines) as counts
      from progress_entries e join progress_lines l on l.entry_id = e.id where e.id = ${entryId}`,
  );

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

  it('joins no task that counts something else, whatever an old phone says', async () => {
    const taskId = await order('CQ02');
    await act(app, team().leader, 'acceptTask', taskId);
    const { status, body } = await quick({ taskId, kind: 'payment', value: 2 });
    expect([status, body.taskId, body.entry.value]).toEqual([201, null, 2]);
    expect(await countedAs(body.entry.id)).toEqual([
      { indicator_code: 'XH01', value: 2, quick_kind: 'payment', task_id: null, counts: true },
    ]);
    expect((await taskNow(taskId)).figures.reported).toBe(0);
  });

  describe('that counts in a task', () => {
    const apart = (entryId: string, token = team().member.token, key: string = randomUUID()) =>
      app.call(routes.countApart, { token, params: { entryId }, key });
    const joined = async (taskId: string) => {
      const photoId = randomUUID();
      const { entry } = (await quick({ taskId, value: 3, photoIds: [photoId] })).body;
      return { entryId: entry.id as string, photoId };
    };

    it('is put apart by its own person or the leader: the task loses it, nothing is lost', async () => {
      const taskId = await order();
      await act(app, team().leader, 'acceptTask', taskId);
      for (const token of [team().member.token, team().leader.token]) {
        const { entryId, photoId } = await joined(taskId);
        expect((await taskNow(taskId)).figures.reported).toBe(3);
        const key = randomUUID();
        const { status, body } = await apart(entryId, token, key);
        expect([status, body.taskId]).toEqual([200, null]);
        expect(body.entry).toMatchObject({
          value: 3,
          correctsId: entryId,
          quickKind: 'public_services',
          photosPending: 1,
        });
        expect(body.entry.by.id).toBe(team().member.id);
        expect((await apart(entryId, token, key)).body.entry.id).toBe(body.entry.id);
        expect(await countedAs(entryId)).toMatchObject([{ counts: false }]);
        expect(await countedAs(body.entry.id)).toEqual([
          { indicator_code: 'CQ01', value: 3, quick_kind: 'public_services', task_id: null, counts: true },
        ]);
        const now = await taskNow(taskId);
        expect(now.figures.reported).toBe(0);
        expect(now.entries.at(-1)).toMatchObject({
          id: entryId,
          quickKind: 'public_services',
          correctedById: body.entry.id,
        });
        // A photo that is still on the phone names the entry that it was announced with.
        expect(
          await app.database.rows(sql`select 1 from photos where id = ${photoId} and entry_id = ${body.entry.id}`),
        ).toHaveLength(1);
        expect((await apart(entryId, token)).body.code).toBe('progress.alreadyCorrected');
      }
    });

    it('stays where it is for others, and once the commune has confirmed it', async () => {
      const taskId = await order();
      await act(app, team().leader, 'acceptTask', taskId);
      const { entryId } = await joined(taskId);
      const stranger = (await buildVillage(app, { hamlets: 1, commune: 'Dân Lý' })).teams[0];
      expect((await apart(entryId, stranger?.leader.token)).status).toBeGreaterThanOrEqual(403);
      const own = (await quick({})).body.entry;
      expect((await apart(own.id)).body.code).toBe('progress.notFound');
      await act(app, team().leader, 'completeTask', taskId, {});
      await act(app, village.officer, 'confirmTask', taskId, {});
      expect((await apart(entryId)).status).toBe(409);
    });
  });

  it('that was meant for a task counts as what the task counts, and adds nothing to it', async () => {
    const taskId = await order('CQ02');
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
