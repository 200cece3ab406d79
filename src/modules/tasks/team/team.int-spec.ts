import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../test/support/orders.ts';
import { buildMember } from '../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
const order = async (knowsOfSimilar?: string[]) => {
  const similar = knowsOfSimilar ?? (await app.database.rows<{ id: string }>('select id from assignments')).map(({ id }) => id);
  return (await issueOrder(app, village, { knowsOfSimilar: similar })).taskIds[0] as string;
};
const events = (taskId: string) => app.database.rows<{ name: string }>(`select name from outbox where payload @> jsonb_build_object('taskId', $1::text) order by id`, [taskId]).then((rows) => rows.map(({ name }) => name));

describe('answering an order', () => {
  it('lets the first of two acceptances win and tells the second who it was', async () => {
    const taskId = await order();
    const answers = await Promise.all([act(app, team().leader, 'acceptTask', taskId), act(app, team().member, 'acceptTask', taskId)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.task.state)).toEqual(['accepted', 'accepted']);
    const winners = answers.filter(({ body }) => body.alreadyBy === null);
    expect(winners).toHaveLength(1);
    const loser = answers.find(({ body }) => body.alreadyBy !== null);
    expect(loser?.body.alreadyBy.id).toBe(winners[0]?.body.task.acceptedBy.id);
    expect(await events(taskId)).toEqual(['task.accepted']);
  });

  it('gives a replayed command the same answer and does it once', async () => {
    const taskId = await order();
    const key = randomUUID();
    const first = await act(app, team().leader, 'acceptTask', taskId, undefined, key);
    const second = await act(app, team().leader, 'acceptTask', taskId, undefined, key);
    expect(second.body).toEqual(first.body);
    expect(await events(taskId)).toEqual(['task.accepted']);
  });

  it('takes an acceptance back within a minute, not later', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    expect((await act(app, team().leader, 'takeBackAcceptance', taskId)).body.task.state).toBe('assigned');
    await act(app, team().leader, 'acceptTask', taskId);
    app.clock.advance(61_000);
    expect(await act(app, team().leader, 'takeBackAcceptance', taskId)).toMatchObject({ status: 409, body: { code: 'task.tooLateToUndo' } });
  });

  it('lets only the leader or a deputy decline, with words where the reason is another', async () => {
    const taskId = await order();
    expect((await act(app, team().member, 'declineTask', taskId, { reason: 'needs_training' })).status).toBe(403);
    expect((await act(app, team().leader, 'declineTask', taskId, { reason: 'other' })).body.details).toEqual([{ path: 'note', code: 'task.noteMissing', params: {} }]);
    const { body } = await act(app, team().deputy, 'declineTask', taskId, { reason: 'needs_training', note: 'Chưa ai biết làm' });
    expect(body.task).toMatchObject({ state: 'declined', declined: { reason: 'needs_training', note: 'Chưa ai biết làm', by: { id: team().deputy.id } } });
    expect((await act(app, team().leader, 'acceptTask', taskId)).body.task.state).toBe('accepted');
  });

  it('passes the task to a member of the team and to nobody else', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const stranger = await buildVillage(app, { hamlets: 1, commune: 'Dân Lực' });
    expect(await act(app, team().leader, 'delegateTask', taskId, { personId: stranger.officer.id })).toMatchObject({ status: 422, body: { code: 'task.doerNotMember' } });
    const { body } = await act(app, team().leader, 'delegateTask', taskId, { personId: team().member.id, note: 'Nhờ em' });
    expect(body.task).toMatchObject({ state: 'accepted', doer: { id: team().member.id } });
    const mine = await app.call(routes.myTasks, { token: team().member.token });
    expect(mine.body.tasks.find((task: { id: string }) => task.id === taskId)).toMatchObject({ doerIsMe: true });
  });

  it('keeps a request for more time beside the state and takes one at a time', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    expect(await act(app, team().leader, 'askExtension', taskId, { until: '2022-07-09' })).toMatchObject({ status: 422, body: { code: 'extension.notLater' } });
    const asked = await act(app, team().leader, 'askExtension', taskId, { until: '2022-07-15', reason: 'Mùa gặt' });
    expect(asked.body.task).toMatchObject({ state: 'accepted', extension: { until: '2022-07-15', granted: null } });
    expect((await act(app, team().deputy, 'askExtension', taskId, { until: '2022-07-20' })).body.alreadyBy.id).toBe(team().leader.id);
    const requestId = asked.body.task.extension.id;
    const granted = await app.call(routes.answerExtension, { token: village.officer.token, params: { requestId }, body: { granted: true, until: '2022-07-12' } });
    expect(granted.body.task).toMatchObject({ dueOn: '2022-07-12', extension: { granted: true } });
  });

  it('refuses another commune and a district the answers that are not theirs', async () => {
    const taskId = await order();
    const other = await buildVillage(app, { hamlets: 1, commune: 'Dân Quyền' });
    expect((await act(app, other.teams[0]?.leader as never, 'acceptTask', taskId)).body.code).toBe('platform.denied');
    expect((await app.call(routes.getTask, { token: other.officer.token, params: { taskId } })).status).toBe(403);
    expect((await act(app, team().leader, 'acceptTask', randomUUID())).body.code).toBe('task.notFound');
  });
});

