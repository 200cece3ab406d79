// @everyday
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);

type Change = Record<string, unknown>;
const asked = (change: Change) => ({ version: 1, reason: 'Bão số 3', ...change });
const change = (by: TestPerson, assignmentId: string, body: Change) =>
  app.call(routes.changeAssignment, { token: by.token, params: { assignmentId }, body: asked(body) as never });
const preview = (by: TestPerson, assignmentId: string, body: Change) =>
  app.call(routes.previewChange, { token: by.token, params: { assignmentId }, body: asked(body) as never });
const versions = async (by: TestPerson, assignmentId: string) =>
  (await app.call(routes.orderVersions, { token: by.token, params: { assignmentId } })).body;
const task = async (by: TestPerson, taskId: string) =>
  (await app.call(routes.getTask, { token: by.token, params: { taskId } })).body;
const inbox = async (by: TestPerson) => (await app.call(routes.inbox, { token: by.token })).body.items;
const teamOf = (village: Village, index: number) => village.teams[index] as Village['teams'][number];

/** Three teams with 20 each: the first has finished, the second works, the third has not answered. */
async function running() {
  const village = await buildVillage(app, { hamlets: 4 });
  const three = { ...village, teams: village.teams.slice(0, 3) };
  const order = await issueOrder(app, three);
  const [first, second] = order.taskIds as [string, string, string];
  await act(app, teamOf(village, 0).leader, 'acceptTask', first);
  await act(app, teamOf(village, 0).leader, 'reportProgress', first, part(20, { complete: true }));
  await act(app, village.officer, 'confirmTask', first);
  await act(app, teamOf(village, 1).leader, 'acceptTask', second);
  await app.drain();
  return { village, ...order };
}

