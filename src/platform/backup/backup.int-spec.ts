/** The drill: an installation is backed up while it works, restored elsewhere, compared, and the application started on it. */
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Client } from 'pg';
import { routes } from '#contracts';
import { formatTime } from '#i18n';
import { migrate, SCHEMA_LOCK, sql } from '#platform/database';
import { FileStore } from '#platform/files';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { emptyDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/platform.ts';
import { buildOfficer } from '../../../test/support/people.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../test/support/orders.ts';
import { backUp } from './back-up.ts';
import type { BackupProblem, BackupProblemId } from './backup-problem.ts';
import { BackupRuns } from './backup-runs.ts';
import { standsIn } from './catalog.ts';
import { connected } from './connection.ts';
import type { Manifest } from './manifest.ts';
import { restore } from './restore.ts';
import { ScheduledBackups } from './scheduled-backups.ts';
import { compareTables, noteVerified, scratchPrefix, verifyBackup } from './verify.ts';

const FILES = 9;
const today = { happenedOn: '2022-06-22' };
let folder: string;
let app: TestApp;
let village: Village;
let identity: string;
let recipient: string;
let written: Manifest;
let hashes: string[];
let taskId: string;

const shaOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const at = (...names: string[]) => join(folder, ...names);
const backup = (to: string, more: Partial<Parameters<typeof backUp>[0]> = {}) =>
  backUp({
    databaseUrl: app.databaseUrl,
    dataDir: at('data'),
    to,
    recipients: [recipient],
    secretKey: undefined,
    startedBy: 'command',
    now: () => app.clock.now(),
    ...more,
  });
const restoreInto = async (from: string, more: Partial<Parameters<typeof restore>[0]> = {}) =>
  restore({
    databaseUrl: await emptyDatabase(),
    dataDir: at(randomUUID()),
    from,
    identities: [identity],
    secretKey: undefined,
    ...more,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'to-so-backup-'));
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  app = await startApp({
    CLOCK: '2022-06-21T19:05:00.000Z',
    DATA_DIR: at('data'),
    BACKUP_DIR: at('daily'),
    BACKUP_KEEP: '2',
  });
  village = await buildVillage(app, { hamlets: 2 });
  [taskId = ''] = (await issueOrder(app, village)).taskIds;
  await act(app, village.teams[0]!.leader, 'acceptTask', taskId);
  await act(app, village.teams[0]!.leader, 'reportProgress', taskId, part(3, today));
  await app.database.rows(sql`insert into secrets (name, value) values ('đường\tvà\nxuống dòng \\.', ${'\\N'})`);
  const store = app.get(FileStore);
  hashes = [];
  for (let n = 0; n < FILES; n += 1) hashes.push(await store.put(Buffer.alloc(200_000 * n + 1, n)));
  await app.drain();
  written = await backup(at('one'));
});
afterAll(async () => {
  await stopApps();
  await rm(folder, { recursive: true, force: true });
});

