import { routes } from '#contracts';
import { recordKindNames } from '#contracts/privacy/record-kinds';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-22T03:00:00Z' });
  village = await buildVillage(app);
});
afterAll(stopApps);

const mine = () => village.teams[0]!.member;
const get = async (route: 'ownData' | 'ownLooks' | 'ownDataFile', token: string, query: Record<string, string> = {}) =>
  app.call(routes[route], { token, query });
const numberOf = async (personId: string) =>
  (await app.database.one<{ e164: string }>(sql`select e164 from phones where person_id = ${personId}`))?.e164 ?? '';

it('says what is held: name, numbers without their middle, roles with their days, and how much of the rest', async () => {
  const { leader } = village.teams[0]!;
  const {
    taskIds: [taskId],
  } = await issueOrder(app, village);
  await act(app, leader, 'acceptTask', taskId!);
  expect((await act(app, leader, 'reportProgress', taskId!, part(3, { happenedOn: '2022-06-22' }))).status).toBe(200);
  const { status, body } = await get('ownData', leader.token);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    fullName: leader.fullName,
    roles: [{ role: 'leader', of: expect.stringContaining('Thôn 1'), from: expect.any(String), to: null }],
    looks: 0,
  });
  const national = (await numberOf(leader.id)).slice(-3);
  expect(body.phones).toEqual([expect.stringMatching(new RegExp(`•.*${national}$`))]);
  expect(
    Object.fromEntries(body.held.map((one: { kind: string; count: number }) => [one.kind, one.count])),
  ).toMatchObject({
    contact: 1,
    work: 1,
    looks: 0,
  });
  expect(body.held.every(({ kind }: { kind: never }) => recordKindNames.includes(kind))).toBe(true);
});

it('names whoever looked at the number or took a list with it, but not oneself, page by page', async () => {
  const { officer, teams } = village;
  const params = { personId: mine().id };
  for (const token of [teams[0]!.leader.token, officer.token, mine().token])
    await app.call(routes.revealPhones, { token, params, body: { purpose: 'call_about_task' } });
  const first = await get('ownLooks', mine().token, { limit: '1' });
  expect(first.body).toMatchObject({
    total: 2,
    items: [{ by: { fullName: officer.fullName }, kind: 'look', purpose: 'call_about_task', people: null }],
  });
  expect(first.body.items[0].by.unit).toContain('Minh Sơn');
  const second = await get('ownLooks', mine().token, { limit: '1', cursor: first.body.nextCursor });
  expect(second.body).toMatchObject({ items: [{ by: { fullName: teams[0]!.leader.fullName } }], nextCursor: null });
  expect((await get('ownData', mine().token)).body.looks).toBe(2);
  expect((await get('ownLooks', teams[1]!.member.token)).body.total).toBe(0);
});

it('gives everything as a file, the whole number in it, and neither a secret nor anybody else', async () => {
  const { body } = await get('ownDataFile', mine().token);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  expect(text).toContain(await numberOf(mine().id));
  expect(text).not.toContain(await numberOf(village.teams[0]!.leader.id));
  expect(text).not.toMatch(/hash|sealed|argon2/i);
  const told = JSON.parse(text);
  expect(told).toMatchObject({
    identity: [{ fullName: mine().fullName }],
    looks: [{ by: village.officer.fullName }, { by: village.teams[0]!.leader.fullName }],
  });
});