describe('changing an issued order', () => {
  it('previews whom it touches, tells only those, once and in plain words, and keeps what is finished', async () => {
    const { village, id, taskIds } = await running();
    const body = { dueOn: '2022-07-20', targets: [{ teamId: teamOf(village, 1).id, target: 25 }] };
    const plan = (await preview(village.officer, id, body)).body;
    expect(plan.changes).toMatchObject({ deadline: 2, target: 1, words: 0, added: 0, withdrawn: 0, untouched: 1 });
    expect(plan).toMatchObject({ teams: 2, people: 6, targetBefore: 60, targetAfter: 65, holdSeconds: 60 });
    expect(plan.messages[0]?.body).toContain('Hạn đổi từ hết ngày 9/7 sang hết ngày 20/7.');
    expect(await versions(village.officer, id)).toHaveLength(1);

    expect((await change(village.officer, id, body)).body).toMatchObject({ version: 2, dueOn: '2022-07-20' });
    await app.drain();
    const [finished, working, silent] = await Promise.all(
      [0, 1, 2].map(async (index) =>
        (await inbox(teamOf(village, index).leader)).filter(
          (one: { kind: string }) => one.kind === 'assignmentChanged',
        ),
      ),
    );
    expect([finished?.length, working?.length, silent?.length]).toEqual([0, 1, 1]);
    expect(working?.[0]?.body).toContain('Mục tiêu đổi từ 20 sang 25 hồ sơ.');
    expect(silent?.[0]?.body).not.toContain('Mục tiêu');
    expect(await task(teamOf(village, 0).leader, taskIds[0] as string)).toMatchObject({
      dueOn: '2022-07-09',
      changed: null,
    });
    expect(await task(teamOf(village, 1).leader, taskIds[1] as string)).toMatchObject({
      state: 'accepted',
      dueOn: '2022-07-20',
      changed: { dueFrom: '2022-07-09', dueTo: '2022-07-20', targetTo: 25, reason: 'Bão số 3', afterAcceptance: true },
    });
    expect(await versions(village.officer, id)).toMatchObject([
      { version: 2, reason: 'Bão số 3', teams: { changed: 2 }, accepted: 0, by: { id: village.officer.id } },
      { version: 1, reason: null, accepted: 2, after: { dueOn: '2022-07-09', target: 60 } },
    ]);
  });

  it('brings a team to it and takes one from it, with the reason', async () => {
    const { village, id, taskIds } = await running();
    const [third, fourth] = [teamOf(village, 2), teamOf(village, 3)];
    const body = { add: [{ teamId: fourth.id, target: 7 }], withdraw: [third.id] };
    const answer = await change(village.officer, id, body);
    expect(answer.body).toMatchObject({ teams: 3, figures: { target: 47 } });
    await app.drain();
    expect((await inbox(fourth.leader))[0]).toMatchObject({
      kind: 'taskAssigned',
      title: expect.stringContaining('Việc mới'),
    });
    expect((await inbox(fourth.leader))[0]?.body).toContain('7 hồ sơ');
    expect((await inbox(third.leader))[0]).toMatchObject({ kind: 'assignmentWithdrawn' });
    expect(await task(third.leader, taskIds[2] as string)).toMatchObject({
      state: 'cancelled',
      cancelled: { reason: 'Bão số 3' },
    });
    const refused = await change(village.officer, id, { version: 2, withdraw: [teamOf(village, 0).id] });
    expect(refused.body).toMatchObject({ code: 'input.invalid', details: [{ code: 'assignment.teamFinished' }] });
  });

  it('tells the second of two officers who was first', async () => {
    const { village, id } = await running();
    const other = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
    const both = await Promise.all([
      change(village.officer, id, { dueOn: '2022-07-20' }),
      change(other, id, { dueOn: '2022-07-25' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const second = both.find(({ status }) => status === 409);
    expect(second?.body).toMatchObject({ code: 'assignment.changedMeanwhile' });
    expect(await versions(village.officer, id)).toHaveLength(2);
  });

  it('is taken back within the hold as if it had not been, and not after it', async () => {
    const { village, id, taskIds } = await running();
    const [second, third] = [teamOf(village, 1), teamOf(village, 2)];
    await change(village.officer, id, { dueOn: '2022-07-20', withdraw: [third.id] });
    await app.drain();
    const undo = (version: number) =>
      app.call(routes.undoChange, { token: village.officer.token, params: { assignmentId: id }, body: { version } });
    expect((await undo(2)).body).toMatchObject({ version: 3, dueOn: '2022-07-09' });
    await app.drain();
    expect(await task(second.leader, taskIds[1] as string)).toMatchObject({ dueOn: '2022-07-09', changed: null });
    expect(await task(third.leader, taskIds[2] as string)).toMatchObject({ state: 'assigned' });
    for (const { leader } of [second, third])
      expect((await inbox(leader)).map(({ kind }: { kind: string }) => kind)).not.toContain('assignmentChanged');
    await change(village.officer, id, { version: 3, dueOn: '2022-07-21' });
    app.clock.advance(61_000);
    expect((await undo(4)).body).toMatchObject({ code: 'assignment.tooLateToUndo' });
    expect(
      (await versions(village.officer, id)).map(({ undone, undoes }: { undone: boolean; undoes: number | null }) => [
        undone,
        undoes,
      ]),
    ).toEqual([
      [false, null],
      [false, 2],
      [true, null],
      [false, null],
    ]);
  });

  it('answers wishes for more time that the new day fulfils', async () => {
    const { village, id, taskIds } = await running();
    const { leader } = teamOf(village, 1);
    await act(app, leader, 'askExtension', taskIds[1] as string, { until: '2022-07-15' });
    expect((await preview(village.officer, id, { dueOn: '2022-07-20' })).body.changes.extensions).toBe(1);
    await change(village.officer, id, { dueOn: '2022-07-20' });
    const open = await app.database.rows(
      sql`select 1 from extension_requests where task_id = ${taskIds[1] as string} and answered_at is null`,
    );
    expect(open).toEqual([]);
  });
});
