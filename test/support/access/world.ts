/** The places, people and work that the access matrix is asked about: everything that a route can name exists in commune A. */
import { randomUUID } from 'node:crypto';
import type { UnitKind } from '#contracts';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { CreateUnit } from '../../../src/modules/organization/units/create-unit.ts';
import type { Answer, CallOptions, TestApp } from '../app.ts';
import { buildDirective } from '../orders.ts';
import { buildMember, buildOfficer, buildPerson, buildTeam, type TestPerson } from '../people.ts';
import { buildProvider } from '../training/training.ts';
import { type ActorFact, type ActorKey, actors, type ProviderKey, type TeamKey, type UnitKey } from './facts.ts';

/** A Tuesday morning; all orders are due on {@link DUE}. */
export const NOW = '2022-06-21T01:00:00Z';
export const TODAY = '2022-06-21';
export const DUE = '2022-07-09';

export type TaskStage = 'assigned' | 'accepted' | 'reported' | 'declined' | 'submitted' | 'confirmed';

export class World {
  readonly units = {} as Record<UnitKey, string>;
  readonly teams = {} as Record<TeamKey, string>;
  readonly people = {} as Record<ActorKey, TestPerson>;
  readonly providers = {} as Record<ProviderKey, string>;
  readonly directives = {} as Record<'A' | 'B' | 'D1', string>;

  constructor(readonly app: TestApp) {}

  call(route: keyof typeof routes, by: ActorKey, options: Omit<CallOptions, 'token'> = {}): Promise<Answer> {
    return this.app.call(routes[route], { token: this.people[by].token, ...options });
  }

  async must(
    route: keyof typeof routes,
    by: ActorKey,
    options: Omit<CallOptions, 'token'> = {},
  ): Promise<Answer['body']> {
    const { status, body } = await this.call(route, by, options);
    if (status >= 300) throw new Error(`${route} by ${by} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  order(changes: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      unitId: this.units.A,
      templateCode: 'NV03',
      title: 'Giúp bà con nộp hồ sơ trực tuyến',
      work: 'Cùng bà con nộp hồ sơ tại nhà văn hóa.',
      indicatorCode: 'CQ02',
      target: 20,
      dueOn: DUE,
      directiveId: this.directives.A,
      evidence: ['count'],
      shares: [{ teamId: this.teams.A1, target: 20 }],
      ...changes,
    };
  }

  /** What earlier questions left open is ended first: two orders alike are refused. */
  async issue(changes: Record<string, unknown> = {}, by: ActorKey = 'committee'): Promise<string> {
    await this.endOpenWork();
    return (await this.must('issueAssignment', by, { body: this.order(changes) })).id;
  }

  async endOpenWork(): Promise<void> {
    await this.app.database.rows(
      sql`update tasks set state = 'cancelled' where state not in ('confirmed', 'cancelled')`,
    );
  }

  /** A task of team A1 at this stage, and the entry that its leader has reported, if any. */
  async task(stage: TaskStage): Promise<{ taskId: string; entryId: string; assignmentId: string }> {
    const assignmentId = await this.issue();
    const row = await this.app.database.one<{ id: string }>(
      sql`select id from tasks where assignment_id = ${assignmentId}`,
    );
    const params = { taskId: row?.id as string };
    const has = (...stages: TaskStage[]) => stages.includes(stage);
    if (has('declined')) await this.must('declineTask', 'leader', { params, body: { reason: 'needs_training' } });
    if (!has('assigned', 'declined')) await this.must('acceptTask', 'leader', { params });
    const entry = has('reported', 'submitted', 'confirmed')
      ? await this.must('reportProgress', 'leader', { params, body: { happenedOn: TODAY, value: 5 } })
      : undefined;
    if (has('submitted', 'confirmed')) await this.must('completeTask', 'leader', { params, body: {} });
    if (has('confirmed')) await this.must('confirmTask', 'committee', { params });
    return { taskId: params.taskId, entryId: entry?.task.entries[0].id ?? randomUUID(), assignmentId };
  }

  /** A task of team A1 that V1 does with it. */
  async jointTask(): Promise<string> {
    const { taskId, assignmentId } = await this.task('accepted');
    await this.app.database.rows(
      sql`update assignments set provider_id = ${this.providers.V1} where id = ${assignmentId}`,
    );
    return taskId;
  }

  /** One more hamlet of commune A. */
  hamlet(name: string): Promise<string> {
    return this.unit('hamlet', 'thôn', name, this.units.A);
  }

  unit(kind: UnitKind, type: string, name: string, parentId?: string): Promise<string> {
    return this.app.database.tx((tx) =>
      this.app.get(CreateUnit).insert(tx, {
        kind,
        type,
        name,
        from: '2022-01-01',
        code: String(70_000 + this.made++),
        ...(parentId && { parentId }),
      }),
    );
  }

  private made = 0;
}

async function buildUnits(world: World): Promise<void> {
  const { units } = world;
  units.P = await world.unit('province', 'tỉnh', 'Thanh Hóa');
  units.D1 = await world.unit('district', 'huyện', 'Triệu Sơn', units.P);
  units.D2 = await world.unit('district', 'huyện', 'Thọ Xuân', units.P);
  units.A = await world.unit('commune', 'xã', 'Minh Sơn', units.D1);
  units.B = await world.unit('commune', 'xã', 'Dân Lý', units.D1);
  units.C = await world.unit('commune', 'xã', 'Xuân Hồng', units.D2);
  units.a1 = await world.hamlet('Thôn 1');
  units.a2 = await world.hamlet('Thôn 2');
  units.b1 = await world.unit('hamlet', 'thôn', 'Thôn 1', units.B);
  units.c1 = await world.unit('hamlet', 'thôn', 'Thôn 1', units.C);
}

async function buildActor(world: World, fact: ActorFact | undefined): Promise<TestPerson> {
  const { app } = world;
  if (!fact) return buildPerson(app);
  const validity = fact.ended ? `[2022-01-01,${TODAY})` : '[2022-01-01,)';
  if (fact.team) return buildMember(app, { teamId: world.teams[fact.team], role: fact.role as 'leader', validity });
  const officer = await buildOfficer(app, { role: fact.role as 'admin', unitId: world.units[fact.unit], validity });
  if (fact.provider)
    await app.database.rows(
      sql`update posts set provider_id = ${world.providers[fact.provider]} where id = ${officer.postId}`,
    );
  return officer;
}

export async function buildWorld(app: TestApp): Promise<World> {
  const world = new World(app);
  await buildUnits(world);
  for (const [team, unit] of [
    ['A1', 'a1'],
    ['A2', 'a2'],
    ['B1', 'b1'],
    ['C1', 'c1'],
  ] as const)
    world.teams[team] = await buildTeam(app, { unitId: world.units[unit] });
  for (const [key, unit] of [
    ['V1', 'D1'],
    ['V2', 'D2'],
    ['V3', 'D1'],
  ] as const)
    world.providers[key] = await buildProvider(app, { coverage: [world.units[unit]] });
  for (const [key, fact] of Object.entries(actors) as [ActorKey, ActorFact | undefined][])
    world.people[key] = await buildActor(world, fact);
  for (const [key, number] of [
    ['A', '31/KH-UBND'],
    ['B', '12/KH-UBND'],
    ['D1', '577/UBND'],
  ] as const)
    world.directives[key] = await buildDirective(app, world.units[key], number);
  // Rights are asked here, not proofs: everybody has just shown who they are, however long the suite takes.
  await app.database.rows(sql`update sessions set proven_at = ${app.clock.now()}::timestamptz + interval '1 day'`);
  return world;
}
