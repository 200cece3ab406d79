import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildDirective, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';

const TODAY = '2022-06-21';
let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T02:00:00Z` });
});
beforeEach(async () => {
  village = await buildVillage(app);
});
afterAll(stopApps);

const set = (body: Record<string, unknown> = {}, unitId = village.communeId, token = village.officer.token) =>
  app.call(routes.setSamplingRule, {
    token,
    params: { unitId },
    key: randomUUID(),
    body: { below: 10, oneIn: 2, from: TODAY, directiveId: village.directiveId, ...body },
  });
const end = (ruleId: string, lastDay: string) =>
  app.call(routes.endSamplingRule, {
    token: village.officer.token,
    params: { ruleId },
    key: randomUUID(),
    body: { lastDay },
  });
const rules = async (unitId = village.communeId, token = village.officer.token) =>
  (await app.call(routes.samplingRules, { token, params: { unitId } })).body;

async function quick(value: number): Promise<string> {
  const team = village.teams[0]!;
  const answer = await app.call(routes.quickReport, {
    token: team.member.token,
    params: { teamId: team.id },
    key: randomUUID(),
    body: { kind: 'public_services', value, happenedOn: TODAY },
  });
  return answer.body.entry.id;
}
async function handedIn(value: number, person: TestPerson = village.teams[0]!.leader) {
  // To one team: nobody is left with unfinished work, so that the same order can be given again.
  const shares = [{ teamId: village.teams[0]!.id, target: 20 }];
  const { id, taskIds } = await issueOrder(app, village, { shares, target: 20 });
  const taskId = taskIds[0]!;
  await act(app, person, 'acceptTask', taskId);
  await act(app, person, 'reportProgress', taskId, { happenedOn: TODAY, value });
  await act(app, person, 'completeTask', taskId, {});
  return { assignmentId: id, taskId };
}
const waiting = async (): Promise<{ id: string; look?: string }[]> => {
  const { body } = await app.call(routes.resultsToConfirm, {
    token: village.officer.token,
    params: { unitId: village.communeId },
  });
  return body.items.map(
    ({ task, entries, look }: { task?: { id: string }; entries: { id: string }[]; look?: string }) => ({
      id: task?.id ?? entries[0]?.id,
      look,
    }),
  );
};
const confirmMany = async (body: unknown) =>
  (
    await app.call(routes.confirmResults, {
      token: village.officer.token,
      params: { unitId: village.communeId },
      key: randomUUID(),
      body,
    })
  ).body;
const unseen = async (assignmentId: string) => {
  const { body } = await app.call(routes.assignmentTasks, {
    token: village.officer.token,
    params: { assignmentId },
  });
  return body.items.map((row: { confirmedUnseen?: string }) => row.confirmedUnseen).filter(Boolean);
};

describe('under a rule of sampling', () => {
  it('those drawn and those too large are looked at one by one, the others may be confirmed unseen and say so', async () => {
    await set();
    const large = await handedIn(10);
    const small = await Promise.all(Array.from({ length: 20 }, () => quick(3)));
    const list = await waiting();
    const lookAt = new Map(list.map(({ id, look }) => [id, look]));
    expect(lookAt.get(large.taskId)).toBe('size');
    const drawn = small.filter((id) => lookAt.get(id) === 'drawn');
    const free = small.filter((id) => lookAt.get(id) === undefined);
    expect([drawn.length > 0, free.length > 0, drawn.length + free.length]).toEqual([true, true, 20]);

    const { results } = await confirmMany({ taskIds: [large.taskId], entryIds: small });
    const outcomes = new Map(results.map((one: { id: string; outcome: string; code?: string }) => [one.id, one]));
    for (const id of [large.taskId, ...drawn])
      expect(outcomes.get(id)).toMatchObject({ outcome: 'refused', code: 'task.lookFirst' });
    for (const id of free) expect(outcomes.get(id)).toMatchObject({ outcome: 'confirmed' });
    expect((await waiting()).map(({ id }) => id).toSorted()).toEqual([large.taskId, ...drawn].toSorted());
    const manners = await app.database.rows(
      sql`select distinct manner from entry_decisions where entry_id = any(${free}::uuid[])`,
    );
    expect(manners).toEqual([{ manner: 'sample' }]);

    expect((await act(app, village.officer, 'confirmTask', large.taskId, {})).status).toBe(200);
    expect(await unseen(large.assignmentId)).toEqual([]);
  });

  it('"all that waits" takes what nobody has to look at, and says how much is left to look at', async () => {
    await set();
    for (let i = 0; i < 12; i++) await quick(2);
    const toLook = (await waiting()).filter(({ look }) => look).length;
    const answer = await confirmMany({ waiting: { until: app.clock.now().toISOString() } });
    expect([answer.results.length, answer.left, answer.toLook]).toEqual([12 - toLook, toLook, toLook]);
    const again = await confirmMany({ waiting: { until: app.clock.now().toISOString() } });
    expect([again.results.length, again.toLook]).toEqual([0, toLook]);
  });

  it('the board says what was not looked at', async () => {
    const { assignmentId, taskId } = await handedIn(4);
    await confirmMany({ taskIds: [taskId] });
    expect(await unseen(assignmentId)).toEqual(['together']);
    await act(app, village.officer, 'undoDecision', taskId);
    expect(await unseen(assignmentId)).toEqual([]);
    await set({ oneIn: 20 });
    // Whether this one is drawn is chance: until one is not.
    let left = (await confirmMany({ taskIds: [taskId] })).results[0].outcome;
    let last = { assignmentId, taskId };
    while (left === 'refused') {
      await act(app, village.officer, 'confirmTask', last.taskId, {});
      const next = await handedIn(4);
      last = next;
      left = (await confirmMany({ taskIds: [next.taskId] })).results[0].outcome;
    }
    expect(await unseen(last.assignmentId)).toEqual(['sample']);
  });
});

describe('rules of sampling', () => {
  it('hold from their day on; the next one ends the one before, and the nearest unit comes first', async () => {
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    const paper = await buildDirective(app, village.districtId);
    await set({ oneIn: 4, directiveId: paper }, village.districtId, district.token);
    expect(await rules()).toMatchObject([{ oneIn: 4, unit: { id: village.districtId }, validTo: null }]);
    await set({ oneIn: 3 });
    await set({ oneIn: 2, from: '2022-07-01' });
    expect(await rules()).toMatchObject([
      {
        oneIn: 3,
        validFrom: TODAY,
        validTo: '2022-06-30',
        unit: { id: village.communeId },
        directive: { id: village.directiveId },
        by: { id: village.officer.id },
      },
      { oneIn: 2, validFrom: '2022-07-01', validTo: null },
    ]);
    expect(JSON.stringify(await rules())).not.toContain('seed');
  });

  it('end after a day, and one that has not begun is taken back', async () => {
    const { body: now } = await set();
    const { body: later } = await set({ from: '2022-08-01' });
    expect((await end(later.id, '2022-07-31')).status).toBe(200);
    expect((await end(now.id, '2022-06-20')).status).toBe(200);
    expect(await rules()).toEqual([]);
    expect((await end(later.id, '2022-07-31')).body.code).toBe('sampling.notFound');
    await quick(3);
    expect((await waiting()).map(({ look }) => look)).toEqual([undefined]);
  });

  it.each([
    ['a day that is over', { from: '2022-06-20' }, 'rules.fromPast', 'from'],
    ['a day in a century', { from: '2122-06-21' }, 'rules.fromTooFar', 'from'],
    ['a directive of nobody', { directiveId: randomUUID() }, 'rules.directiveUnknown', 'directiveId'],
    ['one in one', { oneIn: 1 }, 'input.invalid', 'oneIn'],
  ])('refuse %s', async (_, body, code, path) => {
    const answer = await set(body);
    expect([answer.status, answer.body.code, answer.body.details[0].path]).toEqual([422, code, path]);
  });

  it('refuse what would come before another, a hamlet, and the second of two ends', async () => {
    const { body } = await set({ from: '2022-07-01' });
    expect((await set({ from: '2022-06-25' })).body.code).toBe('rules.laterRule');
    expect((await set({}, village.teams[0]!.unitId)).body.code).toBe('sampling.notOfHamlets');
    expect((await end(body.id, '2022-06-01')).body.code).toBe('sampling.lastDayPast');
  });

  it('two set at once for one day leave one', async () => {
    const answers = await Promise.all([set(), set({ oneIn: 3 }), set({ oneIn: 4 })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await rules()).toHaveLength(1);
  });
});
