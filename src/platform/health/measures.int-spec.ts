import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { HealthModule, Measures, ProcessClocks } from '#platform/health';
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

it('goes by the database while the clock of the machine is wrong, and by the machine again afterwards', async () => {
  const measures = app.get(Measures);
  // A hair behind rounds to minus zero, which is not what Jest calls zero.
  const off = () => Math.round((app.get(Clock).now().getTime() - Date.now()) / 1_000) + 0;
  await told(() => withDatabaseAhead(-86_400_000, () => measures.tell()));
  expect(off()).toBe(-86_400);
  await told(() => measures.tell());
  expect(off()).toBe(0);
});

it('tells of another process whose clock is wrong, by name, until it is gone', async () => {
  const processes = app.get(ProcessClocks);
  const right = { aheadMs: 3, differs: false };
  await processes.note(right);
  expect(await processes.worst(right)).toMatchObject({ aheadMs: 3, processes: 1 });
  const database = app.get(Database);
  await database.rows(sql`insert into process_clocks values ('to-so-2/17 worker', 86400000, now())`);
  expect(await processes.worst(right)).toEqual({ process: 'to-so-2/17 worker', aheadMs: 86_400_000, processes: 2 });
  await database.rows(sql`update process_clocks set measured_at = measured_at - interval '6 minutes'`);
  await processes.note(right);
  expect(await database.rows(sql`select process from process_clocks`)).toHaveLength(1);
  await processes.leave();
  expect(await database.rows(sql`select process from process_clocks`)).toEqual([]);
});
