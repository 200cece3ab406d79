// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
let colleague: TestPerson;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
  colleague = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
const order = async () =>
  (
    await issueOrder(app, village, {
      knowsOfSimilar: (await app.database.rows<{ id: string }>(sql`select id from assignments`)).map(({ id }) => id),
    })
  ).taskIds[0] as string;
/** A task with these parts, handed in. */
async function submitted(...values: number[]): Promise<string> {
  const taskId = await order();
  await act(app, team().leader, 'acceptTask', taskId);
  for (const value of values) await act(app, team().member, 'reportProgress', taskId, part(value));
  await act(app, team().leader, 'completeTask', taskId, {});
  return taskId;
}
const read = async (taskId: string) =>
  (await app.call(routes.getTask, { token: team().leader.token, params: { taskId } })).body;
const returning = (changes: Record<string, unknown> = {}) => ({
  reasons: ['link_missing'],
  comment: 'thiếu đường dẫn 1 gian hàng',
  ...changes,
});

describe('confirming', () => {
  it('confirms every line as reported, what exceeds the target in full, and shows the seal once', async () => {
    const taskId = await submitted(15, 12);
    expect(
      (
        await app.call(routes.resultsToConfirm, { token: village.officer.token, params: { unitId: village.communeId } })
      ).body.items.map(({ task }: { task: { id: string } }) => task.id),
    ).toContain(taskId);
    const { body } = await act(app, village.officer, 'confirmTask', taskId);
    expect(body.task).toMatchObject({
      state: 'confirmed',
      figures: { target: 20, reported: 27, confirmed: 27, waiting: 0 },
      confirmed: { by: { id: village.officer.id }, periodMonth: '2022-07' },
      commune: { target: expect.any(Number), confirmed: 27 },
    });
    const mine = async () =>
      (await app.call(routes.myTasks, { token: team().leader.token })).body.tasks.some(
        ({ id }: { id: string }) => id === taskId,
      );
    expect(await mine()).toBe(true);
    expect((await act(app, team().leader, 'resultSeen', taskId)).status).toBe(204);
    expect(await mine()).toBe(false);
    expect(
      (await app.call(routes.myTasks, { token: team().leader.token, query: { closed: 'true' } })).body.tasks[0],
    ).toMatchObject({ id: taskId, confirmedSeen: true });
  });

  it('tells the second officer who was first', async () => {
    const taskId = await submitted(20);
    const answers = await Promise.all([
      act(app, village.officer, 'confirmTask', taskId),
      act(app, colleague, 'confirmTask', taskId),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter(({ body }) => body.alreadyBy !== null)).toHaveLength(1);
  });

  it('is the commune’s alone: neither the team nor the district confirms', async () => {
    const taskId = await submitted(20);
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    expect((await act(app, district, 'confirmTask', taskId)).status).toBe(403);
    expect((await act(app, team().leader, 'confirmTask', taskId)).status).toBe(403);
    expect((await app.call(routes.getTask, { token: district.token, params: { taskId } })).status).toBe(200);
  });

  it('has nothing to confirm before the team has handed in', async () => {
    expect(await act(app, village.officer, 'confirmTask', await order())).toMatchObject({
      status: 409,
      body: { code: 'task.notAccepted' },
    });
  });

  it('counts no further work on a confirmed task and offers the quick report', async () => {
    const taskId = await submitted(20);
    await act(app, village.officer, 'confirmTask', taskId);
    expect(await act(app, team().member, 'reportProgress', taskId, part(3))).toMatchObject({
      status: 409,
      body: { code: 'task.alreadyConfirmed', details: [{ params: { by: village.officer.fullName } }] },
    });
  });
});

describe('returning', () => {
  it('returns with reasons and confirms the parts that are right; those stay settled', async () => {
    const taskId = await submitted(21, 4);
    const [first, second] = (await read(taskId)).entries;
    const { body } = await act(
      app,
      village.officer,
      'returnTask',
      taskId,
      returning({ confirm: [{ entryId: first.id, value: 19 }] }),
    );
    expect(body.task).toMatchObject({
      state: 'returned',
      returnedBecause: 'thiếu đường dẫn 1 gian hàng',
      figures: { reported: 23, confirmed: 19, waiting: 0 },
      returned: { reasons: ['link_missing'] },
    });
    const correct = (entryId: string, value: number) =>
      app.call(routes.correctProgress, {
        token: team().leader.token,
        params: { entryId },
        body: part(value),
        key: randomUUID(),
      });
    expect((await correct(first.id, 21)).body.code).toBe('progress.alreadySettled');
    app.clock.advance(3 * 86_400_000);
    expect((await correct(second.id, 6)).body.task.figures).toMatchObject({ reported: 25, confirmed: 19 });
    await act(app, team().leader, 'completeTask', taskId, {});
    expect((await act(app, village.officer, 'confirmTask', taskId)).body.task.figures).toMatchObject({
      reported: 25,
      confirmed: 25,
    });
    app.clock.advance(-3 * 86_400_000);
  });

  it.each([
    ['without a reason', returning({ reasons: [] }), 'reasons', 'return.reasonMissing'],
    [
      'for another reason without a word',
      returning({ reasons: ['other'], comment: '' }),
      'comment',
      'return.commentMissing',
    ],
    [
      'with a part of another task',
      returning({ confirm: [{ entryId: randomUUID(), value: 1 }] }),
      'confirm.0.entryId',
      'return.partUnknown',
    ],
  ])('refuses to return %s', async (_, body, path, code) => {
    const answer = await act(app, village.officer, 'returnTask', await submitted(20), body);
    expect([answer.status, answer.body.details[0].path, answer.body.details[0].code]).toEqual([422, path, code]);
  });

  it('confirms no more than a part says', async () => {
    const taskId = await submitted(5);
    const [entry] = (await read(taskId)).entries;
    const answer = await act(
      app,
      village.officer,
      'returnTask',
      taskId,
      returning({ confirm: [{ entryId: entry.id, value: 6 }] }),
    );
    expect(answer.body.details).toEqual([
      { path: 'confirm.0.value', code: 'return.partTooLarge', params: { reported: 5 } },
    ]);
    expect((await read(taskId)).state).toBe('submitted');
  });
});

describe('undoing', () => {
  it('opens a confirmation again within a minute', async () => {
    const taskId = await submitted(20);
    await act(app, village.officer, 'confirmTask', taskId);
    app.clock.advance(59_000);
    expect((await act(app, colleague, 'undoDecision', taskId)).body.task).toMatchObject({
      state: 'submitted',
      figures: { confirmed: 0, waiting: 20 },
      confirmed: null,
    });
  });

  it('undoes only the lines of the last decision', async () => {
    const taskId = await submitted(8, 4);
    const [first] = (await read(taskId)).entries;
    await act(app, village.officer, 'returnTask', taskId, returning({ confirm: [{ entryId: first.id, value: 8 }] }));
    app.clock.advance(120_000);
    await act(app, team().leader, 'completeTask', taskId, {});
    await act(app, village.officer, 'confirmTask', taskId);
    expect((await act(app, village.officer, 'undoDecision', taskId)).body.task).toMatchObject({
      state: 'submitted',
      figures: { confirmed: 8, waiting: 4 },
    });
  });

  it('is over after a minute', async () => {
    const taskId = await submitted(20);
    await act(app, village.officer, 'confirmTask', taskId);
    app.clock.advance(60_001);
    expect((await act(app, village.officer, 'undoDecision', taskId)).body.code).toBe('task.tooLateToUndo');
    expect((await read(taskId)).state).toBe('confirmed');
  });
});

describe('answering a decline', () => {
  const declined = async () => {
    const taskId = await order();
    await act(app, team().leader, 'declineTask', taskId, { reason: 'not_enough_people' });
    return taskId;
  };
  const answer = (taskId: string, body: Record<string, unknown>) =>
    act(app, village.officer, 'answerDecline', taskId, { note: 'Xã đã xem', ...body });

  it('keeps the order, lowers the target or gives more time, and the team is asked anew', async () => {
    expect((await answer(await declined(), { kind: 'keep' })).body.task).toMatchObject({
      state: 'assigned',
      declined: null,
      figures: { target: 20 },
    });
    expect((await answer(await declined(), { kind: 'lower_target', target: 8 })).body.task).toMatchObject({
      state: 'assigned',
      figures: { target: 8 },
    });
    expect((await answer(await declined(), { kind: 'extend', until: '2022-07-20' })).body.task).toMatchObject({
      state: 'assigned',
      dueOn: '2022-07-20',
    });
    expect((await answer(await declined(), { kind: 'lower_target', target: 20 })).body.details[0]).toMatchObject({
      path: 'target',
      code: 'task.targetNotLower',
    });
  });

  it('releases the team, whose share then counts nowhere', async () => {
    const taskId = await declined();
    const { body } = await answer(taskId, { kind: 'release' });
    expect(body.task).toMatchObject({ state: 'cancelled', cancelled: { reason: 'Xã đã xem' } });
    const assignment = await app.call(routes.getAssignment, {
      token: village.officer.token,
      params: { assignmentId: body.task.assignmentId },
    });
    expect(assignment.body).toMatchObject({ teams: 0, figures: { target: 0 }, cancelledAt: null });
  });

  it('needs a decline', async () => {
    expect((await answer(await order(), { kind: 'keep' })).body.code).toBe('task.notDeclined');
  });
});

it('tells what happened to a task from the audit trail, without personal data', async () => {
  const taskId = await submitted(20);
  await act(app, village.officer, 'returnTask', taskId, returning());
  const { body } = await app.call(routes.taskTrail, { token: village.officer.token, params: { taskId } });
  expect(body.map(({ kind }: { kind: string }) => kind)).toEqual([
    'task.assigned',
    'task.accepted',
    'progress.reported',
    'task.submitted',
    'task.returned',
  ]);
  expect(body[4].params).toEqual({ reasons: ['link_missing'], comment: 'thiếu đường dẫn 1 gian hàng' });
  const [kept] = await app.database.rows<{ changes: object }>(
    sql`select changes from outbox where name = 'task.returned' and payload @> jsonb_build_object('taskId', ${taskId}::text)`,
  );
  expect(JSON.stringify(kept)).not.toContain('gian hàng');
  expect(body[1].by).toMatchObject({ id: team().leader.id, fullName: team().leader.fullName });
});
