/**
 * A small installation that has a little of everything, by the application itself, and what its people then ask: every GET
 * of the contract, and the commands of phones and officers. Invented people only.
 */
import { type Action, type RouteDefinition, type RouteId, routes } from '#contracts';
import { type ActorKey, actors, isAllowed, isAllowedSomewhere } from '../support/access/facts.ts';
import { probes } from '../support/access/probes.ts';
import { buildWorld, TODAY, type World } from '../support/access/world.ts';
import type { CallOptions, TestApp } from '../support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../support/orders.ts';

export interface Question {
  id: RouteId;
  by: string;
  options: Omit<CallOptions, 'token'>;
}

export interface Installation {
  tokens: Record<string, string>;
  /** Changing nothing, in any order. */
  reads: Question[];
  /** In this order, once. */
  commands: Question[];
}

/** Ends never. */
const STREAM: RouteId = 'inboxStream';
/** Who asks for what is one's own. */
const OWN: readonly ActorKey[] = ['leader', 'member', 'committee', 'district', 'trainer', 'admin'];
/** What cannot be asked without words. */
const asks: Partial<Record<RouteId, Question['options']>> = { search: { query: { q: 'minh son' } } };
const table = Object.entries(routes) as [RouteId, RouteDefinition][];
const everybody = Object.keys(actors) as ActorKey[];

export async function build(app: TestApp): Promise<Installation> {
  const world = await buildWorld(app);
  const reads = await readsOf(world);
  const village = await buildVillage(app, { hamlets: 4, commune: 'Hợp Tiến', districtId: world.units.D1 });
  const commands = await commandsOf(app, village);
  await settle(app);
  const tokens = Object.entries(world.people).map(([name, { token }]) => [name, token] as const);
  const own = village.teams.flatMap(({ leader, member }, n) => [
    [`leader ${n}`, leader.token] as const,
    [`member ${n}`, member.token] as const,
  ]);
  return { tokens: Object.fromEntries([...tokens, ...own, ['officer', village.officer.token]]), reads, commands };
}

/** Questions of the access matrix undo what they need undone in the tables: what an event then finds gone is tried again for ever. */
async function settle(app: TestApp): Promise<void> {
  await app.drain().catch((error: Error) => {
    if (!error.message.startsWith('Failed and put off')) throw error;
  });
}

async function readsOf(world: World): Promise<Question[]> {
  const questions: Question[] = [];
  for (const [id, { method, access, path }] of table) {
    if (method !== 'GET' || id === STREAM) continue;
    const probe = probes[id];
    if (probe) {
      const allowed = (key: ActorKey) =>
        !probe.heldBack?.[key] &&
        (probe.anywhere ? isAllowedSomewhere(key, access as Action) : isAllowed(key, access as Action, probe.at));
      const by = everybody.find(allowed);
      if (by) questions.push({ id, by, options: await probe.ask(world) });
    } else if (access === 'self' && !path.includes('{'))
      for (const by of OWN) questions.push({ id, by, options: asks[id] ?? {} });
  }
  return questions;
}

/** Of four teams: one has its order before it, one is at work, one has reported all, one has work that was confirmed. */
async function commandsOf(app: TestApp, village: Village): Promise<Question[]> {
  const [, second, third, fourth] = village.teams;
  const { taskIds, id: assignmentId } = await issueOrder(app, village);
  const [fresh, begun, reported, confirmed] = taskIds as [string, string, string, string];
  const must = async (...given: Parameters<typeof act>) => {
    const { status, body } = await act(...given);
    if (status >= 300) throw new Error(`${given[2]} answered ${status}: ${JSON.stringify(body)}`);
  };
  for (const [team, taskId] of [
    [second, begun],
    [third, reported],
    [fourth, confirmed],
  ] as const) {
    if (!team) continue;
    await must(app, team.leader, 'acceptTask', taskId);
    if (taskId === begun) continue;
    await must(app, team.member, 'reportProgress', taskId, part(20));
    await must(app, team.leader, 'completeTask', taskId, {});
  }
  await settle(app);
  const task = (id: RouteId, by: string, taskId: string, body?: unknown): Question => ({
    id,
    by,
    options: { params: { taskId }, ...(body !== undefined && { body }) },
  });
  return [
    { id: 'myTasks', by: 'leader 0', options: {} },
    task('getTask', 'leader 0', fresh),
    task('acceptTask', 'leader 0', fresh),
    task('reportProgress', 'member 0', fresh, part(3, { note: 'Tại nhà văn hóa' })),
    task('askExtension', 'leader 1', begun, { until: '2022-07-20', reason: 'Mưa lũ' }),
    task('reportProgress', 'leader 1', begun, part(7)),
    task('completeTask', 'leader 1', begun, {}),
    {
      id: 'quickReport',
      by: 'member 1',
      options: { params: { teamId: second?.id ?? '' }, body: { kind: 'communication', value: 3, happenedOn: TODAY } },
    },
    {
      id: 'reportDifficulty',
      by: 'leader 2',
      options: { params: { teamId: third?.id ?? '' }, body: { kind: 'signal', text: 'Sóng yếu ở cuối thôn' } },
    },
    { id: 'inbox', by: 'leader 2', options: {} },
    { id: 'changeLanguage', by: 'member 2', options: { body: { language: 'en' } } },
    task('confirmTask', 'officer', confirmed),
    { id: 'getAssignment', by: 'officer', options: { params: { assignmentId } } },
    {
      id: 'saveDraft',
      by: 'officer',
      options: {
        params: { unitId: village.communeId, draftId: '0190a000-0000-7000-8000-000000000001' },
        body: { title: 'Nháp', content: {} },
      },
    },
    { id: 'signOut', by: 'member 3', options: {} },
    { id: 'me', by: 'member 3', options: {} },
  ];
}
