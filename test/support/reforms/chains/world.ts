/** A random district in the database: every hamlet with a team, and work, words and appointments of all kinds that are open. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { UnitTree } from '../../../../src/modules/organization/units/unit-tree.ts';
import type { TestApp } from '../../app.ts';
import { buildDirective } from '../../orders.ts';
import { buildOfficer, buildSupporter, signIn, type TestPerson } from '../../people.ts';
import { buildProvider, buildTrainer, sessionPlan } from '../../training/training.ts';
import { type Chain, type Random, randomOf } from './model.ts';

const FROM = '2022-01-01';
export const TODAY = '2022-06-21';
/** After all days on which a reform may be entered. */
const SESSION_IN_DAYS = 30;
let worlds = 0;

export interface ChainWorld {
  provinceId: string;
  districtId: string;
  directiveId: string;
  admin: TestPerson;
  /** By the model's keys; new communes are added when they have an id. */
  communes: Map<string, string>;
  hamlets: Map<string, string>;
  officers: Map<string, TestPerson>;
  teamIds: string[];
}

const rows = (app: TestApp, statement: Parameters<TestApp['database']['rows']>[0]) => app.database.rows(statement);

export async function buildChainWorld(app: TestApp, { seed, before }: Chain): Promise<ChainWorld> {
  const random = randomOf(seed + 1_000);
  const [provinceId, districtId] = [v7(), v7()];
  const communes = new Map([...before.keys()].map((key) => [key, v7()]));
  const hamlets = new Map(
    [...before.values()].flatMap((commune) => commune.hamlets.map((name) => [name, v7()] as const)),
  );
  await buildUnits(app, { provinceId, districtId, communes, hamlets }, before);
  const world: ChainWorld = {
    provinceId,
    districtId,
    communes,
    hamlets,
    admin: await buildOfficer(app, { role: 'admin', unitId: provinceId }),
    directiveId: await buildDirective(app, provinceId, '1686/NQ-UBTVQH15'),
    officers: new Map(),
    teamIds: [],
  };
  for (const [key, unitId] of communes)
    world.officers.set(key, await buildOfficer(app, { role: 'focal_officer', unitId, fullName: `Cán bộ ${key}` }));
  const teams = await buildTeams(app, world);
  await fillCommunes(app, world, { before, teams, random });
  await work(app, world, { before, teams, random });
  return world;
}

type Places = Pick<ChainWorld, 'provinceId' | 'districtId' | 'communes' | 'hamlets'>;

async function buildUnits(app: TestApp, places: Places, before: Chain['before']): Promise<void> {
  const { provinceId, districtId, communes, hamlets } = places;
  const n = ++worlds;
  const units = [
    { id: provinceId, kind: 'province', type: 'tỉnh', name: `Tỉnh ${n}`, parentId: null as string | null },
    { id: districtId, kind: 'district', type: 'huyện', name: `Huyện ${n}`, parentId: provinceId },
    ...[...before].flatMap(([key, commune]) => [
      { id: communes.get(key) ?? '', kind: 'commune', type: 'xã', name: commune.name, parentId: districtId },
      ...commune.hamlets.map((name) => ({
        id: hamlets.get(name) ?? '',
        kind: 'hamlet',
        type: 'thôn',
        name,
        parentId: communes.get(key) ?? '',
      })),
    ]),
  ];
  const of = <T>(value: (unit: (typeof units)[number]) => T): T[] => units.map(value);
  await app.database.tx(async (tx) => {
    await tx.query(
      `insert into units (id, kind, validity) select id, kind, '[${FROM},)' from unnest($1::uuid[], $2::text[]) as n(id, kind)`,
      [of(({ id }) => id), of(({ kind }) => kind)],
    );
    await tx.query(
      `insert into unit_versions (id, unit_id, name, type, parent_id, validity)
         select gen_random_uuid(), id, name, type, parent_id, '[${FROM},)' from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])
           as n(id, name, type, parent_id)`,
      [of(({ id }) => id), of(({ name }) => name), of(({ type }) => type), of(({ parentId }) => parentId)],
    );
    await app.get(UnitTree).place(
      tx,
      of(({ id }) => id),
    );
  });
}

interface Team {
  id: string;
  unitId: string;
  leaderId: string;
}

