// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import { buildMember } from '../../../../../test/support/people.ts';

const TODAY = '2022-06-21';
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
const events = (taskId: string) =>
  app.database
    .rows<{ name: string }>(
      sql`select name from outbox where payload @> jsonb_build_object('taskId', ${taskId}::text) order by id`,
    )
    .then((rows) => rows.map(({ name }) => name));

describe('reporting progress', () => {
  it('counts what two members report offline, with one completion and both credited', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const answers = await Promise.all([
      act(app, team().leader, 'reportProgress', taskId, part(12, { complete: true })),
      act(app, team().deputy, 'reportProgress', taskId, part(9, { complete: true })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
    expect(body).toMatchObject({
      state: 'submitted',
      figures: { target: 20, reported: 21, confirmed: 0, waiting: 21 },
    });
    expect(body.byPerson.map(({ value }: { value: number }) => value)).toEqual([12, 9]);
    expect((await events(taskId)).filter((name) => name === 'task.submitted')).toHaveLength(1);
    const late = await act(app, team().leader, 'completeTask', taskId, {});
    expect(late.status).toBe(200);
  });

  it('writes one entry for one command, also when its answer was lost and another process kept none', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const key = randomUUID();
    const first = await act(app, team().member, 'reportProgress', taskId, part(4), key);
    await app.database.rows(sql`delete from command_answers where command_id = ${key}`);
    const second = await act(app, team().member, 'reportProgress', taskId, part(4), key);
    expect(second.body.receipt).toBe(first.body.receipt);
    expect(first.body.receipt).toMatch(/^MS-\d+$/);
    expect(second.body.task.figures.reported).toBe(4);
  });

  it('tells a command out of order what comes first, and loses nothing', async () => {
    const taskId = await order();
    expect(await act(app, team().member, 'reportProgress', taskId, part(3))).toMatchObject({
      status: 409,
      body: { code: 'task.notAccepted' },
    });
    await act(app, team().member, 'acceptTask', taskId);
    expect((await act(app, team().member, 'reportProgress', taskId, part(3))).status).toBe(200);
  });

  it.each([
    ['in the future', part(1, { happenedOn: '2022-06-22' }), 'happenedOn', 'progress.inFuture'],
    ['before the order', part(1, { happenedOn: '2022-06-20' }), 'happenedOn', 'progress.beforeAssigned'],
    ['without a figure', part(0), 'value', 'progress.valueMissing'],
  ])('refuses work %s and names the field', async (_, body, path, code) => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const answer = await act(app, team().leader, 'reportProgress', taskId, body);
    expect(answer.status).toBe(422);
    expect(answer.body.details).toEqual([expect.objectContaining({ path, code })]);
  });

  it('refuses a member who has left with the day, and the work stays on the phone', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const left = await buildMember(app, { teamId: team().id, validity: '[2022-01-01,2022-06-15)' });
    const answer = await act(app, left, 'reportProgress', taskId, part(6));
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 'task.notMember', details: [{ params: { since: '2022-06-15' } }] },
    });
  });

  it('takes the work of a day on which the person was still in the team after they have left, and no later work', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const left = await buildMember(app, { teamId: team().id, validity: '[2022-01-01,2022-06-22)' });
    app.clock.advance(2 * 86_400_000);
    const late = await act(app, left, 'reportProgress', taskId, part(6));
    expect(late).toMatchObject({ status: 200, body: { task: { figures: { reported: 6 } } } });
    const quick = (happenedOn: string) =>
      app.call(routes.quickReport, {
        token: left.token,
        params: { teamId: team().id },
        key: randomUUID(),
        body: { kind: 'payment', value: 2, happenedOn },
      });
    expect((await quick('2022-06-20')).status).toBe(201);
    expect(await quick('2022-06-22')).toMatchObject({ status: 403, body: { code: 'task.notMember' } });
    expect((await act(app, left, 'reportProgress', taskId, part(1, { happenedOn: '2022-06-23' }))).status).toBe(403);
    expect((await act(app, left, 'completeTask', taskId, {})).status).toBe(403);
    app.clock.advance(-2 * 86_400_000);
  });

  it('takes what somebody did on the day on which they are replaced, from the time before', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const left = await buildMember(app, { teamId: team().id });
    const [row] = await app.database.rows<{ id: string }>(
      sql`select id from team_members where team_id = ${team().id} and person_id = ${left.id}`,
    );
    const replace = async (from: string) =>
      app.call(routes.replaceMember, {
        token: village.officer.token,
        params: { teamId: team().id, memberId: row?.id ?? '' },
        body: { fullName: 'Lê Văn Thay', role: 'member', affiliation: 'other', from },
        key: randomUUID(),
      });
    expect((await replace(TODAY)).status).toBe(200);
    expect((await act(app, left, 'reportProgress', taskId, part(4, { happenedOn: TODAY }))).status).toBe(200);
  });

  it('refuses work of a day before the person joined, and names the day', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const joined = await buildMember(app, { teamId: team().id, validity: '[2022-06-21,)' });
    expect(
      await app.call(routes.quickReport, {
        token: joined.token,
        params: { teamId: team().id },
        key: randomUUID(),
        body: { kind: 'payment', value: 2, happenedOn: '2022-06-20' },
      }),
    ).toMatchObject({
      status: 422,
      body: { details: [{ path: 'happenedOn', code: 'progress.notInTeam', params: { day: '2022-06-20' } }] },
    });
  });

  it('keeps the figure of a member who also says done, and leaves the handing in to the leader', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const { body } = await act(app, team().member, 'reportProgress', taskId, part(20, { complete: true }));
    expect(body.task).toMatchObject({ state: 'accepted', figures: { reported: 20 } });
    expect((await act(app, team().member, 'completeTask', taskId, {})).body.code).toBe('task.notYours');
    await act(app, team().leader, 'delegateTask', taskId, { personId: team().member.id });
    expect((await act(app, team().member, 'completeTask', taskId, {})).body.task.state).toBe('submitted');
  });

  it('needs something to confirm before it is done', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    expect((await act(app, team().leader, 'completeTask', taskId, {})).body.code).toBe('task.nothingReported');
  });

  it('replaces a wrong entry by a correction and keeps the old one readable', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const wrong = (await act(app, team().member, 'reportProgress', taskId, part(400))).body.task.entries[0];
    const correct = (by = team().member) =>
      app.call(routes.correctProgress, {
        token: by.token,
        params: { entryId: wrong.id },
        body: part(4),
        key: randomUUID(),
      });
    expect((await correct(team().deputy)).status).toBe(200);
    const again = await correct();
    expect(again.body.code).toBe('progress.alreadyCorrected');
    const { body } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
    expect(body.figures.reported).toBe(4);
    expect(
      body.entries.map(({ value, correctsId }: { value: number; correctsId: string | null }) => [value, correctsId]),
    ).toEqual([
      [400, null],
      [4, wrong.id],
    ]);
    expect(body.entries[0].correctedById).toBe(body.entries[1].id);
  });

  it('takes corrections of what was handed in, also after days, until the commune has confirmed it', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const { id: entryId } = (await act(app, team().member, 'reportProgress', taskId, part(5))).body.task.entries[0];
    await act(app, team().leader, 'completeTask', taskId, {});
    app.clock.advance(3 * 86_400_000);
    const correct = (id: string) =>
      app.call(routes.correctProgress, { token: team().member.token, params: { entryId: id }, body: part(6) });
    const { task } = (await correct(entryId)).body;
    expect(task).toMatchObject({ state: 'submitted', figures: { reported: 6 } });
    await act(app, village.officer, 'confirmTask', taskId, {});
    expect((await correct(task.entries[1].id)).body.code).toBe('task.alreadyConfirmed');
    app.clock.advance(-3 * 86_400_000);
  });
});
