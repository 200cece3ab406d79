/**
 * One embedded PostgreSQL for the whole Jest run, with one migrated database that every suite copies.
 * What a killed run left behind is ended by the next one.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDatabase,
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../libs/embedded-postgres/index.ts';
import { TEMPLATE_DATABASE, TEST_SERVER_URL } from './database.ts';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 8 * 1024 ** 3;

/** In memory where there is room: a suite's database is some hundred files, and copying them takes 60 ms instead of 1 s. */
function roomiest(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

const RUNS = join(roomiest(), `to-so-tests-${process.getuid?.() ?? 0}`);

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
