import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { ChaseSilent } from '#modules/notifications';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';

const HOUR = 3_600_000;
let app: TestApp;
let village: Village;
/** Has one order, which no test changes. */
let first: Village;
let whole: { id: string };

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
  first = await buildVillage(app, { hamlets: 4 });
  whole = await issueOrder(app, first);
  await app.drain();
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 4 });
});
afterAll(stopApps);

const ask = (route: Parameters<TestApp['call']>[0], assignmentId: string, query: Record<string, string> = {}) =>
  app.call(route, { token: village.officer.token, params: { assignmentId }, query });
const rowsOf = async (assignmentId: string, query: Record<string, string> = {}) =>
  (await ask(routes.assignmentTasks, assignmentId, query)).body;
const remind = (assignmentId: string, silent: { communeId?: string }) =>
  app.call(routes.remind, { token: village.officer.token, params: { assignmentId }, body: { silent } });
async function see(person: TestPerson): Promise<void> {
  const { body } = await app.call(routes.inbox, { token: person.token });
  const ids = body.items.map(({ id }: { id: string }) => id);
  await app.call(routes.markSeen, { token: person.token, body: { ids } });
}

describe('the teams of an order, page by page', () => {
  const names = (page: { items: { team: { name: string } }[] }) => page.items.map(({ team }) => team.name);
  const walk = async (assignmentId: string, query: Record<string, string>, between?: () => Promise<void>) => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await rowsOf(assignmentId, { limit: '2', ...query, ...(cursor && { cursor }) });
      seen.push(...names(page));
      cursor = page.nextCursor;
      await between?.();
      between = undefined;
    }
    return seen;
  };

  it.each(['state', 'team', 'commune', 'result', 'target'])('gives each team once, sorted by %s', async (sort) => {
    village = first;
    const all = await walk(whole.id, { sort });
    expect(all.toSorted()).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3', 'Thôn 4']);
    expect(await walk(whole.id, { sort, desc: 'true' })).toEqual(all.toReversed());
  });

  it('skips nothing and repeats nothing while teams are added', async () => {
    const [, second, , fourth] = village.teams;
    const shares = [0, 2].map((i) => ({ teamId: village.teams[i]!.id, target: 20 }));
    const order = await issueOrder(app, village, { shares, target: 40 });
    const add = async () => {
      for (const { id, unitId } of [second!, fourth!])
        await app.database.rows(
          sql`insert into tasks (id, assignment_id, assignee_kind, assignee_id, team_id, unit_id, commune_id, target, due_on, reply_by_on, state, state_since)
            select ${randomUUID()}::uuid, assignment_id, assignee_kind, ${id}, ${id}, ${unitId}, commune_id, target, due_on, reply_by_on, state, state_since
              from tasks where id = ${order.taskIds[0]!}`,
        );
    };
    // Thôn 4 stands before what was read, Thôn 2 behind it.
    expect(await walk(order.id, { sort: 'target', desc: 'true', limit: '1' }, add)).toEqual([
      'Thôn 3',
      'Thôn 2',
      'Thôn 1',
    ]);
  });

  it('is filtered by answer and by words of the team or its leader, and counted', async () => {
    const order = await issueOrder(app, village);
    await act(app, village.teams[2]!.leader, 'acceptTask', order.taskIds[2]!);
    expect(names(await rowsOf(order.id, { show: 'doing' }))).toEqual(['Thôn 3']);
    // Nothing has reached them yet: who has not heard is not silent.
    expect(await rowsOf(order.id, { show: 'undelivered', limit: '1' })).toMatchObject({ total: 3 });
    expect(await rowsOf(order.id, { show: 'silent' })).toMatchObject({ total: 0 });
    expect(names(await rowsOf(order.id, { q: 'thon 2' }))).toEqual(['Thôn 2']);
    expect(await rowsOf(order.id, { q: village.teams[1]!.leader.fullName.toLowerCase() })).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ team: expect.objectContaining({ name: 'Thôn 2' }) })]),
    });
    // A sign is a sign, as no name has it.
    expect(await rowsOf(order.id, { q: '%' })).toMatchObject({ total: 0 });
  });

  it('refuses a page of a million and a cursor of another list', async () => {
    const order = await issueOrder(app, village);
    const refused = async (query: Record<string, string>) => (await rowsOf(order.id, query)).details?.[0];
    expect(await refused({ limit: '1000000' })).toMatchObject({ path: 'query.limit' });
    const { nextCursor } = await rowsOf(order.id, { limit: '1' });
    expect(await refused({ cursor: nextCursor, show: 'silent' })).toMatchObject({ code: 'input.cursor' });
    expect(await refused({ cursor: nextCursor, sort: 'team' })).toMatchObject({ code: 'input.cursor' });
    expect((await ask(routes.callList, order.id, { cursor: nextCursor })).body.details[0]).toMatchObject({
      code: 'input.cursor',
    });
  });

  it('adds up by commune who was told and has seen', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    await app.call(routes.inbox, { token: village.teams[0]!.deputy.token });
    await see(village.teams[1]!.leader);
    const { body } = await ask(routes.assignmentRollUp, order.id);
    expect(body).toMatchObject([{ teams: 4, told: 2, seen: 1, unanswered: 4 }]);
  });
});

