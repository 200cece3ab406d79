/** A commune with two teams, a provider's trainer and one session that goes from published to done. */
import { randomUUID } from 'node:crypto';
import { type RouteDefinition, routes } from '#contracts';
import { sql } from '#platform/database';
import type { Answer, CallOptions, TestApp } from '../app.ts';
import { buildVillage, type Village } from '../orders.ts';
import type { TestPerson } from '../people.ts';
import { buildProvider, buildTrainer, sessionPlan } from './training.ts';

export class TrainingVillage {
  constructor(
    readonly app: TestApp,
    readonly village: Village,
    readonly providerId: string,
    readonly trainer: TestPerson,
  ) {}

  get officer(): TestPerson {
    return this.village.officer;
  }

  /** A member of the team; the first by default. */
  person(role: 'leader' | 'deputy' | 'member', team = 0): TestPerson {
    return (this.village.teams[team] as Village['teams'][number])[role];
  }

  call(route: RouteDefinition, by: TestPerson | null, options: Omit<CallOptions, 'token'> = {}): Promise<Answer> {
    return this.app.call(route, { ...(by && { token: by.token }), ...options });
  }

  async must(
    route: RouteDefinition,
    by: TestPerson | null,
    options: Omit<CallOptions, 'token'> = {},
  ): Promise<Answer['body']> {
    const { status, body } = await this.call(route, by, options);
    if (status >= 300) throw new Error(`${route.method} ${route.path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A published session for all teams; gives its id. */
  async published(changes: Record<string, unknown> = {}): Promise<string> {
    const teamIds = this.village.teams.map(({ id }) => id);
    const plan = sessionPlan(this.app, this.village.communeId, teamIds, changes);
    const { id, version } = await this.must(routes.proposeSession, this.trainer, { body: plan });
    await this.must(routes.decideSession, this.officer, {
      params: { sessionId: id },
      body: { outcome: 'confirm', version },
    });
    return id;
  }

  /** As if the session had begun an hour ago and ended a moment ago. */
  async begin(sessionId: string): Promise<void> {
    const now = this.app.clock.now().getTime();
    const value2 = new Date(now - 1_000);
    await this.app.database.rows(
      sql`update training_sessions set starts_at = ${value2}::timestamptz - interval '2 hours', ends_at = ${value2}
        where id = ${sessionId}`,
    );
  }

  /** The trainer ticks these people by name. */
  async checkIn(sessionId: string, people: readonly TestPerson[]): Promise<void> {
    const at = new Date(this.app.clock.now().getTime() - 3_600_000).toISOString();
    const items = people.map(({ id }) => ({ clientId: randomUUID(), personId: id, method: 'by_name', at }));
    await this.must(routes.sendCheckIns, this.trainer, { params: { sessionId }, body: { items } });
  }

  /** Held and finished, with these people there; out of the way of further sessions. */
  async done(people: readonly TestPerson[], changes: Record<string, unknown> = {}): Promise<string> {
    const sessionId = await this.published(changes);
    await this.begin(sessionId);
    await this.checkIn(sessionId, people);
    await this.must(routes.finishSession, this.trainer, { params: { sessionId } });
    const days = ++this.moved;
    await this.app.database.rows(
      sql`update training_sessions set starts_at = starts_at - make_interval(days => ${days}),
        ends_at = ends_at - make_interval(days => ${days}) where id = ${sessionId}`,
    );
    return sessionId;
  }

  private moved = 0;
}

export async function buildTrainingVillage(
  app: TestApp,
  options: Parameters<typeof buildVillage>[1] = {},
): Promise<TrainingVillage> {
  const village = await buildVillage(app, options);
  const providerId = await buildProvider(app, { coverage: [village.communeId] });
  const trainer = await buildTrainer(app, { providerId, unitId: village.communeId });
  return new TrainingVillage(app, village, providerId, trainer);
}
