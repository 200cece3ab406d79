import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer } from '../../../../../test/support/people.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import { IssueRecurring } from '../series/issue-recurring.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);

const at = (instant: string) => app.clock.set(new Date(instant));

describe('recalling', () => {
  const cancelled = (id: string) =>
    app.database.rows<{ payload: { silent: boolean } }>(
      sql`select payload from outbox where name = 'assignment.cancelled' and payload @> jsonb_build_object('assignmentId', ${id}::text)`,
    );
  const cancel = (village: Village, assignmentId: string) =>
    app.call(routes.cancelAssignment, {
      token: village.officer.token,
      params: { assignmentId },
      body: { reason: 'Giao nhầm' },
    });

  it('is silent within the hold and a notice after it; doing it twice does it once', async () => {
    const village = await buildVillage(app, { hamlets: 1 });
    const early = await issueOrder(app, village);
    expect((await cancel(village, early.id)).body.cancelledAt).not.toBeNull();
    await cancel(village, early.id);
    expect((await cancelled(early.id)).map(({ payload }) => payload.silent)).toEqual([true]);
    const late = await issueOrder(app, village);
    app.clock.advance(61_000);
    await cancel(village, late.id);
    expect((await cancelled(late.id)).map(({ payload }) => payload.silent)).toEqual([false]);
  });

  it('withdraws open work with the reason and leaves confirmed work alone', async () => {
    const village = await buildVillage(app, { hamlets: 2 });
    const { id, taskIds } = await issueOrder(app, village);
    const [team] = village.teams as [Village['teams'][number]];
    await act(app, team.leader, 'acceptTask', taskIds[0] as string);
    await act(app, team.leader, 'reportProgress', taskIds[0] as string, part(20, { complete: true }));
    await act(app, village.officer, 'confirmTask', taskIds[0] as string);
    const { body } = await cancel(village, id);
    expect(body.states).toMatchObject({ confirmed: 1, cancelled: 1 });
    expect(await act(app, village.teams[1]?.leader as never, 'acceptTask', taskIds[1] as string)).toMatchObject({
      status: 409,
      body: { code: 'task.cancelled' },
    });
    const gone = await app.call(routes.getTask, {
      token: village.teams[1]?.leader.token as string,
      params: { taskId: taskIds[1] as string },
    });
    expect(gone.body).toMatchObject({ state: 'cancelled', cancelled: { reason: 'Giao nhầm' } });
  });
});