/** A team of two in each hamlet. */
async function buildTeams(app: TestApp, world: ChainWorld): Promise<Team[]> {
  const teams = [...world.hamlets].map(([name, unitId]) => ({
    name,
    id: v7(),
    unitId,
    leaderId: v7(),
    memberId: v7(),
  }));
  world.teamIds.push(...teams.map(({ id }) => id));
  const of = (value: (team: (typeof teams)[number]) => string): string[] => teams.map(value);
  const ids = of(({ id }) => id);
  await rows(
    app,
    sql`insert into teams (id, unit_id, status, validity, created_at)
    select id, unit_id, 'active', ${`[${FROM},)`}::daterange, ${app.clock.now()} from unnest(${ids}::uuid[], ${of(({ unitId }) => unitId)}::uuid[]) as n(id, unit_id)`,
  );
  await rows(
    app,
    sql`insert into establishing_decisions (id, kind, number, signed_on, signer, team_id, recorded_at)
    select gen_random_uuid(), 'establish', '42/QĐ-UBND', ${FROM}::date, 'Chủ tịch UBND xã', id, ${app.clock.now()} from unnest(${ids}::uuid[]) as n(id)`,
  );
  for (const [role, people] of [
    ['leader', of(({ leaderId }) => leaderId)],
    ['member', of(({ memberId }) => memberId)],
  ] as const) {
    await rows(
      app,
      sql`insert into people (id, full_name, created_at)
      select id, ${role === 'leader' ? 'Trưởng ' : 'Viên '} || name, ${app.clock.now()} from unnest(${people}::uuid[], ${of(({ name }) => name)}::text[]) as n(id, name)`,
    );
    await rows(
      app,
      sql`insert into team_members (id, team_id, person_id, role, affiliation, validity)
      select gen_random_uuid(), team_id, person_id, ${role}, 'other', ${`[${FROM},)`}::daterange from unnest(${ids}::uuid[], ${people}::uuid[]) as n(team_id, person_id)`,
    );
  }
  return teams;
}

interface Filling {
  before: Chain['before'];
  teams: readonly Team[];
  random: Random;
}

/** Committees, groups, drafts, figures, a request about data: what a commune has of its own. */
async function fillCommunes(app: TestApp, world: ChainWorld, { before, teams, random }: Filling): Promise<void> {
  const now = app.clock.now();
  for (const [key, { name, figure }] of before) {
    const unitId = world.communes.get(key) ?? '';
    const officerId = world.officers.get(key)?.id ?? '';
    await rows(
      app,
      sql`insert into steering_committees (id, unit_id, validity) values (${v7()}, ${unitId}, ${`[${FROM},)`}::daterange)`,
    );
    if (figure !== null)
      await rows(
        app,
        sql`insert into registers (id, unit_id, metric, value, validity)
        values (${v7()}, ${unitId}, 'households', ${figure}, ${`[${FROM},)`}::daterange)`,
      );
    if (random(2) === 0)
      await rows(
        app,
        sql`insert into chat_groups (id, unit_id, channel, name, registered_by, registered_at)
        values (${v7()}, ${unitId}, 'zalo', ${`Nhóm ${name}`}, ${officerId}, ${now})`,
      );
    if (random(2) === 0)
      await rows(
        app,
        sql`insert into assignment_drafts (id, unit_id, title, content, saved_by, saved_at)
        values (${v7()}, ${unitId}, ${`Nháp ${name}`}, '{}', ${officerId}, ${now})`,
      );
    if (random(2) === 0)
      await rows(
        app,
        sql`insert into data_requests (id, unit_id, no, person_id, kind, source, filed_by, received_at, due_on)
        select ${v7()}, ${unitId}, 1, ${officerId}, 'view', 'paper', ${officerId}, ${now}, ${now}::date + 10`,
      );
  }
  for (const [hamlet, unitId] of world.hamlets)
    await rows(
      app,
      sql`insert into registers (id, unit_id, metric, value, validity)
      values (${v7()}, ${unitId}, 'population', ${hamlet.length * 100 + random(300)}, ${`[${FROM},)`}::daterange)`,
    );
  for (const [key, { hamlets }] of before)
    for (const hamlet of hamlets) {
      const team = teams.find(({ unitId }) => unitId === world.hamlets.get(hamlet));
      const officer = world.officers.get(key);
      if (team && officer && random(2) === 0) await buildSupporter(app, team.id, officer.id);
    }
}

