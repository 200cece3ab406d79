/** One order from its request to the channel, as a trace and as figures; and what of it must never be told. */
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { routes } from '#contracts';
import { CountMonth, DeliveryChannels, Sweep } from '#modules/notifications';
import { MetricsServer, startCounting } from '#platform/measures';
import { sql } from '#platform/database';
import { metrics, startTracing } from '#platform/telemetry';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { giveMail, mailOf } from '../../../../../test/support/routes.ts';

const exporter = new InMemorySpanExporter();
let app: TestApp;
let village: Village;
let stop: () => Promise<void>;

beforeAll(async () => {
  await startCounting();
  stop = await startTracing({ endpoint: 'http://127.0.0.1:1', share: 1, role: 'all', version: '0.0.0' }, exporter);
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', METRICS_PORT: '0', HOLD_SECONDS: '30' });
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(async () => {
  await stopApps();
  await stop();
});

const spans = (): ReadableSpan[] => exporter.getFinishedSpans();
const traceOf = ({ traceId }: { traceId: string }) => spans().filter((span) => span.spanContext().traceId === traceId);
const figures = async (): Promise<string> =>
  (await fetch(`http://127.0.0.1:${app.get(MetricsServer).port}/metrics`)).text();

/** Spans from one to the root of its trace, by name, the nearest first. */
function above(span: ReadableSpan): string[] {
  const parent = spans().find((one) => one.spanContext().spanId === span.parentSpanContext?.spanId);
  return parent ? [parent.name, ...above(parent)] : [];
}

it('follows an order from its request through the event, the queue and the hold to the channel', async () => {
  const email = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([email]);
  await giveMail(app, village.teams[0]!.leader, village.teams[0]!.deputy);
  exporter.reset();
  await issueOrder(app, village);
  await app.drain();
  expect(spans().some(({ name }) => name === 'send email')).toBe(false);
  app.clock.advance(31_000);
  await app.drain();
  const send = spans().find(({ name }) => name === 'send email');
  expect(send?.attributes).toEqual({ 'to_so.messages': 2 });
  const names = above(send as ReadableSpan);
  expect(names[0]).toBe('deliver email');
  expect(names.at(-1)).toBe('POST /api/v1/assignments');
  expect(names).toEqual(expect.arrayContaining([expect.stringMatching(/^handle /), 'events task.assigned']));
  const whole = traceOf((send as ReadableSpan).spanContext()).map(({ name }) => name);
  expect(whole).toEqual(expect.arrayContaining(['with outbox', 'insert messages', 'with delivery_chunks', 'commit']));
});

it('does not trace what the clock starts by itself', async () => {
  exporter.reset();
  await app.get(CountMonth).run();
  expect(spans()).toEqual([]);
});

it('tells nobody, no number and no token', async () => {
  exporter.reset();
  const { leader } = village.teams[0]!;
  await app.call(routes.inbox, { token: leader.token });
  await app.call(routes.getTeam, { token: village.officer.token, params: { teamId: village.teams[0]!.id } });
  await app.call(routes.search, { token: village.officer.token, query: { q: 'Nguyễn' } });
  await app.drain();
  expect(spans().length).toBeGreaterThan(5);
  const told = JSON.stringify(
    spans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
  );
  const [person] = await app.database.rows<{ name: string; phone: string | null }>(
    sql`select p.full_name as name, (select f.raw from phones f where f.person_id = p.id limit 1) as phone
       from people p where p.id = ${leader.id}`,
  );
  const hidden = [
    leader.id,
    leader.token,
    village.officer.token,
    mailOf(leader),
    person?.name,
    person?.phone,
    'Nguyễn',
    village.teams[0]!.id,
  ];
  for (const value of hidden.filter(Boolean)) expect(told).not.toContain(value);
  expect(told).not.toMatch(/[\da-f]{8}-[\da-f]{4}|\b0\d{9}\b|\+84/);
});

it('gives every figure of the table to Prometheus, and none of anybody', async () => {
  await app.call(routes.signInWithPassword, { body: { login: 'khong.co', password: 'sai hoàn toàn' } });
  await app.call(routes.issueAssignment, { token: village.officer.token, body: {} });
  const text = await figures();
  for (const { name } of Object.values(metrics)) expect(text).toContain(`# TYPE ${name} `);
  expect(text).toMatch(/to_so_deliveries_total\{channel="email",outcome="sent"\} 2/);
  expect(text).toMatch(/to_so_sign_ins_total\{way="password",outcome="refused"\} 1/);
  expect(text).toMatch(/to_so_refused_commands_total\{code="[\w.]+"\} [1-9]/);
  expect(text).toMatch(/to_so_statement_seconds_count\{verb="insert"\} [1-9]/);
  expect(text).toMatch(/to_so_job_seconds_count\{queue="events",outcome="done"\} [1-9]/);
  expect(text).toMatch(/to_so_queue_jobs\{queue="deliver-email",state="waiting"\} 0/);
  expect(text).toMatch(/to_so_oldest_open_seconds\{kind="handling"\} 0/);
  expect(text).toMatch(/to_so_part\{part="clock"\} 0/);
  expect(text).toMatch(/to_so_event_loop_delay_seconds\{quantile="0.99"\} /);
  expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}-[47]/);
  const { status } = await fetch(`http://127.0.0.1:${app.get(MetricsServer).port}/`);
  expect(status).toBe(404);
});

it('serves no figures where everybody reaches them', async () => {
  for (const url of ['/metrics', '/api/v1/metrics']) {
    const { statusCode } = await app.nest.inject({ method: 'GET', url });
    expect(statusCode).toBe(404);
  }
});