describe('what orders need today', () => {
  it('names who is silent, who declined and who asks for more time', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    await see(village.teams[0]!.leader);
    await act(app, village.teams[1]!.leader, 'declineTask', order.taskIds[1]!, { reason: 'needs_training' });
    await act(app, village.teams[2]!.leader, 'askExtension', order.taskIds[2]!, { until: '2022-07-20' });
    const followUps = async () =>
      (await app.call(routes.followUps, { token: village.officer.token, params: { unitId: village.communeId } })).body;
    expect(await followUps()).toMatchObject([
      {
        assignmentId: order.id,
        silent: { teams: 0 },
        undelivered: { teams: 0 },
        declined: { teams: 1, first: ['Thôn 2'] },
        asking: { teams: 1, first: ['Thôn 3'] },
      },
    ]);
    app.clock.advance(25 * HOUR);
    const [{ silent, undelivered }] = await followUps();
    expect(silent).toMatchObject({ teams: 1, first: [{ name: 'Thôn 1' }] });
    expect(undelivered).toMatchObject({ teams: 2 });
  });
});

describe('a reminder to all that are silent', () => {
  it('chooses by itself those that were told', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    for (const i of [0, 1, 2]) await app.call(routes.inbox, { token: village.teams[i]!.leader.token });
    await act(app, village.teams[0]!.leader, 'acceptTask', order.taskIds[0]!);
    await act(app, village.teams[1]!.leader, 'askExtension', order.taskIds[1]!, { until: '2022-07-20' });
    const all = () => remind(order.id, {});
    expect((await all()).body).toEqual({ reminded: 1, skipped: [], act: null });
    expect((await all()).body).toEqual({ reminded: 0, skipped: [], act: null });
    app.clock.advance(4 * HOUR);
    expect((await remind(order.id, { communeId: village.districtId })).body.reminded).toBe(0);
    expect((await all()).body.reminded).toBe(1);
  });
});

describe('chasing', () => {
  it('comes after half the hours where the order is urgent, and for a team that came later from when it came', async () => {
    app.clock.set(new Date('2022-06-26T00:00:00Z'));
    const first = { ...village, teams: village.teams.slice(0, 3) };
    const order = await issueOrder(app, first, { priority: 'urgent' });
    const late = village.teams[3]!;
    app.clock.advance(10 * HOUR);
    await app.call(routes.changeAssignment, {
      token: village.officer.token,
      params: { assignmentId: order.id },
      body: { version: 1, reason: 'Thêm một thôn', add: [{ teamId: late.id, target: 5 }] },
    });
    app.clock.advance(2 * HOUR);
    await app.get(ChaseSilent).run();
    const chased = await app.database.rows<{ step: string; teamId: string }>(
      sql`select step, team_id as "teamId" from chases where assignment_id = ${order.id}`,
    );
    expect(chased.map(({ step }) => step)).toEqual(['remind', 'remind', 'remind']);
    expect(chased.map(({ teamId }) => teamId)).not.toContain(late.id);
  });
});
