import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { quickReportIndicators } from '#contracts/tasks/quick-reports';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer } from '../../../../test/support/people.ts';

let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00Z' });
});
beforeEach(async () => {
  village = await buildVillage(app);
});
afterAll(stopApps);

const team = () => village.teams[0]!;

async function quick(body: Record<string, unknown> = {}): Promise<string> {
  const answer = await app.call(routes.quickReport, {
    token: team().member.token,
    params: { teamId: team().id },
    key: randomUUID(),
    body: { kind: 'public_services', value: 5, happenedOn: '2022-06-21', ...body },
  });
  return answer.body.entry.id;
}

type Command = 'confirmEntry' | 'returnEntry' | 'undoEntryDecision';
const decide = (command: Command, entryId: string, body?: unknown, token = village.officer.token) =>
  app.call(routes[command], { token, params: { entryId }, key: randomUUID(), ...(body !== undefined && { body }) });
const confirm = (entryId: string, body: unknown = {}, token?: string) => decide('confirmEntry', entryId, body, token);
const giveBack = (entryId: string, body: unknown = { reasons: ['figure_repeats'] }) =>
  decide('returnEntry', entryId, body);

async function waiting() {
  const { body } = await app.call(routes.resultsToConfirm, {
    token: village.officer.token,
    params: { unitId: village.communeId },
  });
  return body.items;
}
const settled = (entryId: string) =>
  app.database.one(
    sql`select confirmed_value, confirmed_by, confirmed_at is not null as at from counted_lines
      join progress_lines using (entry_id, position, confirmed_value, confirmed_at) where entry_id = ${entryId}`,
  );

