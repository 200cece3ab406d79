/**
 * The real application for one suite: its own migrated database, real queues, real HTTP through Fastify's inject.
 * `drain()` works off everything that is waiting, so no test ever sleeps.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RouteDefinition } from '#contracts';
import { Clock } from '#platform/clock';
import { loadEnv } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Relay } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { createApp } from '../../src/create-app.ts';
import { databaseForSuite, dropDatabases } from './database.ts';

// Tests read answers field by field; the contract's schemas are checked on the way out by the server.
// oxlint-disable typescript/no-explicit-any
export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
  raw: Buffer;
}
export interface CallOptions {
  token?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Idempotency-Key. */
  key?: string;
  headers?: Record<string, string>;
}
/** Something that still has work to do; `drain` asks it until it answers 0. */
export type Drainable = () => Promise<number>;

export class TestApp {
  /** More work that `drain` looks after, for instance the sweep of deliveries. */
  readonly drainables: Drainable[] = [];

  constructor(
    readonly nest: NestFastifyApplication,
    readonly databaseUrl: string,
    readonly dataDir: string,
  ) {}

  get database(): Database {
    return this.nest.get(Database);
  }

  get clock(): Clock {
    return this.nest.get(Clock);
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.nest.get(type as never, { strict: false });
  }

  /** Calls a route of the contract as HTTP would. Objects go as JSON, buffers as an upload. */
  async call<T = any>(route: RouteDefinition, options: CallOptions = {}): Promise<Answer<T>> {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => options.params?.[name] ?? randomUUID());
    const binary = Buffer.isBuffer(options.body);
    const response = await this.nest.inject({
      method: route.method,
      url: `/api/v1${path}`,
      ...(options.query && { query: options.query }),
      headers: {
        ...(options.token && { authorization: `Bearer ${options.token}` }),
        ...(options.key && { 'idempotency-key': options.key }),
        ...(options.body !== undefined && { 'content-type': binary ? 'application/octet-stream' : 'application/json' }),
        ...options.headers,
      },
      ...(options.body !== undefined && { payload: binary ? (options.body as Buffer) : JSON.stringify(options.body) }),
    });
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
    return {
      status: response.statusCode,
      body: isJson && response.payload !== '' ? JSON.parse(response.payload) : response.payload,
      headers: response.headers,
      raw: response.rawPayload,
    };
  }

  /**
   * Runs relay, queue and drainables until nothing is waiting.
   * @param failing 'postponed': the test wants to see something fail that is tried again later
   * @throws Error that says what waits when it does not get quiet, or what has failed and was put off meanwhile
   */
  async drain(failing: 'nothing' | 'postponed' = 'nothing'): Promise<void> {
    await this.getQuiet();
    const put = await this.postponed();
    if (failing === 'nothing' && put.length > 0) throw new Error(`Failed and put off: ${put.join('; ')}`);
    if (failing === 'postponed' && put.length === 0) throw new Error('Nothing has failed and was put off.');
  }

  /** What has failed and was put off is told again at once, when nothing else is under way. */
  async tellAgain(): Promise<void> {
    await this.getQuiet();
    await this.database.rows(
      sql`update event_handlings set attempts = 0, next_attempt_at = ${this.clock.now()} where done_at is null`,
    );
    await this.get(Relay).offerAgain();
  }

  /** Works off the events alone, as when they are handled before anybody sends: what is to be sent waits. */
  async drainEvents(): Promise<void> {
    const senders = this.drainables.splice(0);
    try {
      await this.drain();
    } finally {
      this.drainables.push(...senders);
    }
  }

  private async getQuiet(): Promise<void> {
    let waiting: Record<string, number> = {};
    for (let round = 0; round < 3_000; round++) {
      const published = await this.get(Relay).run();
      // Each before what it leads to: a drainable hands work to the queue, and what the queue did last is told by an event.
      const drainables = await this.work();
      const depth = await this.get(Queues).depth();
      const [open] = await this.database.rows<{ handlings: number; outbox: number }>(
        sql`select (select count(*)::int from event_handlings where done_at is null and attempts = 0) as handlings,
                (select count(*)::int from outbox where published_at is null) as outbox`,
      );
      waiting = { ...open, ...depth, published, drainables };
      if (Object.values(waiting).every((n) => n === 0)) return;
      await pause(5);
    }
    throw new Error(`The application does not get quiet: ${JSON.stringify(waiting)}`);
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /**
   * What has failed and will be tried again: a test that looks now would see half of what it asked for. A receipt that
   * comes before its delivery is no failure.
   */
  private async postponed(): Promise<string[]> {
    const rows = await this.database.rows<{ what: string }>(
      sql`select o.name || ' for ' || h.subscriber || ': ' || coalesce(h.failure, '') as what
         from event_handlings h join outbox o on o.id = h.event_id where h.done_at is null and h.attempts > 0
       union all
       select 'webhook of ' || channel || ': ' || kind from webhook_events
        where done_at is null and failed and kind not in ('delivered', 'seen')`,
    );
    return rows.map(({ what }) => what);
  }

  private async work(): Promise<number> {
    let done = 0;
    for (const drainable of this.drainables) done += await drainable();
    return done;
  }
}

const started: TestApp[] = [];

/** Starts the application; `env` overrides variables. Stopped by `stopApps` (or its own `stop`). */
export async function startApp(env: Record<string, string> = {}): Promise<TestApp> {
  const databaseUrl = env['DATABASE_URL'] ?? (await databaseForSuite());
  const dataDir = await mkdtemp(join(tmpdir(), 'to-so-test-'));
  const nest = await createApp(
    loadEnv({
      DATABASE_URL: databaseUrl,
      ...(process.env['TEST_REDIS_URL'] && {
        REDIS_URL: process.env['TEST_REDIS_URL'],
        QUEUE_PREFIX: `test-${randomUUID()}`,
      }),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      TICKS: 'off',
      HOLD_SECONDS: '0',
      DB_POOL: '4',
      SHUTDOWN_SECONDS: '5',
      ...env,
    }),
  );
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  const app = new TestApp(nest, databaseUrl, dataDir);
  started.push(app);
  return app;
}

export async function stopApps(): Promise<void> {
  await Promise.all(started.splice(0).map((app) => app.stop().catch(() => undefined)));
  await dropDatabases();
}