describe('reporting progress', () => {
  it('counts what two members report offline, with one completion and both credited', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const answers = await Promise.all([act(app, team().leader, 'reportProgress', taskId, part(12, { complete: true })), act(app, team().deputy, 'reportProgress', taskId, part(9, { complete: true }))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
    expect(body).toMatchObject({ state: 'submitted', figures: { target: 20, reported: 21, confirmed: 0, waiting: 21 } });
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
    await app.database.rows('delete from command_answers where command_id = $1', [key]);
    const second = await act(app, team().member, 'reportProgress', taskId, part(4), key);
    expect(second.body.receipt).toBe(first.body.receipt);
    expect(first.body.receipt).toMatch(/^MS-\d+$/);
    expect(second.body.task.figures.reported).toBe(4);
  });

  it('tells a command out of order what comes first, and loses nothing', async () => {
    const taskId = await order();
    expect(await act(app, team().member, 'reportProgress', taskId, part(3))).toMatchObject({ status: 409, body: { code: 'task.notAccepted' } });
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
    expect(answer).toMatchObject({ status: 403, body: { code: 'task.notMember', details: [{ params: { since: '2022-06-15' } }] } });
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
    const correct = (by = team().member) => app.call(routes.correctProgress, { token: by.token, params: { entryId: wrong.id }, body: part(4), key: randomUUID() });
    expect((await correct(team().deputy)).status).toBe(200);
    const again = await correct();
    expect(again.body.code).toBe('progress.alreadyCorrected');
    const { body } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
    expect(body.figures.reported).toBe(4);
    expect(body.entries.map(({ value, correctsId }: { value: number; correctsId: string | null }) => [value, correctsId])).toEqual([[400, null], [4, wrong.id]]);
    expect(body.entries[0].correctedById).toBe(body.entries[1].id);
  });

  it('takes corrections for a day', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const { id: entryId } = (await act(app, team().member, 'reportProgress', taskId, part(5))).body.task.entries[0];
    app.clock.advance(24 * 3_600_000 + 1);
    const late = await app.call(routes.correctProgress, { token: team().member.token, params: { entryId }, body: part(6) });
    expect(late.body.code).toBe('progress.tooLateToCorrect');
    app.clock.advance(-24 * 3_600_000 - 1);
  });
});

