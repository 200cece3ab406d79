/** What comes of one chat is worked in its order, and nothing waits between two of them. */
import { Client } from 'pg';
import type { InboundEvent } from '#channels';
import { sql } from '#platform/database';
import { Queues } from '#platform/queue';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { until } from '../../../../test/support/platform.ts';
import { WebhookEvents } from './webhook-events.ts';
import { WebhookQueue } from './webhook-queue.ts';
import { WorkWebhooks } from './work-webhooks.ts';

let app: TestApp;
beforeAll(async () => {
  // No worker of its own: each step is taken by hand.
  app = await startApp({ ROLE: 'api' });
});
afterAll(() => stopApps());

const said = (actor: string, key: string): InboundEvent => ({
  kind: 'text',
  actor,
  dedupKey: key,
  occurredAt: app.clock.now(),
  data: { text: key },
});
const take = (...events: InboundEvent[]) => app.get(WebhookEvents).take('telegram', events);
const open = (actor: string) =>
  app.database.rows<{ id: string; text: string }>(
    sql`select id, body->'data'->>'text' as text from webhook_events where chat = ${actor} and done_at is null order by received_at, id`,
  );

/** Statements that wait for a row of another. */
const waiting = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;

describe('waiting until all is quiet', () => {
  it('fails when something has failed and was put off, unless the test wants to see that', async () => {
    const [id] = await take(said('5120904', 'năm'));
    await app.drain();
    await expect(app.drain('postponed')).rejects.toThrow(/Nothing has failed/);
    await app.get(WebhookEvents).claim(id!);
    await app.get(WebhookEvents).later(id!, 5_000);
    await expect(app.drain()).rejects.toThrow(/Failed and put off: webhook of telegram: text/);
    await app.drain('postponed');
  });
});

it('keeps the order in which events came, also within one millisecond', async () => {
  const now = app.clock.now();
  const still = jest.spyOn(app.clock, 'now').mockReturnValue(now);
  const keys = Array.from({ length: 30 }, (_, n) => `câu ${n}`);
  await take(...keys.slice(0, 10).map((key) => said('5120901', key)));
  for (const key of keys.slice(10)) await take(said('5120901', key));
  still.mockRestore();
  expect((await open('5120901')).map(({ text }) => text)).toEqual(keys);
});

it('has the next one in the queue when the one before it ends', async () => {
  await take(said('5120902', 'một'), said('5120902', 'hai'));
  const [first] = await open('5120902');
  await app.get(WorkWebhooks).work(first!.id);
  expect(await app.get(WebhookQueue).settled()).toBe(0);
  expect(await app.get(Queues).depth()).toMatchObject({ webhooks: 1 });
});

it('finds one that comes in while the one before it is being ended', async () => {
  await take(said('5120903', 'ba'));
  const [first] = await open('5120903');
  const events = app.get(WebhookEvents);
  await events.claim(first!.id);
  const other = new Client({ connectionString: app.databaseUrl });
  await other.connect();
  await other.query('begin');
  await other.query('select 1 from webhook_events where id = $1 for update', [first!.id]);
  const ending = events.done(first!.id);
  await until(async () => (await app.database.rows(waiting)).length > 0);
  // It is in before the first one has ended, and may not be worked yet.
  const [second] = await take(said('5120903', 'bốn'));
  expect(await events.claim(second!)).toBeUndefined();
  await other.query('commit');
  await other.end();
  expect(await ending).toBe(second);
});
