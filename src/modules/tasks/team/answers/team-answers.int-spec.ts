// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildMember } from '../../../../../test/support/people.ts';

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
const rowOf = async (taskId: string) =>
  (await app.database.one<{ state: string }>(sql`select state from tasks where id = ${taskId}`)) ?? { state: '' };
const events = (taskId: string) =>
  app.database
    .rows<{ name: string }>(
      sql`select name from outbox where payload @> jsonb_build_object('taskId', ${taskId}::text) order by id`,
    )
    .then((rows) => rows.map(({ name }) => name));

describe('answering an order', () => {
  it('lets the first of two acceptances win and tells the second who it was', async () => {
    const taskId = await order();
    const answers = await Promise.all([
      act(app, team().leader, 'acceptTask', taskId),
      act(app, team().member, 'acceptTask', taskId),
    ]);
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
    expect(await act(app, team().leader, 'takeBackAcceptance', taskId)).toMatchObject({
      status: 409,
      body: { code: 'task.tooLateToUndo' },
    });
  });

  it('lets only the leader or a deputy decline, with words where the reason is another', async () => {
    const taskId = await order();
    expect((await act(app, team().member, 'declineTask', taskId, { reason: 'needs_training' })).status).toBe(403);
    expect((await act(app, team().leader, 'declineTask', taskId, { reason: 'other' })).body.details).toEqual([
      { path: 'note', code: 'task.noteMissing', params: {} },
    ]);
    const { body } = await act(app, team().deputy, 'declineTask', taskId, {
      reason: 'needs_training',
      note: 'Chưa ai biết làm',
    });
    expect(body.task).toMatchObject({
      state: 'declined',
      declined: { reason: 'needs_training', note: 'Chưa ai biết làm', by: { id: team().deputy.id } },
    });
    expect((await act(app, team().leader, 'acceptTask', taskId)).body.task.state).toBe('accepted');
  });

  it('lets a decline stand against the taps of a member and a deputy, and names who declined', async () => {
    const taskId = await order();
    await act(app, team().leader, 'declineTask', taskId, { reason: 'needs_training' });
    for (const person of [team().member, team().deputy])
      expect(await act(app, person, 'acceptTask', taskId)).toMatchObject({
        status: 409,
        body: {
          code: 'task.declineStands',
          details: [{ params: { by: team().leader.fullName, at: expect.stringMatching(/^2022-06-21T/) } }],
        },
      });
    expect(await events(taskId)).toEqual(['task.declined']);
    expect(
      (await act(app, village.officer, 'answerDecline', taskId, { kind: 'keep', note: 'Vẫn cần làm' })).status,
    ).toBe(200);
    expect((await act(app, team().member, 'acceptTask', taskId)).body.task.state).toBe('accepted');
  });

  it('never lets a member accept after a decline, however close the two taps come', async () => {
    for (let i = 0; i < 5; i++) {
      const taskId = await order();
      const [declined, accepted] = await Promise.all([
        act(app, team().leader, 'declineTask', taskId, { reason: 'needs_training' }),
        act(app, team().member, 'acceptTask', taskId),
      ]);
      expect([declined.status, accepted.status].sort()).toEqual([200, 409]);
      const { state } = await rowOf(taskId);
      expect(state).toBe(declined.status === 200 ? 'declined' : 'accepted');
    }
  });

  it('leads the leader who takes the turning round back to the decline, and not past it', async () => {
    const taskId = await order();
    await act(app, team().deputy, 'declineTask', taskId, { reason: 'needs_training' });
    await act(app, team().leader, 'acceptTask', taskId);
    for (let i = 0; i < 2; i++)
      expect((await act(app, team().leader, 'takeBackAcceptance', taskId)).body.task.state).toBe('declined');
    expect((await act(app, team().member, 'acceptTask', taskId)).body.code).toBe('task.declineStands');
  });

  it('takes a decline back within a minute by whoever has declined, and nobody is held by it', async () => {
    const taskId = await order();
    const takeBack = (person: typeof village.officer) => act(app, person, 'takeBackDecline', taskId);
    await act(app, team().leader, 'declineTask', taskId, { reason: 'needs_training' });
    expect((await takeBack(team().deputy)).body.code).toBe('task.alreadyDeclined');
    for (let i = 0; i < 2; i++) expect((await takeBack(team().leader)).body.task.state).toBe('assigned');
    expect((await act(app, team().member, 'acceptTask', taskId)).body.task).toMatchObject({
      state: 'accepted',
      declined: null,
    });
    expect((await act(app, team().member, 'takeBackAcceptance', taskId)).body.task.state).toBe('assigned');
    await act(app, team().leader, 'declineTask', taskId, { reason: 'needs_training' });
    app.clock.advance(61_000);
    expect((await takeBack(team().leader)).body.code).toBe('task.tooLateToUndo');
  });

  it('passes the task to a member of the team and to nobody else', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    const stranger = await buildVillage(app, { hamlets: 1, commune: 'Dân Lực' });
    expect(await act(app, team().leader, 'delegateTask', taskId, { personId: stranger.officer.id })).toMatchObject({
      status: 422,
      body: { code: 'task.doerNotMember' },
    });
    const { body } = await act(app, team().leader, 'delegateTask', taskId, {
      personId: team().member.id,
      note: 'Nhờ em',
    });
    expect(body.task).toMatchObject({ state: 'accepted', doer: { id: team().member.id } });
    const mine = await app.call(routes.myTasks, { token: team().member.token });
    expect(mine.body.tasks.find((task: { id: string }) => task.id === taskId)).toMatchObject({ doerIsMe: true });
    for (let i = 0; i < 2; i++)
      expect((await act(app, team().leader, 'delegateTask', taskId, { personId: null })).body.task.doer).toBeNull();
    expect((await events(taskId)).filter((kind) => kind === 'task.doer-cleared')).toHaveLength(1);
  });

  it('keeps a request for more time beside the state and takes one at a time', async () => {
    const taskId = await order();
    await act(app, team().leader, 'acceptTask', taskId);
    expect(await act(app, team().leader, 'askExtension', taskId, { until: '2022-07-09' })).toMatchObject({
      status: 422,
      body: { code: 'extension.notLater' },
    });
    const asked = await act(app, team().leader, 'askExtension', taskId, { until: '2022-07-15', reason: 'Mùa gặt' });
    expect(asked.body.task).toMatchObject({ state: 'accepted', extension: { until: '2022-07-15', granted: null } });
    expect((await act(app, team().deputy, 'askExtension', taskId, { until: '2022-07-20' })).body.alreadyBy.id).toBe(
      team().leader.id,
    );
    const requestId = asked.body.task.extension.id;
    const granted = await app.call(routes.answerExtension, {
      token: village.officer.token,
      params: { requestId },
      body: { granted: true, until: '2022-07-12' },
    });
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
    return (await app.database.one<{ doer_id: string | null }>(sql`select doer_id from tasks where id = ${taskId}`))
      ?.doer_id;
  };
  expect(
    await tell(memberReplaced({ teamId: team().id, fromPersonId: leaving.id, toPersonId: team().member.id })),
  ).toBe(team().member.id);
  expect(await tell(memberLeft({ teamId: team().id, personId: team().member.id }))).toBeNull();
});