/** One order of the district to every team, and each team somewhere else on the way of it. */
async function work(app: TestApp, world: ChainWorld, { before, teams, random }: Filling): Promise<void> {
  const district = await buildOfficer(app, { role: 'district_officer', unitId: world.districtId });
  const must = mustOf(app);
  const { id } = await must('issueAssignment', district.token, {
    body: {
      unitId: world.districtId,
      templateCode: 'NV03',
      title: 'Giúp bà con nộp hồ sơ trực tuyến',
      work: 'Cùng bà con nộp hồ sơ trên cổng dịch vụ công tại nhà văn hóa.',
      indicatorCode: 'CQ02',
      target: 20 * teams.length,
      dueOn: '2022-07-30',
      directiveId: world.directiveId,
      evidence: ['count'],
      shares: teams.map((team) => ({ teamId: team.id, target: 20 })),
    },
  });
  const tasks = await app.database.rows<{ id: string; teamId: string }>(
    sql`select id, team_id as "teamId" from tasks where assignment_id = ${id}`,
  );
  const officerOf = ({ unitId }: Team): string => {
    const [key = ''] =
      [...before].find(([, { hamlets }]) => hamlets.some((name) => world.hamlets.get(name) === unitId)) ?? [];
    return world.officers.get(key)?.token ?? '';
  };
  for (const team of teams) {
    const taskId = tasks.find(({ teamId }) => teamId === team.id)?.id ?? '';
    const token = await signIn(app, team.leaderId);
    await oneTeam({ must, token, officer: officerOf(team), team, taskId, what: random(7), value: 1 + random(9) });
  }
  await training(app, world, teams);
}

type Must = ReturnType<typeof mustOf>;
interface Step {
  must: Must;
  token: string;
  officer: string;
  team: Team;
  taskId: string;
  what: number;
  value: number;
}

async function oneTeam({ must, token, officer, team, taskId, what, value }: Step): Promise<void> {
  const ofTask = { params: { taskId } };
  const ofTeam = { params: { teamId: team.id } };
  const report = { happenedOn: TODAY, value };
  if (what === 1) await must('declineTask', token, { ...ofTask, body: { reason: 'needs_training' } });
  if (what >= 2) await must('acceptTask', token, ofTask);
  if (what === 3)
    await must('askExtension', token, { ...ofTask, body: { until: '2022-08-10', reason: 'Đang mùa gặt' } });
  if (what >= 4) await must('reportProgress', token, { ...ofTask, body: report });
  if (what === 5) await must('completeTask', token, { ...ofTask, body: {} });
  if (what % 2 === 0) {
    const { entry } = await must('quickReport', token, { ...ofTeam, body: { kind: 'public_services', ...report } });
    if (what === 6) await must('confirmEntry', officer, { params: { entryId: entry.id }, body: {} });
  }
  if (what % 3 === 0) await must('reportDifficulty', token, { ...ofTeam, body: { kind: 'signal', text: 'Sóng yếu' } });
}

/** A session to come in the commune of the first team. */
async function training(app: TestApp, world: ChainWorld, teams: readonly Team[]): Promise<void> {
  const [key, communeId] = [...world.communes][0] ?? ['', ''];
  const providerId = await buildProvider(app, { coverage: [world.districtId] });
  const trainer = await buildTrainer(app, { providerId, unitId: world.districtId });
  const day = new Date(app.clock.now().getTime() + SESSION_IN_DAYS * 86_400_000).toISOString().slice(0, 10);
  const here = await app.database.rows<{ id: string }>(
    sql`select t.id from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = ${communeId}
      where t.id = any(${teams.map(({ id }) => id)}::uuid[])`,
  );
  const times = { startsAt: `${day}T07:00:00.000Z`, endsAt: `${day}T09:00:00.000Z` };
  const plan = sessionPlan(
    app,
    communeId,
    here.map(({ id }) => id),
    times,
  );
  const must = mustOf(app);
  const { id } = await must('proposeSession', trainer.token, { body: plan });
  const officer = world.officers.get(key)?.token ?? '';
  await must('decideSession', officer, { params: { sessionId: id }, body: { outcome: 'confirm', version: 1 } });
}

export const mustOf =
  (app: TestApp) =>
  async (
    route: keyof typeof routes,
    token: string,
    more: { params?: Record<string, string>; body?: unknown; query?: Record<string, string> } = {},
  ) => {
    const { status, body } = await app.call(routes[route], { token, key: randomUUID(), ...more });
    if (status >= 300) throw new Error(`${route} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
