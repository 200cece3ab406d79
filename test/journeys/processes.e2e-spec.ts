/** The product as an operator runs it: real processes of several roles on one database, one of them killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '../../src/platform/embedded/index.ts';
import { databaseForSuite, emptyDatabase } from '../support/database.ts';
import { killProcesses, startProcess } from '../support/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'to-so-processes-'));
const isReady = async (url: string) => (await fetch(`${url}/health/ready`)).status === 200;

afterAll(async () => {
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

it('needs no database of the operator: the first process brings it, a second one joins it, the last one ends it', async () => {
  const env = { DATA_DIR: folder, DB_POOL: '4' };
  const first = await startProcess({ ...env, ROLE: 'api' });
  const second = await startProcess({ ...env, ROLE: 'api' });
  expect(await first.stop()).toBe(0);
  expect(await isReady(second.url)).toBe(true);
  expect(await second.stop()).toBe(0);
  await expect(removeEmbeddedPostgres(join(folder, 'postgres'))).resolves.toBeUndefined();
});