describe('quick reports and difficulties', () => {
  const quick = (body: Record<string, unknown>, key: string = randomUUID()) => app.call(routes.quickReport, { token: team().member.token, params: { teamId: team().id }, key, body: { kind: 'public_services', value: 5, happenedOn: '2022-06-21', ...body } });

  it('adds to the task that it names and stands for itself without one', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const added = await quick({ taskId });
    expect(added).toMatchObject({ status: 201, body: { taskId, entry: { value: 5, mine: true, periodMonth: '2022-07' } } });
    expect((await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body.figures.reported).toBe(5);
    expect((await quick({ happenedOn: '2022-06-10' })).body).toMatchObject({ taskId: null });
    expect((await quick({ taskId, happenedOn: '2022-06-10' })).body.code).toBe('progress.beforeAssigned');
    expect((await quick({ happenedOn: '2022-03-01' })).body.code).toBe('progress.tooOld');
  });

  it('is taken back within a minute and then counts nowhere', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const { entry } = (await quick({ taskId })).body;
    const takeBack = () => app.call(routes.takeBackQuickReport, { token: team().member.token, params: { entryId: entry.id } });
    expect((await takeBack()).status).toBe(204);
    expect((await takeBack()).status).toBe(204);
    const { body } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
    expect([body.figures.reported, body.entries]).toEqual([0, []]);
    const kept = (await quick({ taskId })).body.entry;
    app.clock.advance(61_000);
    expect((await app.call(routes.takeBackQuickReport, { token: team().member.token, params: { entryId: kept.id } })).body.code).toBe('task.tooLateToUndo');
  });

  it('stores a difficulty once and shows it to the commune', async () => {
    const key = randomUUID();
    const send = () => app.call(routes.reportDifficulty, { token: team().member.token, params: { teamId: team().id }, key, body: { kind: 'signal', text: 'Cuối thôn không có sóng' } });
    const first = await send();
    expect([first.status, (await send()).body]).toEqual([201, first.body]);
    const listed = await app.call(routes.listDifficulties, { token: village.officer.token, params: { unitId: village.communeId } });
    expect(listed.body.filter(({ id }: { id: string }) => id === first.body.id)).toHaveLength(1);
  });
});

it('names the OCOP products that are still missing', async () => {
  const product = (name: string, listedOn: string | null) =>
    app.database.rows(`insert into ocop_products (id, unit_id, name, owner, stars, listed_on, validity) values ($1, $2, $3, 'Hộ ông Bảy', 3, $4, '[2022-01-01,)')`, [randomUUID(), team().unitId, name, listedOn]);
  await product('Miến gạo', null);
  await product('Mật ong', '2022-05-01');
  const { taskIds } = await issueOrder(app, village, { templateCode: 'NV09', indicatorCode: 'KT04', title: 'Đưa sản phẩm OCOP lên sàn' });
  const { body } = await app.call(routes.getTask, { token: team().member.token, params: { taskId: taskIds[0] as string } });
  expect(body.missingProducts.map(({ name, listedOn }: { name: string; listedOn: string | null }) => [name, listedOn])).toEqual([['Miến gạo', null], ['Mật ong', '2022-05-01']]);
  expect(body.guide.length).toBeGreaterThan(3);
});

it('clears the doer who leaves and passes the work to who replaces', async () => {
  const taskId = await order();
  await act(app, team().leader, 'acceptTask', taskId);
  const leaving = await buildMember(app, { teamId: team().id });
  await act(app, team().leader, 'delegateTask', taskId, { personId: leaving.id });
  const { memberLeft, memberReplaced } = await import('#modules/membership');
  const { Outbox } = await import('#platform/outbox');
  const tell = async (event: ReturnType<typeof memberLeft> | ReturnType<typeof memberReplaced>) => {
    await app.database.tx(async (tx) => void (await app.get(Outbox).append(tx, event)));
    await app.drain();
    return (await app.database.one<{ doer_id: string | null }>('select doer_id from tasks where id = $1', [taskId]))?.doer_id;
  };
  expect(await tell(memberReplaced({ teamId: team().id, fromPersonId: leaving.id, toPersonId: team().member.id }))).toBe(team().member.id);
  expect(await tell(memberLeft({ teamId: team().id, personId: team().member.id }))).toBeNull();
});
