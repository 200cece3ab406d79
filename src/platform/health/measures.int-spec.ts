import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#platform/database';
import { HealthModule, Measures } from '#platform/health';
import { Log } from '#platform/logging';
import { databaseForSuite } from '../../../test/support/database.ts';
import { startPlatform } from '../../../test/support/platform.ts';

const folder = mkdtempSync(join(tmpdir(), 'to-so-measures-'));
let app: INestApplicationContext;
beforeAll(async () => {
  const env = { DATA_DIR: join(folder, 'not', 'made', 'yet'), BACKUP_DIR: folder };
  app = await startPlatform({ databaseUrl: await databaseForSuite(), modules: [HealthModule], env });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As if the database stood on a machine whose clock differs by so much. */
function withDatabaseAhead<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const database = app.get(Database);
  const { one } = database;
  database.one = (async () => ({ there: Date.now() + ms })) as typeof one;
  return work().finally(() => {
    database.one = one;
  });
}

async function told(work: () => Promise<void>): Promise<string[]> {
  const log = app.get(Log);
  const { warn } = log;
  const lines: string[] = [];
  log.warn = (_fields: unknown, message: unknown) => void lines.push(String(message));
  await work();
  log.warn = warn;
  return lines;
}

it('reads the clock beside a real database, and the room of the disks that are written to', async () => {
  const { clock, disks } = await app.get(Measures).read();
  expect(clock.differs).toBe(false);
  expect(disks.map(({ what }) => what)).toEqual(['files', 'backups']);
  for (const { freeBytes, totalBytes } of disks) {
    expect(freeBytes).toBeGreaterThan(0);
    expect(totalBytes).toBeGreaterThanOrEqual(freeBytes);
  }
});

it("says in the log that this machine's clock is behind, and nothing while it is right", async () => {
  const measures = app.get(Measures);
  const isOfClock = (line: string) => line.startsWith("this machine's clock differs");
  expect((await told(() => withDatabaseAhead(60_000, () => measures.tell()))).filter(isOfClock)).toHaveLength(1);
  expect((await told(() => measures.tell())).filter(isOfClock)).toEqual([]);
});