describe('a quick report without a task', () => {
  it('waits for the commune beside handed-in work, the longest wait first', async () => {
    const entryId = await quick({ note: 'Ở nhà văn hóa' });
    app.clock.advance(60_000);
    const { taskIds } = await issueOrder(app, village);
    await act(app, team().leader, 'acceptTask', taskIds[0]!);
    await act(app, team().leader, 'reportProgress', taskIds[0]!, { happenedOn: '2022-06-21', value: 3 });
    await act(app, team().leader, 'completeTask', taskIds[0]!, {});
    const [report, task, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      task: null,
      report: { kind: 'public_services', indicator: { code: 'CQ01' } },
      team: { id: team().id },
      entries: [{ id: entryId, value: 5, note: 'Ở nhà văn hóa', confirmedAt: null }],
    });
    expect(task).toMatchObject({ task: { id: taskIds[0] }, report: null });
  });

  it('counts by value, person and time once it is confirmed, and waits no more', async () => {
    const entryId = await quick();
    const { status, body } = await confirm(entryId);
    expect([status, body.alreadyBy, body.entry.confirmedValue]).toEqual([200, null, 5]);
    expect(await settled(entryId)).toEqual({ confirmed_value: 5, confirmed_by: village.officer.id, at: true });
    expect(await waiting()).toEqual([]);
  });

  it('may be confirmed with a lower figure, never with a higher one', async () => {
    const entryId = await quick();
    expect((await confirm(entryId, { value: 6 })).body.code).toBe('return.partTooLarge');
    expect((await confirm(entryId, { value: 0 })).status).toBe(422);
    expect((await confirm(entryId, { value: 4 })).body.entry.confirmedValue).toBe(4);
  });

  it('is decided once when two officers press at once, and the second hears who it was', async () => {
    const other = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    const entryId = await quick();
    const answers = await Promise.all([confirm(entryId), confirm(entryId, {}, other.token)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter(({ body }) => body.alreadyBy !== null)).toHaveLength(1);
    const [{ n } = { n: 0 }] = await app.database.rows<{ n: number }>(
      sql`select count(*)::int as n from entry_decisions where entry_id = ${entryId}`,
    );
    expect(n).toBe(1);
  });

  it('does not count when it is returned, and its sender reads why', async () => {
    const entryId = await quick();
    expect((await giveBack(entryId, { reasons: [] })).status).toBe(422);
    expect((await giveBack(entryId, { reasons: ['other'] })).body.code).toBe('return.commentMissing');
    expect((await giveBack(entryId, { reasons: ['figure_repeats'], comment: 'Đã báo hôm qua' })).status).toBe(200);
    expect(await settled(entryId)).toBeUndefined();
    expect(await waiting()).toEqual([]);
    expect((await confirm(entryId)).body.code).toBe('progress.alreadyReturned');
    await app.drain();
    const inbox = await app.call(routes.inbox, { token: team().member.token });
    const [message] = inbox.body.items.filter(({ kind }: { kind: string }) => kind === 'reportReturned');
    expect(message.body).toContain('chưa được tính: số liệu trùng lần trước. Đã báo hôm qua');
    const leader = await app.call(routes.inbox, { token: team().leader.token });
    expect(leader.body.items).toEqual([]);
  });

  it('waits again when the decision is taken back within a minute', async () => {
    const entryId = await quick();
    expect((await decide('undoEntryDecision', entryId)).body.code).toBe('progress.nothingDecided');
    await confirm(entryId);
    expect((await decide('undoEntryDecision', entryId)).body.entry.confirmedValue).toBeNull();
    expect(await waiting()).toHaveLength(1);
    await giveBack(entryId);
    app.clock.advance(61_000);
    expect((await decide('undoEntryDecision', entryId)).body.code).toBe('task.tooLateToUndo');
  });

  it('that was taken back, or that belongs to a task, is not decided here', async () => {
    const entryId = await quick();
    await app.call(routes.takeBackQuickReport, { token: team().member.token, params: { entryId } });
    expect((await confirm(entryId)).body.code).toBe('progress.takenBack');
    expect(await waiting()).toEqual([]);
    const { taskIds } = await issueOrder(app, village, { indicatorCode: quickReportIndicators.public_services });
    await act(app, team().leader, 'acceptTask', taskIds[0]!);
    expect((await confirm(await quick({ taskId: taskIds[0] }))).body.code).toBe('progress.ofTask');
  });

  it('is decided by its own commune only', async () => {
    const other = await buildVillage(app, { districtId: village.districtId, commune: 'Dân Lực' });
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    const entryId = await quick();
    for (const { token } of [other.officer, district, team().leader])
      expect((await confirm(entryId, {}, token)).status).toBe(403);
  });

  it('that is confirmed cannot be taken back by its sender', async () => {
    const entryId = await quick();
    await confirm(entryId);
    const { body } = await app.call(routes.takeBackQuickReport, {
      token: team().member.token,
      params: { entryId },
    });
    expect(body.code).toBe('progress.alreadySettled');
  });
});