describe('a monthly order', () => {
  const orders = (village: Village) =>
    app
      .call(routes.listAssignments, { token: village.officer.token, params: { unitId: village.communeId } })
      .then(({ body }) => body.items);
  const recur = (village: Village, assignmentId: string, recurrence: 'none' | 'monthly') =>
    app.call(routes.issueAgainMonthly, {
      token: village.officer.token,
      params: { assignmentId },
      body: { recurrence },
    });

  it('is issued anew at the start of the next period, once, with a day to stop it', async () => {
    at('2022-06-21T01:00:00Z');
    const village = await buildVillage(app, { hamlets: 2 });
    const { id } = await issueOrder(app, village);
    expect((await recur(village, id, 'monthly')).body.recurrence).toBe('monthly');
    at('2022-07-14T10:00:00Z');
    await app.get(IssueRecurring).run();
    expect(await orders(village)).toHaveLength(1);
    at('2022-07-14T18:00:00Z');
    await Promise.all([app.get(IssueRecurring).run(), app.get(IssueRecurring).run()]);
    const [next, first] = await orders(village);
    expect([first.id, next]).toEqual([
      id,
      expect.objectContaining({ teams: 2, dueOn: '2022-08-09', figures: expect.objectContaining({ target: 40 }) }),
    ]);
    app.clock.advance(23 * 3_600_000);
    const stopped = await app.call(routes.cancelAssignment, {
      token: village.officer.token,
      params: { assignmentId: next.id },
      body: { reason: 'Tháng này nghỉ' },
    });
    expect(stopped.body.cancelledAt).not.toBeNull();
    const [event] = await app.database.rows<{ payload: { silent: boolean } }>(
      sql`select payload from outbox where name = 'assignment.cancelled'
        and payload @> jsonb_build_object('assignmentId', ${next.id}::text)`,
    );
    expect(event?.payload.silent).toBe(true);
    at('2022-06-21T01:00:00Z');
  });

  it('leaves out teams that have ended and stops when the directive is no longer valid', async () => {
    const village = await buildVillage(app, { hamlets: 2 });
    const { id } = await issueOrder(app, village);
    await recur(village, id, 'monthly');
    await app.database.rows(
      sql`update teams set status = 'dissolved', validity = '[2022-01-01,2022-07-01)' where id = ${village.teams[1]?.id}`,
    );
    at('2022-07-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    expect(await orders(village)).toMatchObject([{ teams: 1, figures: { target: 20 } }, { id }]);
    await app.database.rows(
      sql`update directives set validity = '[2022-04-15,2022-08-01)' where id = ${village.directiveId}`,
    );
    at('2022-08-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    const listed = await orders(village);
    expect([
      listed.length,
      (await app.call(routes.getAssignment, { token: village.officer.token, params: { assignmentId: id } })).body
        .recurrence,
    ]).toEqual([2, 'none']);
    at('2022-06-21T01:00:00Z');
  });
});

describe('half-typed orders', () => {
  it('are kept per unit, overwritten by their id, and gone once issued', async () => {
    const village = await buildVillage(app, { hamlets: 1 });
    const other = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý' });
    const draftId = randomUUID();
    const save = (title: string, { officer, communeId }: Village = village) =>
      app.call(routes.saveDraft, {
        token: officer.token,
        params: { unitId: communeId, draftId },
        body: { title, content: { step: 2 } },
      });
    const list = () =>
      app.call(routes.listDrafts, { token: village.officer.token, params: { unitId: village.communeId } });
    await save('Nộp hồ');
    await save('Nộp hồ sơ');
    expect((await save('của xã khác', other)).status).toBe(404);
    expect((await list()).body).toMatchObject([{ id: draftId, title: 'Nộp hồ sơ', content: { step: 2 } }]);
    await issueOrder(app, village, { draftId });
    expect((await list()).body).toEqual([]);
  });

  it('are thirty of one person in a unit, also when more come at once, and the others have their own', async () => {
    const village = await buildVillage(app, { hamlets: 1 });
    const colleague = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
    const save = (draftId: string, token = village.officer.token) =>
      app.call(routes.saveDraft, {
        token,
        params: { unitId: village.communeId, draftId },
        body: { title: 'Việc', content: {} },
      });
    const ids = Array.from({ length: 35 }, () => randomUUID());
    const saved = await Promise.all(ids.map((id) => save(id)));
    const refused = saved.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => [body.code, body.details[0].params.most])).toEqual(
      Array.from({ length: 5 }, () => ['assignment.tooManyDrafts', 30]),
    );
    expect((await save(ids[saved.findIndex(({ status }) => status === 200)] ?? '')).status).toBe(200);
    expect((await save(randomUUID(), colleague.token)).status).toBe(200);
    const { body } = await app.call(routes.listDrafts, {
      token: colleague.token,
      params: { unitId: village.communeId },
    });
    expect(body).toHaveLength(31);
  });
});

it('shows the catalogue as it was worded on a day, every target with its indicator', async () => {
  const village = await buildVillage(app, { hamlets: 1 });
  const templates = async (on: string) =>
    (await app.call(routes.listTemplates, { token: village.officer.token, query: { at: on } })).body as {
      code: string;
      title: string;
      indicators: unknown[];
    }[];
  const [then, later] = [await templates('2022-06-21'), await templates('2022-09-01')];
  expect(then.map(({ code }) => code)).toEqual(
    Array.from({ length: 27 }, (_, i) => `NV${String(i + 1).padStart(2, '0')}`),
  );
  expect(then.filter(({ indicators }) => indicators.length === 0)).toEqual([]);
  const titles = [then, later].map((list) => list.find(({ code }) => code === 'NV03')?.title);
  expect(titles).toEqual([
    'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến mức độ 3, 4',
    'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến (toàn trình, một phần)',
  ]);
});
