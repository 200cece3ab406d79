/**
 * One embedded PostgreSQL for the whole Jest run, with one migrated database that every suite copies.
 * What a killed run left behind is ended by the next one.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDatabase,
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded/index.ts';
import { TEMPLATE_DATABASE, TEST_SERVER_URL } from './database.ts';

const RUNS = join(tmpdir(), `to-so-tests-${process.getuid?.() ?? 0}`);

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function endAbandonedRuns(): Promise<void> {
  for (const name of readdirSync(RUNS).filter((run) => !isRunning(Number.parseInt(run, 10)))) {
    const folder = join(RUNS, name);
    await removeEmbeddedPostgres(folder).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function startTestServer(): Promise<EmbeddedPostgres> {
  mkdirSync(RUNS, { recursive: true });
  await endAbandonedRuns();
  const server = await startEmbeddedPostgres({
    dataDir: join(RUNS, `${process.pid}-${randomUUID()}`),
    persistent: false,
  });
  try {
    const { migrate } = await import('../../src/platform/database/index.ts');
    await migrate(await createDatabase(server.url, TEMPLATE_DATABASE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env[TEST_SERVER_URL] = server.url;
  return server;
}
