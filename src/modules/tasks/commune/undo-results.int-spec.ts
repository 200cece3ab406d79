/** Decisions on many results taken back by one command: what can be goes back, what cannot stays and says why. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer } from '../../../../test/support/people.ts';

const CLOCK = '2022-06-21T01:00:00Z';
let app: TestApp;
let village: Village;
let taskIds: string[];

beforeAll(async () => {
  app = await startApp({ CLOCK });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date(CLOCK));
  village = await buildVillage(app, { hamlets: 3 });
  ({ taskIds } = await issueOrder(app, village));
  for (const [n, taskId] of taskIds.entries()) {
    const { leader, member } = village.teams[n]!;
    await act(app, leader, 'acceptTask', taskId);
    await act(app, member, 'reportProgress', taskId, part(20));
    await act(app, leader, 'completeTask', taskId, {});
  }
});

const many = (route: 'confirmResults' | 'undoResults', body: object, token = village.officer.token, key?: string) =>
  app.call(routes[route], { token, key: key ?? randomUUID(), params: { unitId: village.communeId }, body });
const statesOf = async (): Promise<string[]> => {
  const rows = await app.database.rows<{ id: string; state: string }>(sql`select id, state from tasks`);
  return taskIds.map((id) => rows.find((row) => row.id === id)?.state ?? '');
};
async function quick(): Promise<string> {
  const { id, member } = village.teams[0]!;
  const body = { kind: 'public_services', value: 6, happenedOn: '2022-06-21' };
  const sent = await app.call(routes.quickReport, {
    token: member.token,
    key: randomUUID(),
    params: { teamId: id },
    body,
  });
  return sent.body.entry.id;
}

it('takes tasks and quick reports back by one command, and a repeated one gives the same answer', async () => {
  const entryId = await quick();
  const ids = { taskIds, entryIds: [entryId] };
  expect((await many('confirmResults', ids)).body.results).toHaveLength(4);
  const key = randomUUID();
  const answer = await many('undoResults', ids, village.officer.token, key);
  expect(answer).toMatchObject({ status: 200, body: { kept: [] } });
  expect(answer.body.undone.toSorted()).toEqual([...taskIds, entryId].toSorted());
  expect(await statesOf()).toEqual(['submitted', 'submitted', 'submitted']);
  expect(await app.database.rows(sql`select 1 from counted_lines where confirmed_value is not null`)).toEqual([]);
  expect((await many('undoResults', ids, village.officer.token, key)).body).toEqual(answer.body);
});

it('leaves what somebody has gone on with, and says why, without holding up the others', async () => {
  await many('confirmResults', { taskIds });
  await act(app, village.officer, 'undoDecision', taskIds[0] as string);
  const { body } = await many('undoResults', { taskIds });
  expect(body.kept).toEqual([{ id: taskIds[0], code: 'task.tooLateToUndo' }]);
  expect(body.undone.toSorted()).toEqual(taskIds.slice(1).toSorted());
  expect(await statesOf()).toEqual(['submitted', 'submitted', 'submitted']);
});

it('is over after a minute, and is the commune’s alone', async () => {
  await many('confirmResults', { taskIds });
  const stranger = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  expect((await many('undoResults', { taskIds }, stranger.token)).status).toBe(403);
  const elsewhere = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
  const foreign = await app.call(routes.undoResults, {
    token: elsewhere.officer.token,
    key: randomUUID(),
    params: { unitId: elsewhere.communeId },
    body: { taskIds },
  });
  expect(foreign.body.undone ?? []).toEqual([]);
  app.clock.advance(5 * 60_000);
  expect((await many('undoResults', { taskIds })).body.kept).toHaveLength(3);
  expect(await statesOf()).toEqual(['confirmed', 'confirmed', 'confirmed']);
});
