/** When PostgreSQL is out of reach, or a disk is full: a code that a phone may try again on, and nothing half done. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { routes } from '#contracts';
import { loadEnv } from '#platform/config';
import { Listener, migrate, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { DiskFileStore } from '../../src/platform/files/disk-file-store.ts';
import { startApp, stopApps } from '../support/app.ts';
import { databaseForSuite } from '../support/database.ts';
import { act, buildVillage, issueOrder, orderInput, part } from '../support/orders.ts';
import { until } from '../support/platform.ts';
import { type Wire, wireTo } from '../support/wires/wire.ts';

/** For a busy machine. */
const RECOVERY_S = 60;
const HANGING_READY_MS = 5_000;
/** The longest statement of a request, and the patience after it. */
const HANGING_MS = 16_000;
let wire: Wire | undefined;
afterAll(async () => {
  await stopApps();
  wire?.close();
});

describe('PostgreSQL out of reach', () => {
  it('is told by /health/ready and by every request, lets /health/live alone, and ends by itself', async () => {
    const cable = await wireTo(await databaseForSuite());
    wire = cable;
    const app = await startApp({ DATABASE_URL: cable.url, CLOCK: '2022-06-21T01:00:00Z' });
    const village = await buildVillage(app);
    const probe = (path: string) => app.nest.inject({ method: 'GET', url: path });
    const key = randomUUID();
    const order = () =>
      app.call(routes.issueAssignment, { token: village.officer.token, key, body: orderInput(village) });
    const heard: string[] = [];
    await app.get(Listener).on('outage', (payload) => heard.push(payload));
    expect((await probe('/health/ready')).statusCode).toBe(200);

    cable.cut();
    await until(() => cable.refused() > 0);
    const [ready, live, refused] = [await probe('/health/ready'), await probe('/health/live'), await order()];
    expect([ready.statusCode, ready.json().code, live.statusCode]).toEqual([503, 'platform.notReady', 200]);
    expect(refused).toMatchObject({ status: 503, body: { code: 'platform.notReady' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

    cable.mend();
    await until(async () => (await probe('/health/ready')).statusCode === 200);
    expect((await order()).status).toBe(201);
    expect(await app.database.rows(sql`select 1 from assignments`)).toHaveLength(1);
    await until(async () => {
      await app.database.rows(sql`select pg_notify('outage', 'over')`);
      return heard.length > 0;
    });
    const listeners = await app.database.rows(
      sql`select 1 from pg_stat_activity where datname = current_database() and application_name = 'to-so listen'`,
    );
    expect(listeners).toHaveLength(1);
  });
});

describe('PostgreSQL that hangs', () => {
  it('is told by /health/ready at once and by a request in time, and is asked anew when it answers again', async () => {
    const cable = await wireTo(await databaseForSuite());
    const app = await startApp({ DATABASE_URL: cable.url, CLOCK: '2022-06-21T01:00:00Z', DB_POOL: '2' });
    const village = await buildVillage(app, { hamlets: 1 });
    const ready = () => app.nest.inject({ method: 'GET', url: '/health/ready' });
    const mine = () => app.call(routes.myTasks, { token: village.teams[0]!.member.token });
    expect((await mine()).status).toBe(200);
    cable.hang();
    const from = performance.now();
    const waiting = [mine(), mine(), mine()];
    expect((await ready()).json()).toMatchObject({ status: 503, code: 'platform.notReady' });
    expect(performance.now() - from).toBeLessThan(HANGING_READY_MS);
    for (const { status, body } of await Promise.all(waiting))
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'platform.notReady' });
    expect(performance.now() - from).toBeLessThan(HANGING_MS);
    cable.mend();
    await until(async () => (await ready()).statusCode === 200, RECOVERY_S);
    await until(async () => (await mine()).status === 200, RECOVERY_S);
    cable.close();
  });

  it('that goes within a transaction is an outage, told once, and nothing of it is kept', async () => {
    const direct = await databaseForSuite();
    const cable = await wireTo(direct);
    const app = await startApp({ DATABASE_URL: cable.url, CLOCK: '2022-06-21T01:00:00Z' });
    const village = await buildVillage(app, { hamlets: 1 });
    const taskId = (await issueOrder(app, village)).taskIds[0] as string;
    // What follows from the order is done: a handler that meets the outage has its own words for it.
    await app.drain();
    const key = randomUUID();
    const accept = () => act(app, village.teams[0]!.leader, 'acceptTask', taskId, undefined, key);
    const told: unknown[] = [];
    const log = app.get(Log);
    log.error = (...parts: unknown[]) => void told.push(parts.at(-1));
    const holder = new Client({ connectionString: direct });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('begin; select 1 from tasks for update');
    const answer = accept();
    await until(async () => {
      const { rows } = await holder.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    cable.cut();
    expect(await answer).toMatchObject({ status: 503, body: { code: 'platform.notReady' } });
    expect(told).toEqual(['a request met an outage']);
    await holder.end();
    cable.mend();
    await until(async () => (await accept()).status === 200, RECOVERY_S);
    cable.close();
  });
});

describe('the embedded PostgreSQL, killed', () => {
  it('comes back under the application: requests are told to wait, and pool, LISTEN, outbox and queue go on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'to-so-killed-'));
    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), persistent: true });
    try {
      await migrate(server.url);
      const app = await startApp({ DATABASE_URL: server.url, CLOCK: '2022-06-21T01:00:00Z' });
      const village = await buildVillage(app, { hamlets: 1 });
      const first = await issueOrder(app, village);
      await app.drain();
      const told = async () => (await app.database.rows(sql`select 1 from notifications`)).length;
      const before = await told();
      expect(before).toBeGreaterThan(0);
      const heard: string[] = [];
      await app.get(Listener).on('outage', (payload) => heard.push(payload));

      const [line] = (await readFile(join(server.folder, 'cluster/postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(line), 'SIGKILL');
      const refused = new Set<string>();
      const asked = async () => {
        const { status, body } = await app.call(routes.myTasks, { token: village.teams[0]!.member.token });
        if (status !== 200) refused.add(`${status} ${body.code}`);
        return status === 200;
      };
      await until(async () => !(await asked()));
      await until(asked, RECOVERY_S);
      expect([...refused]).toEqual(['503 platform.notReady']);

      await issueOrder(app, village, { knowsOfSimilar: [first.id] });
      await app.drain();
      expect(await told()).toBe(2 * before);
      await until(async () => {
        await app.database.rows(sql`select pg_notify('outage', 'over')`);
        return heard.length > 0;
      });
      await app.stop();
    } finally {
      await stopApps();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('a full disk', () => {
  it('of the database refuses a report with 507, keeps nothing of it, and takes the same command when there is room again', async () => {
    const app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
    const village = await buildVillage(app, { hamlets: 1 });
    const member = village.teams[0]!.member;
    const taskId = (await issueOrder(app, village)).taskIds[0] as string;
    await act(app, village.teams[0]!.leader, 'acceptTask', taskId);
    await app.database.rows(sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    await app.database.rows(sql`create trigger no_room before insert on progress_entries execute function no_room()`);
    const key = randomUUID();
    const report = () => act(app, member, 'reportProgress', taskId, part(3), key);
    const refused = await report();
    expect(refused).toMatchObject({ status: 507, body: { code: 'platform.storageFull' } });
    expect(refused.headers['retry-after']).toBe('60');
    await app.database.rows(sql`drop trigger no_room on progress_entries`);
    expect((await report()).status).toBe(200);
    expect(await app.database.rows(sql`select 1 from progress_entries`)).toHaveLength(1);
  });

  it('leaves no half of a photo behind when it cannot be stored', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'to-so-full-'));
    const bytes = Buffer.from('a photo');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const shelf = join(folder, 'photos', hash.slice(0, 2));
    await mkdir(join(shelf, `${hash}.jpg`, 'in the way'), { recursive: true });
    const store = new DiskFileStore(loadEnv({ DATA_DIR: folder }));
    await expect(store.put(bytes)).rejects.toThrow();
    expect(await readdir(shelf)).toEqual([`${hash}.jpg`]);
    await rm(folder, { recursive: true, force: true });
  });
});
