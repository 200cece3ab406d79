import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import { buildMember, type TestPerson } from '../../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
const advice = { templateCode: 'NV11', indicatorCode: 'KT09', title: 'Chọn công nghệ cho sản xuất' };
async function order(changes: Record<string, unknown> = advice) {
  const known = await app.database.rows<{ id: string }>(sql`select id from assignments`);
  const { taskIds } = await issueOrder(app, village, { ...changes, knowsOfSimilar: known.map(({ id }) => id) });
  const taskId = taskIds[0] as string;
  await act(app, team().leader, 'acceptTask', taskId);
  return taskId;
}
const openFor = async ({ token }: TestPerson) =>
  (await app.call(routes.myTasks, { token })).body.followUps as {
    id: string;
    entryId: string;
    task: { id: string; title: string } | null;
    by: { id: string };
    mine: boolean;
    askOn: string;
  }[];
const ofTask = async (person: TestPerson, taskId: string) =>
  (await openFor(person)).filter(({ task }) => task?.id === taskId);
const one = async (person: TestPerson, taskId: string) => {
  const [found] = await ofTask(person, taskId);
  if (!found) throw new Error('nothing is asked again');
  return found;
};
const answer = (
  { token }: TestPerson,
  route: 'closeFollowUp' | 'moveFollowUp',
  followUpId: string,
  body?: unknown,
  key: string = randomUUID(),
) => app.call(routes[route], { token, params: { followUpId }, body, key });
const entryOf = async (person: TestPerson, taskId: string) =>
  (await app.call(routes.getTask, { token: person.token, params: { taskId } })).body.entries.at(-1);

