/** A commune, a provider and members on two real processes of the product: both serve, one of them works too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type Answer, type TestApp } from '../app.ts';
import { callOver, type HttpCall } from '../over-http.ts';
import type { TestPerson } from '../people.ts';
import { until } from '../platform.ts';
import { killProcesses, type ServerProcess, startProcess } from '../processes.ts';
import { buildSchool, type School } from './training-acts.ts';

/** Of a step that starts processes, on a busy machine. */
export const STARTING_MS = 180_000;

export class TrainingWorld {
  private readonly folder = mkdtempSync(join(tmpdir(), 'to-so-training-'));
  private servers: ServerProcess[] = [];
  private turn = 0;

  private constructor(
    /** Serves nobody: builds what a story begins with, and reads the database. */
    readonly app: TestApp,
    readonly school: School,
  ) {}

  static async start(clock: string, place: Parameters<typeof buildSchool>[1] = {}): Promise<TrainingWorld> {
    const app = await startApp({ ROLE: 'api', CLOCK: clock });
    const world = new TrainingWorld(app, await buildSchool(app, place));
    await world.run(clock);
    return world;
  }

  get urls(): string[] {
    return this.servers.map(({ url }) => url).filter((url) => url !== '');
  }

  /** All processes end and others begin at this time. */
  async restartAt(clock: string): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    this.app.clock.set(new Date(clock));
    await this.run(clock);
  }

  /** Calls take turns over the processes that serve. */
  call(person: TestPerson | null, route: RouteId, call: Omit<HttpCall, 'token'> = {}): Promise<Answer> {
    const url = this.urls[this.turn++ % this.urls.length] as string;
    return callOver(url, routes[route], { ...call, ...(person && { token: person.token }) });
  }

  of(person: TestPerson, route: RouteId, sessionId: string, body?: unknown, key?: string): Promise<Answer> {
    return this.call(person, route, {
      params: { sessionId },
      ...(body !== undefined && { body }),
      ...(key && { key }),
    });
  }

  /** Messages of the kind about the session in the person's inbox. */
  async told(person: TestPerson, kind: string, sessionId: string): Promise<number> {
    const { items } = (await this.call(person, 'inbox')).body;
    return items.filter(
      (item: { kind: string; sessionId?: string }) => item.kind === kind && item.sessionId === sessionId,
    ).length;
  }

  /** Each of them hears it, and once. */
  async eachTold(people: readonly TestPerson[], kind: string, sessionId: string): Promise<void> {
    const heard = () => Promise.all(people.map((person) => this.told(person, kind, sessionId)));
    await until(async () => (await heard()).every((n) => n > 0));
    await until(
      async () => (await this.app.database.rows(sql`select 1 from event_handlings where done_at is null`)).length === 0,
    );
    expect(await heard()).toEqual(people.map(() => 1));
  }

  async stop(): Promise<void> {
    await killProcesses();
    await stopApps();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async run(clock: string): Promise<void> {
    const env = {
      DATABASE_URL: this.app.databaseUrl,
      DATA_DIR: this.folder,
      CLOCK: clock,
      HOLD_SECONDS: '0',
      MIGRATE: 'off',
      DB_POOL: '5',
      LOG_LEVEL: 'warn',
    };
    this.servers = await Promise.all(['api', 'all'].map((ROLE) => startProcess({ ...env, ROLE })));
  }
}
