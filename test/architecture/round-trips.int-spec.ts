/**
 * How often a request of every day waits for PostgreSQL: a budget by kind, so that nobody notices only in a full hour what one more
 * question costs. It counts, and never looks at a clock: `npm run bench -- request` says what the same requests cost.
 */
import { randomUUID } from 'node:crypto';
import { type RouteDefinition, routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import { CountedWire } from '../support/wires/counted-wire.ts';
import { databaseForSuite } from '../support/database.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../support/orders.ts';

/** The most, by kind. A command is begun, worked in a transaction, read back and kept. */
const budgets = { own: 3, command: 16, again: 2 } as const;

let app: TestApp;
let village: Village;
let taskId: string;
const wire = new CountedWire();
beforeAll(async () => {
  const [url, CLOCK] = [await databaseForSuite(), '2022-06-21T01:00:00Z'];
  const whole = await startApp({ DATABASE_URL: url, CLOCK });
  village = await buildVillage(whole, { hamlets: 2 });
  taskId = (await issueOrder(whole, village)).taskIds[0] as string;
  await whole.drain();
  // What follows from a command is a worker's, and not counted.
  app = await startApp({ DATABASE_URL: await wire.open(url), CLOCK, ROLE: 'api' });
});
afterAll(async () => {
  await stopApps();
  wire.close();
});

const team = () => village.teams[0] as Village['teams'][number];

/** Who asks is known already, as of the second of several requests that a screen sends. */
async function trips(ask: () => Promise<{ status: number }>): Promise<number> {
  await app.call(routes.getPreferences, { token: team().member.token });
  await app.call(routes.getPreferences, { token: team().leader.token });
  wire.take();
  const { status } = await ask();
  const { trips: n } = wire.take();
  expect(status).toBeLessThan(300);
  expect(n).toBeGreaterThan(0);
  return n;
}
const read = (route: RouteDefinition, params: Record<string, string> = {}) =>
  trips(() => app.call(route, { token: team().member.token, params }));

it.each([
  ['me', routes.me],
  ['myTasks', routes.myTasks],
  ['inbox', routes.inbox],
  ['getTask', routes.getTask],
  ['myTraining', routes.myTraining],
] as const)('a read of one’s own stays within its budget: %s', async (_, route) => {
  expect(await read(route, { taskId })).toBeLessThanOrEqual(budgets.own);
});

it('a command of a member stays within its budget, and its repetition within its own', async () => {
  const { leader, member } = team();
  expect(await trips(() => act(app, leader, 'acceptTask', taskId))).toBeLessThanOrEqual(budgets.command);
  const key = randomUUID();
  const report = () =>
    app.call(routes.reportProgress, { token: member.token, key, params: { taskId }, body: part(1, {}) });
  expect(await trips(report)).toBeLessThanOrEqual(budgets.command);
  expect(await trips(report)).toBeLessThanOrEqual(budgets.again);
});