it('is one moment, encrypted, and says what it holds', async () => {
  expect(written.files.count).toBe(FILES);
  expect(written.tables.length).toBeGreaterThan(130);
  const text = await readFile(at('one/manifest.json'), 'utf8');
  expect(text).not.toContain(village.officer.fullName);
  const part = await readFile(at('one/tables/people.copy.gz.age'));
  expect(part.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect((await stat(at('one/tables/people.copy.gz.age'))).mode & 0o077).toBe(0);
  expect(await readdir(at('one'))).toEqual(['files', 'files.jsonl.gz', 'manifest.json', 'tables']);
});

describe('an installation of a backup', () => {
  let url: string;
  let other: TestApp;
  let differing: string[];

  beforeAll(async () => {
    url = await emptyDatabase();
    const done = await restoreInto(at('one'), { databaseUrl: url, dataDir: at('moved') });
    expect(done).toMatchObject({ dangling: [], hasOtherSecretKey: false });
    differing = await compareTables(url, written);
    // As each start does: the queues' own tables are no part of a backup.
    await migrate(url);
    other = await startApp({ DATABASE_URL: url, DATA_DIR: at('moved'), CLOCK: '2022-06-21T19:10:00.000Z' });
  });

  it('has every row and every file, and the same schema', async () => {
    expect(differing).toEqual([]);
    const there = async (data: string) =>
      (await Promise.all(hashes.map((hash) => readFile(at(data, 'photos', hash.slice(0, 2), `${hash}.jpg`))))).map(
        shaOf,
      );
    expect(await there('moved')).toEqual(hashes);
    expect(await there('data')).toEqual(hashes);
    const schemaOf = ({ database }: TestApp) =>
      database.rows(
        sql`select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as text from pg_constraint
             where connamespace = 'public'::regnamespace
            union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2, 3`,
      );
    expect(await schemaOf(other)).toEqual(await schemaOf(app));
  });

  it('serves: the same session reads its work, files open, and what comes next is counted on', async () => {
    const leader = village.teams[0]!.leader;
    const { status, body } = await other.call(routes.me, { token: leader.token });
    expect([status, body.person.fullName]).toEqual([200, leader.fullName]);
    expect((await other.get(FileStore).get(hashes[3]!))?.length).toBe(600_001);
    const done = await act(other, leader, 'reportProgress', taskId, part(2, today));
    expect(done.status).toBeLessThan(300);
    const counted = await other.database.rows(
      sql`select sum(l.value)::int as reported from progress_lines l join progress_entries e on e.id = l.entry_id where e.task_id = ${taskId}`,
    );
    expect(counted).toEqual([{ reported: 5 }]);
    await other.drain();
  });

  it('is not written over by another one: what stands there is named', async () => {
    const refused = restoreInto(at('one'), { databaseUrl: url });
    await expect(refused).rejects.toMatchObject({
      id: 'databaseNotEmpty',
      message: expect.stringMatching(/\w+ \(\d+\)/),
    });
    await mkdir(at('strange/photos/aa'), { recursive: true });
    await writeFile(at('strange/photos/aa', `${'a'.repeat(64)}.jpg`), 'of somebody');
    await expect(restoreInto(at('one'), { dataDir: at('strange') })).rejects.toMatchObject({
      id: 'filesNotEmpty',
      values: { n: 1 },
    });
  });
});

it('verifies a backup in a scratch database that is gone afterwards, and notes it', async () => {
  const verified = await verifyBackup({ databaseUrl: app.databaseUrl, from: at('one'), identities: [identity] });
  expect(verified).toMatchObject({ tablesDiffer: [], filesDiffer: [], dangling: [] });
  await noteVerified(app.databaseUrl, written, app.clock.now());
  expect((await app.get(BackupRuns).state()).last).toMatchObject({ id: written.id, verifiedAt: expect.any(Date) });
  const left = await app.database.rows(sql`select 1 from pg_database where datname like 'to_so_verify_%'`);
  expect(left).toEqual([]);
});

it('clears away what a trial left that was killed, and leaves alone what another one works on', async () => {
  const prefix = scratchPrefix(app.databaseUrl);
  const scratch = async () =>
    (
      await app.database.rows<{ datname: string }>(
        sql`select datname from pg_database where starts_with(datname, ${prefix}) order by 1`,
      )
    ).map(({ datname }) => datname);
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  for (const name of ['killed', 'working']) await client.query(`create database ${prefix}${name}`);
  await client.query(`select pg_advisory_lock(hashtext('${prefix}working'))`);
  await verifyBackup({ databaseUrl: app.databaseUrl, from: at('one'), identities: [identity] });
  expect(await scratch()).toEqual([`${prefix}working`]);
  await client.end();
  await verifyBackup({ databaseUrl: app.databaseUrl, from: at('one'), identities: [identity] });
  expect(await scratch()).toEqual([]);
});

describe('a backup that cannot be used is refused before anything is written', () => {
  const problem = (id: BackupProblemId) =>
    ({ id, message: expect.stringContaining('\n') }) satisfies Partial<BackupProblem>;
  let copy: string;
  let url: string;

  beforeEach(async () => {
    copy = at(randomUUID());
    await cp(at('one'), copy, { recursive: true });
    url = await emptyDatabase();
  });
  const refusal = async (more: Partial<Parameters<typeof restore>[0]> = {}) => {
    const error = await restoreInto(copy, { databaseUrl: url, ...more }).catch((caught: unknown) => caught);
    expect(await connected(url, (client) => standsIn(client, 5))).toEqual([]);
    return error as BackupProblem;
  };
  const edit = async (change: (manifest: Manifest) => void) => {
    const manifest = JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8')) as Manifest;
    change(manifest);
    await writeFile(join(copy, 'manifest.json'), JSON.stringify(manifest));
  };

  it('where a byte of a part is another one', async () => {
    const path = join(copy, 'tables/tasks.copy.gz.age');
    const bytes = await readFile(path);
    bytes[bytes.length - 5]! ^= 1;
    await writeFile(path, bytes);
    const error = await refusal();
    expect(error).toMatchObject(problem('partDamaged'));
    expect(error.values).toEqual({ part: 'tables/tasks.copy.gz.age' });
  });

  it('where a file is missing, with its name', async () => {
    const name = `files/${hashes[2]!.slice(0, 2)}/${hashes[2]}.jpg.age`;
    await rm(join(copy, name));
    const error = await refusal();
    expect(error).toMatchObject(problem('partMissing'));
    expect(error.values).toEqual({ part: name });
  });

  it('without the key, and with another one', async () => {
    expect(await refusal({ identities: [] })).toMatchObject(problem('keyNeeded'));
    expect(await refusal({ identities: [await generateX25519Identity()] })).toMatchObject(problem('wrongKey'));
  });

  it('of a newer version, by the step that is not known here', async () => {
    await edit((manifest) => manifest.migrations.push('TasksLater1999999999000'));
    expect((await refusal()).values).toMatchObject({ step: 'TasksLater1999999999000' });
    await edit((manifest) => Object.assign(manifest, { format: 2 }));
    expect(await refusal()).toMatchObject(problem('newerVersion'));
  });

  it('that is none, that is damaged', async () => {
    await writeFile(join(copy, 'manifest.json'), '{"format": 1');
    expect(await refusal()).toMatchObject(problem('manifestDamaged'));
    await rm(join(copy, 'manifest.json'));
    expect(await refusal()).toMatchObject(problem('notABackup'));
  });
});

it('leaves nothing of a backup that was cut off, and clears away what a killed one has left', async () => {
  const to = at('cut');
  const stop = new AbortController();
  const cut = expect(backup(to, { signal: stop.signal })).rejects.toMatchObject({ id: 'interrupted' });
  await until(async () => (await readdir(join(to, 'tables')).catch(() => [])).length > 0);
  await cp(to, at('killed'), { recursive: true });
  stop.abort();
  await cut;
  expect(await readdir(to)).toEqual([]);
  await expect(restoreInto(at('killed'))).rejects.toMatchObject({ id: 'unfinished' });
  expect((await backup(at('killed'))).files.count).toBe(FILES);
  await expect(backup(at('killed'))).rejects.toMatchObject({ id: 'targetTaken' });
});

it('lets the application start again meanwhile, and is refused while the schema changes', async () => {
  await connected(app.databaseUrl, async (client) => {
    await client.query(`select pg_advisory_lock_shared(${SCHEMA_LOCK})`);
    expect(await migrate(app.databaseUrl)).toBe(0);
    await client.query(`select pg_advisory_unlock_all(), pg_advisory_lock(${SCHEMA_LOCK})`);
    await expect(backup(at('meanwhile'))).rejects.toMatchObject({ id: 'migrating' });
  });
});

it('is made once a day, keeps the newest, and says once when one is missing', async () => {
  const daily = app.get(ScheduledBackups);
  const day = 24 * 3_600_000;
  const late = async () =>
    app.database.rows(sql`select payload->>'dueAt' as due from outbox where name = 'backup.late' order by 1`);
  const begun = app.clock.now();
  // What somebody made by hand today lies elsewhere.
  for (let n = 0; n < 3; n += 1) {
    if (n > 0) app.clock.advance(day);
    expect(await daily.run()).toBe(true);
    expect(await daily.run()).toBe(false);
  }
  expect((await readdir(at('daily'))).length).toBe(2);
  const { runs, last, missedAt } = await app.get(BackupRuns).state();
  expect(runs.filter(({ startedBy }) => startedBy === 'schedule').map(({ removedAt }) => removedAt !== null)).toEqual([
    false,
    false,
    true,
  ]);
  expect([last?.folder, missedAt]).toEqual([join(at('daily'), (await readdir(at('daily'))).at(-1)!), undefined]);
  app.clock.advance(day + 3 * 3_600_000);
  const [top] = await app.database.rows<{ id: string }>(
    sql`select ancestor_id as id from unit_closure where descendant_id = ${village.communeId} order by depth desc limit 1`,
  );
  const admin = await buildOfficer(app, { role: 'admin', unitId: top!.id });
  expect([await daily.tellLate(), await daily.tellLate()]).toEqual([true, false]);
  expect(await late()).toEqual([{ due: '2022-06-24T19:00:00.000Z' }]);
  await app.drain();
  const inbox = await app.call(routes.inbox, { token: admin.token });
  // The clock has gone on since the suite began: the time is that of the last one.
  const told = `làm lúc ${formatTime(last!.startedAt)}, 24/6.`;
  expect(inbox.body.items).toMatchObject([{ kind: 'backupLate', body: expect.stringContaining(told) }]);
  const board = await app.call(routes.backups, { token: admin.token });
  expect(board.body).toMatchObject({
    schedule: { folder: at('daily'), at: '02:00', keep: 2, encrypted: false, nextAt: '2022-06-25T19:00:00.000Z' },
    missedAt: '2022-06-24T19:00:00.000Z',
    last: { state: 'done', files: FILES, encrypted: false },
  });
  app.clock.set(begun);
});