describe('many results at once', () => {
  type Result = { id: string; outcome: string; code?: string; byId?: string };
  const confirmMany = async (body: unknown, { token, key = randomUUID() }: { token?: string; key?: string } = {}) =>
    app.call(routes.confirmResults, {
      token: token ?? village.officer.token,
      params: { unitId: village.communeId },
      key,
      body,
    });
  const outcomesOf = (body: { results: Result[] }) =>
    Object.fromEntries(
      body.results.map(({ id, outcome, code, byId }) => [id, [outcome, code ?? byId].filter(Boolean)]),
    );
  async function handedIn(values: [number, number]): Promise<string[]> {
    const { taskIds } = await issueOrder(app, village);
    for (const [i, taskId] of taskIds.entries()) {
      await act(app, village.teams[i]!.leader, 'acceptTask', taskId);
      await act(app, village.teams[i]!.leader, 'reportProgress', taskId, {
        happenedOn: '2022-06-21',
        value: values[i],
      });
      await act(app, village.teams[i]!.leader, 'completeTask', taskId, {});
    }
    return taskIds;
  }
  const told = (taskId: string) =>
    app.database.one(
      sql`select count(*)::int as n, min(actor_id::text) as by from outbox where name = 'task.confirmed'
        and payload->>'taskId' = ${taskId}`,
    );

  it('are confirmed as each would be alone, and of each it is said what became of it', async () => {
    const other = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    const neighbours = await buildVillage(app, { districtId: village.districtId, commune: 'Dân Lực' });
    const [first, second] = (await handedIn([7, 24])) as [string, string];
    const elsewhere = (await issueOrder(app, neighbours)).taskIds[0]!;
    const [report, returned, decided] = [await quick(), await quick({ value: 2 }), await quick({ value: 3 })];
    await giveBack(returned);
    await confirm(decided, {}, other.token);
    await act(app, village.officer, 'returnTask', first, { reasons: ['photo_unclear'] });
    const { status, body } = await confirmMany({
      taskIds: [second, first, second, elsewhere],
      entryIds: [report, returned, decided],
    });
    expect(status).toBe(200);
    expect(outcomesOf(body)).toEqual({
      [second]: ['confirmed'],
      [first]: ['refused', 'task.alreadyReturned'],
      [elsewhere]: ['refused', 'task.notFound'],
      [report]: ['confirmed'],
      [returned]: ['refused', 'progress.alreadyReturned'],
      [decided]: ['already', other.id],
    });
    expect([body.left, body.people.map(({ id }: { id: string }) => id)]).toEqual([0, [other.id]]);
    expect(await settled(report)).toEqual({ confirmed_value: 5, confirmed_by: village.officer.id, at: true });
    const { body: task } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId: first } });
    expect(task.figures).toMatchObject({ reported: 7, confirmed: 0 });
    expect((await act(app, village.officer, 'undoDecision', second)).body.task).toMatchObject({ state: 'submitted' });
    expect(await told(second)).toEqual({ n: 1, by: village.officer.id });
    expect(await told(first)).toMatchObject({ n: 0 });
  });

  it('are confirmed once each when two officers press at once, and a lost answer is given again', async () => {
    const other = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    const [taskIds, entryIds] = [await handedIn([5, 6]), [await quick(), await quick({ value: 2 })]];
    const key = randomUUID();
    const [mine, theirs] = await Promise.all([
      confirmMany({ taskIds, entryIds }, { key }),
      confirmMany({ taskIds: taskIds.toReversed(), entryIds: entryIds.toReversed() }, { token: other.token }),
    ]);
    const confirmed = [mine!, theirs!].map(
      ({ body }) => body.results.filter(({ outcome }: Result) => outcome === 'confirmed').length,
    );
    expect(confirmed.toSorted()).toEqual([0, 4]);
    for (const taskId of taskIds) expect(await told(taskId)).toMatchObject({ n: 1 });
    await app.database.rows(sql`delete from command_answers where command_id = ${key}`);
    const again = await confirmMany({ taskIds, entryIds }, { key });
    expect(outcomesOf(again.body)).toEqual(outcomesOf(mine!.body));
  });

  it('are those that wait, up to the moment of which the officer knows', async () => {
    const [first] = await handedIn([5, 6]);
    const seen = await quick();
    const until = new Date(app.clock.now()).toISOString();
    app.clock.advance(60_000);
    const later = await quick({ value: 2 });
    const { body: ofOrder } = await confirmMany({ waiting: { until, assignmentId: await orderOfTask(first!) } });
    expect([ofOrder.results.length, ofOrder.left]).toEqual([2, 0]);
    const { body } = await confirmMany({ waiting: { until } });
    expect(outcomesOf(body)).toEqual({ [seen]: ['confirmed'] });
    expect((await waiting()).map(({ entries }: { entries: { id: string }[] }) => entries[0]?.id)).toEqual([later]);
  });

  it('are the commune’s alone, and no more than one command takes', async () => {
    const taskIds = await handedIn([5, 6]);
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    for (const { token } of [district, team().leader])
      expect((await confirmMany({ taskIds }, { token })).status).toBe(403);
    const many = Array.from({ length: 260 }, () => randomUUID());
    expect((await confirmMany({ taskIds: many, entryIds: many })).body.details).toMatchObject([
      { code: 'result.tooMany' },
    ]);
    expect(await waiting()).toHaveLength(2);
  });

  const orderOfTask = async (taskId: string) =>
    (await app.database.one<{ id: string }>(sql`select assignment_id as id from tasks where id = ${taskId}`))?.id ?? '';
});