describe('advice with a day on which to ask again', () => {
  it('is carried, and listed for its giver and the leaders of the team only', async () => {
    const taskId = await order();
    const body = part(3, { followUpOn: '2022-06-28', note: 'Ba hộ làm nấm' });
    expect((await act(app, team().member, 'reportProgress', taskId, body)).status).toBe(200);
    expect(await ofTask(team().member, taskId)).toMatchObject([
      { task: { id: taskId, title: advice.title }, by: { id: team().member.id }, mine: true, askOn: '2022-06-28' },
    ]);
    expect(await ofTask(team().leader, taskId)).toMatchObject([{ by: { id: team().member.id }, mine: false }]);
    const other = await buildMember(app, { teamId: team().id });
    expect(await openFor(other)).toEqual([]);
    expect(await entryOf(team().leader, taskId)).toMatchObject({ followUpOn: '2022-06-28' });
  });

  it('stands once for one command, however often it comes', async () => {
    const taskId = await order();
    const key = randomUUID();
    for (const _ of [1, 2]) {
      await act(app, team().member, 'reportProgress', taskId, part(1, { followUpOn: '2022-07-01' }), key);
      await app.database.rows(sql`delete from command_answers where command_id = ${key}`);
    }
    expect(await ofTask(team().member, taskId)).toHaveLength(1);
  });

  it('is done by its giver, once, and by nobody else', async () => {
    const taskId = await order();
    await act(app, team().member, 'reportProgress', taskId, part(1, { followUpOn: '2022-06-21' }));
    const { id } = await one(team().member, taskId);
    for (const route of ['closeFollowUp', 'moveFollowUp'] as const)
      expect(
        await answer(team().leader, route, id, route === 'moveFollowUp' ? { askOn: '2022-07-01' } : undefined),
      ).toMatchObject({ status: 404, body: { code: 'progress.followUpNotFound' } });
    const key = randomUUID();
    expect((await answer(team().member, 'closeFollowUp', id, undefined, key)).status).toBe(204);
    expect((await answer(team().member, 'closeFollowUp', id, undefined, key)).status).toBe(204);
    expect((await answer(team().member, 'closeFollowUp', id)).status).toBe(204);
    expect(await ofTask(team().member, taskId)).toEqual([]);
    expect(await ofTask(team().leader, taskId)).toEqual([]);
    const told = await app.database.rows(
      sql`select 1 from outbox where name = 'progress.follow-up-done' and payload @> jsonb_build_object('followUpId', ${id}::text)`,
    );
    expect(told).toHaveLength(1);
  });

  it('is moved, also to a day that passed while the command waited, and never beyond a year', async () => {
    const taskId = await order();
    await act(app, team().member, 'reportProgress', taskId, part(1, { followUpOn: '2022-06-21' }));
    const { id } = await one(team().member, taskId);
    expect((await answer(team().member, 'moveFollowUp', id, { askOn: '2022-07-05' })).status).toBe(204);
    expect((await one(team().leader, taskId)).askOn).toBe('2022-07-05');
    expect((await answer(team().member, 'moveFollowUp', id, { askOn: '2023-06-21' })).status).toBe(204);
    for (const askOn of ['2023-06-22', '2022-06-20'])
      expect(await answer(team().member, 'moveFollowUp', id, { askOn })).toMatchObject({
        status: 422,
        body: { code: 'progress.followUpDay', details: [{ path: 'askOn', params: { most: 365 } }] },
      });
  });

  it('goes along with a correction of a phone that knows nothing of it, and stays its giver’s', async () => {
    const taskId = await order();
    await act(app, team().member, 'reportProgress', taskId, part(4, { followUpOn: '2022-06-30' }));
    const correct = async (body: object) => {
      const params = { entryId: (await entryOf(team().leader, taskId)).id };
      const key = randomUUID();
      expect((await app.call(routes.correctProgress, { token: team().leader.token, params, body, key })).status).toBe(
        200,
      );
    };
    await correct(part(3));
    const kept = await one(team().member, taskId);
    expect(kept).toMatchObject({ askOn: '2022-06-30', mine: true });
    expect(kept.entryId).toBe((await entryOf(team().member, taskId)).id);
    await correct(part(3, { followUpOn: '2022-07-02' }));
    expect(await one(team().member, taskId)).toMatchObject({ id: kept.id, askOn: '2022-07-02', mine: true });
    await correct(part(3, { followUpOn: null }));
    expect(await ofTask(team().member, taskId)).toEqual([]);
    await correct(part(3, { followUpOn: '2022-07-03' }));
    expect(await one(team().leader, taskId)).toMatchObject({ askOn: '2022-07-03' });
  });

  it('is kept when the work is sent as a quick report instead', async () => {
    const taskId = await order();
    const { token } = team().member;
    const body = {
      kind: 'public_services',
      value: 2,
      happenedOn: '2022-06-21',
      insteadOfTaskId: taskId,
      followUpOn: '2022-07-09',
    };
    const key = randomUUID();
    const sent = await app.call(routes.quickReport, { token, params: { teamId: team().id }, body, key });
    expect(sent.status).toBe(201);
    const entryId = sent.body.entry.id;
    expect((await openFor(team().member)).find((each) => each.entryId === entryId)).toMatchObject({
      task: null,
      askOn: '2022-07-09',
    });
    await app.call(routes.takeBackQuickReport, { token, params: { entryId }, key: randomUUID() });
    expect((await openFor(team().member)).find((each) => each.entryId === entryId)).toBeUndefined();
  });

  it('comes with any quick report, is read by leaders and by whoever confirms, and by nobody else', async () => {
    const { token } = team().member;
    const quick = (followUpOn: string) =>
      app.call(routes.quickReport, {
        token,
        params: { teamId: team().id },
        body: { kind: 'payment', value: 2, happenedOn: '2022-06-21', followUpOn },
        key: randomUUID(),
      });
    expect(await quick('2023-06-22')).toMatchObject({
      status: 422,
      body: { code: 'progress.followUpDay', details: [{ path: 'followUpOn' }] },
    });
    const entryId = (await quick('2022-07-12')).body.entry.id;
    const told = { entryId, task: null, kind: 'payment', askOn: '2022-07-12' };
    const listed = async (person: TestPerson) => (await openFor(person)).find((each) => each.entryId === entryId);
    expect(await listed(team().member)).toMatchObject({ ...told, mine: true });
    expect(await listed(team().leader)).toMatchObject({ ...told, mine: false });
    const ofTeam = (by: TestPerson) =>
      app.call(routes.teamFollowUps, { token: by.token, params: { teamId: team().id } });
    const { status, body } = await ofTeam(village.officer);
    expect([status, body.find((each: { entryId: string }) => each.entryId === entryId)]).toEqual([
      200,
      expect.objectContaining({ ...told, mine: false }),
    ]);
    expect((await ofTeam(team().member)).status).toBe(403);
  });

  it.each([
    ['before the work', advice, '2022-06-20', 'progress.followUpDay'],
    ['more than a year ahead', advice, '2023-06-22', 'progress.followUpDay'],
    ['of work that is no advice', {}, '2022-06-28', 'progress.followUpElsewhere'],
  ])('is refused %s, with the field', async (_, changes, followUpOn, code) => {
    const taskId = await order(changes);
    expect(await act(app, team().leader, 'reportProgress', taskId, part(1, { followUpOn }))).toMatchObject({
      status: 422,
      body: { details: [{ path: 'followUpOn', code }] },
    });
  });
});
