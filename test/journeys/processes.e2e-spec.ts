/** The product as an operator runs it: real processes of several roles on one database, one of them killed. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, sql } from '#platform/database';
import { removeEmbeddedPostgres } from '../../libs/embedded-postgres/index.ts';
import { startApp, stopApps } from '../support/app.ts';
import { databaseForSuite, emptyDatabase } from '../support/database.ts';
import { buildVillage, issueOrder } from '../support/orders.ts';
import { until } from '../support/platform.ts';
import { killProcesses, startProcess } from '../support/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'to-so-processes-'));
const CLOCK = '2022-06-21T02:00:00.000Z';
const isReady = async (url: string) => (await fetch(`${url}/health/ready`)).status === 200;

afterAll(async () => {
  await stopApps();
  await killProcesses();
  await removeEmbeddedPostgres(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

it('two of each role start at once on an empty database, and the others serve on when one is killed', async () => {
  const env = { DATABASE_URL: await emptyDatabase(), DATA_DIR: folder, DB_POOL: '4' };
  const [api, otherApi, worker, otherWorker] = await Promise.all(
    ['api', 'api', 'worker', 'worker'].map((role) => startProcess({ ...env, ROLE: role })),
  );
  await Promise.all([api!.kill(), worker!.kill()]);
  expect(await isReady(otherApi!.url)).toBe(true);
  expect(await Promise.all([otherApi!.stop(), otherWorker!.stop()])).toEqual([0, 0]);
});

it('ends in order on SIGTERM and serves again on the same database', async () => {
  const env = { DATABASE_URL: await databaseForSuite(), DATA_DIR: folder };
  const first = await startProcess(env);
  expect(await first.stop()).toBe(0);
  const second = await startProcess(env);
  expect(await isReady(second.url)).toBe(true);
  expect(await second.stop()).toBe(0);
});

it('told to end under load, answers all that it was asked, lets nobody else in, and is gone soon after', async () => {
  const env = { DATABASE_URL: await databaseForSuite(), DATA_DIR: folder, CLOCK, MIGRATE: 'off' };
  const app = await startApp({ ...env, ROLE: 'api' });
  const village = await buildVillage(app, { hamlets: 10 });
  const { taskIds } = await issueOrder(app, village);
  const server = await startProcess({ ...env, ROLE: 'all', DB_POOL: '12' });
  const accept = (n: number) =>
    fetch(`${server.url}/api/v1/tasks/${taskIds[n]}/accept`, {
      method: 'POST',
      headers: { authorization: `Bearer ${village.teams[n]!.leader.token}`, 'idempotency-key': randomUUID() },
    }).then(({ status }) => status);
  // By a connection of its own: within a transaction it would look the same for ever.
  const waiting = async () =>
    (
      await app.database.source.query<unknown[]>(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).length;
  let answers: Promise<number[]> | undefined;
  let ended: Promise<number | null> | undefined;
  let from = 0;
  await app.database.tx(async (tx) => {
    await execute(tx, sql`select 1 from tasks for update`);
    answers = Promise.all(taskIds.map((_, n) => accept(n)));
    await until(async () => (await waiting()) >= 8);
    from = performance.now();
    ended = server.stop();
    await until(async () => {
      const late = await fetch(`${server.url}/health/live`).catch(() => undefined);
      return late?.status === 503 && late.headers.get('retry-after') === '1';
    });
  });
  expect(await answers).toEqual(taskIds.map(() => 200));
  expect(await ended).toBe(0);
  expect(performance.now() - from).toBeLessThan(15_000);
  expect(await app.database.rows(sql`select 1 from tasks where state <> 'accepted'`)).toEqual([]);
});

it('a worker told to stop in the middle of an order leaves nothing undone and nothing twice', async () => {
  const env = { DATABASE_URL: await databaseForSuite(), DATA_DIR: folder, CLOCK, HOLD_SECONDS: '0', MIGRATE: 'off' };
  const app = await startApp({ ...env, ROLE: 'api' });
  const village = await buildVillage(app, { hamlets: 25 });
  const told = async () =>
    (await app.database.rows<{ person_id: string }>(sql`select person_id from notifications`)).map(
      (row) => row.person_id,
    );
  const worker = await startProcess({ ...env, ROLE: 'worker' });
  const order = issueOrder(app, village);
  await until(
    async () => (await app.database.rows(sql`select 1 from outbox where published_at is not null`)).length > 0,
  );
  expect(await worker.stop()).toBe(0);
  await order;
  const next = await startProcess({ ...env, ROLE: 'worker' });
  await until(async () => (await told()).length >= 75);
  expect(await next.stop()).toBe(0);
  const people = await told();
  expect([people.length, new Set(people).size]).toEqual([75, 75]);
  expect(await app.database.rows(sql`select 1 from event_handlings where done_at is null`)).toEqual([]);
});

it('needs no database of the operator: the first process brings it, a second one joins it, the last one ends it', async () => {
  const env = { DATA_DIR: folder, DB_POOL: '4' };
  const first = await startProcess({ ...env, ROLE: 'api' });
  const second = await startProcess({ ...env, ROLE: 'api' });
  expect(await first.stop()).toBe(0);
  expect(await isReady(second.url)).toBe(true);
  expect(await second.stop()).toBe(0);
  await expect(removeEmbeddedPostgres(join(folder, 'postgres'))).resolves.toBeUndefined();
});
