/** What the administrator is told of the installation, and what a press does about it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RouteDefinition, routes } from '#contracts';
import { CountMonth, DeliveryChannels, Sweep } from '#modules/notifications';
import { Database, sql } from '#platform/database';
import { KeepSamples, MeasureParts } from '#platform/measures';
import { settingsThatTell } from '../../../../platform/measures/database-facts.ts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { until } from '../../../../../test/support/platform.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { deliveriesOf, giveMail, mailOf } from '../../../../../test/support/routes.ts';

const MINUTE = 60_000;
let app: TestApp;
let admin: TestPerson;
let village: Village;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'to-so-backups-'));
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', BACKUP_DIR: folder });
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
});
afterAll(async () => {
  await stopApps();
  await rm(folder, { recursive: true, force: true });
});

const ask = async (route: RouteDefinition, body?: unknown) => {
  app.get(MeasureParts).forget();
  const answer = await app.call(route, { token: admin.token, ...(body !== undefined && { body }) });
  expect(answer.status).toBe(200);
  return answer.body;
};
const partOf = async (part: string) =>
  (await ask(routes.system)).parts.find((row: { part: string }) => row.part === part);

it('measures each part, and calls none well that it could not measure', async () => {
  const { parts, publicMonth, version } = await ask(routes.system);
  const states = Object.fromEntries(parts.map(({ part, state }: { part: string; state: string }) => [part, state]));
  expect(states).toMatchObject({
    queue: 'good',
    failed: 'good',
    deliveries: 'good',
    clock: 'good',
    statements: 'good',
    logs: 'good',
  });
  expect(states).toMatchObject({ backup: 'unknown', drill: 'unknown' });
  expect(parts.find(({ part }: { part: string }) => part === 'disk').facts.freeBytes).toBeGreaterThan(0);
  expect(parts.find(({ part }: { part: string }) => part === 'connections').facts.used).toBeGreaterThan(0);
  expect(publicMonth).toBe('2022-05');
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

it.each([
  [[], 0],
  [["log_error_verbosity = 'default'"], 1],
  [['log_parameter_max_length_on_error = 100'], 1],
  // Without their values statements may be logged.
  [['log_min_duration_statement = 500', 'log_parameter_max_length = 0'], 0],
  [['log_min_duration_statement = 500'], 1],
  [['log_statement = mod', 'log_error_verbosity = verbose'], 2],
])('counts the settings by which a database logs what people entered: %j', async (settings, expected) => {
  const database = app.get(Database);
  const counted = await database.rehearse(async (tx) => {
    for (const setting of settings) await tx.query(`set local ${setting}`);
    return settingsThatTell(database);
  });
  expect(counted).toBe(expected);
});

it('keeps a line of the last day, the worst of each hour, and nothing older', async () => {
  await app.database.rows(
    sql`insert into system_samples (part, at, value) values ('queue', ${new Date('2022-06-19T00:00:00Z')}, 9),
      ('queue', ${new Date('2022-06-21T00:10:00Z')}, 400), ('queue', ${new Date('2022-06-21T00:15:00Z')}, 20)`,
  );
  await app.get(KeepSamples).run();
  await app.get(KeepSamples).run();
  const { hours } = await partOf('queue');
  expect(hours).toHaveLength(24);
  expect([hours[0], hours[22]]).toEqual([null, 400]);
  expect(hours[23]).toBeGreaterThanOrEqual(0);
  const [{ old, now }] = (await app.database.rows<{ old: number; now: number }>(
    sql`select count(*) filter (where at < '2022-06-20')::int as old, count(*) filter (where part = 'clock')::int as now from system_samples`,
  )) as [{ old: number; now: number }];
  expect({ old, now }).toEqual({ old: 0, now: 1 });
});

it('shows what could not be handled without numbers of people, and has it tried again', async () => {
  const order = await issueOrder(app, village);
  await app.drain();
  await app.database.rows(
    sql`update event_handlings set done_at = null, attempts = 4, failure = 'no answer for 0912345678',
        next_attempt_at = ${new Date(app.clock.now().getTime() + 60 * MINUTE)}
      where event_id = (select id from outbox where name = 'task.assigned' and payload @> jsonb_build_object('assignmentId', ${order.id}::text))`,
  );
  expect(await partOf('failed')).toMatchObject({ state: 'alarm', value: expect.any(Number) });
  const { failed, failedTotal, queues } = await ask(routes.systemQueues);
  expect(failedTotal).toBe(failed.length);
  expect(failed[0]).toMatchObject({ event: 'task.assigned', attempts: 4, failure: 'no answer for [phone]' });
  expect(queues).toContainEqual({ queue: 'events', waiting: 0, active: 0 });
  const { count } = await ask(routes.retryFailed, { eventId: failed[0].eventId });
  expect(count).toBe(failed.length);
  await app.drain();
  expect(await partOf('failed')).toMatchObject({ state: 'good', value: 0 });
  expect((await ask(routes.retryFailed, {})).count).toBe(0);
});

it('tells of messages that are stuck for a quarter of an hour, whom another way reaches, and sends them when told to', async () => {
  const { leader, deputy } = village.teams[0]!;
  const email = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([email]);
  await giveMail(app, leader, deputy);
  for (const person of [leader, deputy])
    email.fail(mailOf(person), { ok: false, cls: 'RETRYABLE', code: 'ECONNREFUSED' });
  const earlier = await app.database.rows<{ id: string }>(sql`select id from assignments`);
  const order = await issueOrder(app, village, { knowsOfSimilar: earlier.map(({ id }) => id) });
  await app.drain();
  await app.database.rows(
    sql`insert into channel_states (channel, failing_since, failing_code, changed_at)
        values ('email', ${app.clock.now()}, 'ECONNREFUSED', ${app.clock.now()})
      on conflict (channel) do update set failing_since = excluded.failing_since, failing_code = excluded.failing_code`,
  );
  expect(await partOf('deliveries')).toMatchObject({ state: 'good', value: 0 });
  app.clock.advance(16 * MINUTE);
  expect(await partOf('deliveries')).toMatchObject({ state: 'alarm', value: 2 });
  const { channels } = await ask(routes.stuckMessages);
  expect(channels).toMatchObject([{ channel: 'email', stuck: 2, inDoubt: 0, otherWay: 0 }]);
  app.get(DeliveryChannels).use([new EmulatedChannel('email')]);
  expect((await ask(routes.resendStuck, { channel: 'telegram' })).count).toBe(0);
  expect((await ask(routes.resendStuck, { channel: 'email' })).count).toBe(2);
  await app.drain();
  expect((await deliveriesOf(app, order.id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(await partOf('deliveries')).toMatchObject({ state: 'good', value: 0 });
  const [logged] = await app.database.rows(
    sql`select 1 from outbox where name = 'system.resent' and actor_id = ${admin.id}`,
  );
  expect(logged).toBeDefined();
});

it('has the worker back up at once where the environment says, and counts its age', async () => {
  expect(await ask(routes.backUpNow)).toEqual({ state: 'asked' });
  await app.drain();
  await until(async () => Boolean(await app.database.one(sql`select 1 from backup_runs where state = 'done'`)), 60);
  expect(await partOf('backup')).toMatchObject({ state: 'good', facts: { encrypted: 0 } });
  app.clock.advance(27 * 60 * MINUTE);
  expect(await partOf('backup')).toMatchObject({ state: 'alarm' });
  await app.database.rows(sql`update backup_runs set state = 'running', ended_at = null`);
  expect(await ask(routes.backUpNow)).toEqual({ state: 'running' });
});

it('is nobody else’s', async () => {
  for (const route of [routes.system, routes.systemQueues, routes.stuckMessages])
    expect((await app.call(route, { token: village.officer.token })).status).toBe(403);
});

describe('the public page', () => {
  const page = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, headers: given, payload } = await app.nest.inject({ method: 'GET', url, headers });
    expect(statusCode).toBe(200);
    return { payload, given };
  };

  it('tells of last month without a session, in both languages, and is kept by whoever stands between', async () => {
    await app.database.rows(
      sql`insert into delivery_chunks (message_id, channel, state, due_at, size, sent, failed, done_at)
       select id, 'email', 'done', d.due, 100, d.sent, 0, d.done from (select id from messages limit 1) m,
         (values (${'2022-05-10T01:00:00Z'}::timestamptz, ${'2022-05-10T01:00:20Z'}::timestamptz, 90),
           (${'2022-05-11T01:00:00Z'}, ${'2022-05-11T01:10:00Z'}, 10), (${'2022-04-30T01:00:00Z'}, ${'2022-04-30T09:00:00Z'}, 50))
           as d(due, done, sent)`,
    );
    await app.database.rows(
      sql`insert into command_answers (person_id, command_id, route, body_hash, status, started_at)
       select ${admin.id}, gen_random_uuid(), 'POST /x', 'h', s, ${new Date('2022-05-20T01:00:00Z')}
         from unnest(array[200, 201, 409, 200]) as s`,
    );
    expect(await app.get(CountMonth).run()).toBe(true);
    expect(await app.get(CountMonth).run()).toBe(false);
    const { payload, given } = await page('/tinh-trang');
    for (const text of [
      'Tháng 5 năm 2022',
      '100 tin',
      'trong 20 giây',
      'trong 10 phút',
      '4 lần gửi',
      '1 lần bị từ chối (25,0%)',
    ])
      expect(payload).toContain(text);
    expect(given['cache-control']).toBe('public, max-age=300');
    expect(String(given['content-security-policy'])).toContain("default-src 'none'");
    expect((await page('/tinh-trang?lang=en')).payload).toContain('100 messages');
    expect((await page('/tinh-trang', { 'accept-language': 'en' })).payload).toContain('lang="en"');
  });
});
