/** Work of two teams that become one: one task of each order with both targets, nothing done is lost or written to others. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { routes } from '#contracts';
import { addDays } from '#i18n';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { comes as dayComes, heirOf as heirIn, scheduleMerger } from '../../../../../test/support/reforms/mergers.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import { buildMember, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { MergeTeamsSubscriber } from '../../../membership/people/teams/mergers/merge-teams.subscriber.ts';
import { ApplyReorganisation } from '../../../organization/reorganisation/mergers/apply-reorganisation.ts';
import { MergeWorkSubscriber } from './merge-work.subscriber.ts';

const TODAY = '2022-06-21';
const DAY = '2022-06-24';
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
afterAll(stopApps);
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
beforeEach(() => on(TODAY));

type Team = Village['teams'][number];
const teamOf = (village: Village, i: number) => village.teams[i] as Team;

const merge = (village: Village, onDate = DAY) => scheduleMerger(app, village, onDate);
const comes = (day = DAY) => dayComes(app, day);
const heirOf = (village: Village) => heirIn(app, village);
const taskRow = async (id: string | undefined) =>
  (
    await app.database.rows<{ teamId: string; state: string; target: number; parentTaskId: string | null }>(
      sql`select team_id as "teamId", state, target, parent_task_id as "parentTaskId" from tasks where id = ${id}`,
    )
  )[0]!;
const work = async (person: TestPerson, taskId: string, value: number, complete = false, happenedOn = TODAY) => {
  await act(app, person, 'acceptTask', taskId);
  return act(app, person, 'reportProgress', taskId, part(value, { happenedOn, complete }));
};

describe('open work of two teams', () => {
  it('is one task with both targets; what was done stays with whoever did it, in their team', async () => {
    const village = await buildVillage(app);
    const [one, two] = [teamOf(village, 0), teamOf(village, 1)];
    const { id: orderId, taskIds } = await issueOrder(app, village, {
      target: 45,
      shares: [
        { teamId: one.id, target: 21 },
        { teamId: two.id, target: 24 },
      ],
    });
    const [first, second] = taskIds as [string, string];
    await work(one.member, first, 8);
    await work(two.leader, second, 24, true);
    const asked = await act(app, two.leader, 'askExtension', second, { until: '2022-07-20', reason: 'Mưa lũ' });
    expect(asked.status).toBe(409);
    await act(app, one.leader, 'askExtension', first, { until: '2022-07-20', reason: 'Mưa lũ' });
    await merge(village);
    await comes();
    const heir = await heirOf(village);
    expect(await taskRow(first)).toEqual({ teamId: heir, state: 'accepted', target: 45, parentTaskId: null });
    expect(await taskRow(second)).toMatchObject({ teamId: two.id, state: 'cancelled', parentTaskId: first });
    const credit = await app.database.rows(
      sql`select team_id as "teamId", actor_id as "actorId", sum(value)::int as value from counted_lines
        where task_id = ${first} group by 1, 2 order by 3`,
    );
    expect(credit).toEqual([
      { teamId: one.id, actorId: one.member.id, value: 8 },
      { teamId: two.id, actorId: two.leader.id, value: 24 },
    ]);
    // The link of a message about the other task leads to the one that goes on; so does what a phone still sends.
    const seen = await app.call(routes.getTask, { token: two.member.token, params: { taskId: second } });
    expect(seen.body).toMatchObject({ id: first, figures: { target: 45 }, team: { id: heir, name: 'Thôn Tân Minh' } });
    const sent = await act(app, two.member, 'reportProgress', second, part(3, { happenedOn: addDays(DAY, -1) }));
    expect(sent.body.task).toMatchObject({ id: first });
    await act(app, two.deputy, 'completeTask', first, {});
    expect((await act(app, village.officer, 'confirmTask', second)).body.task).toMatchObject({
      id: first,
      state: 'confirmed',
      commune: { target: 45, confirmed: 35 },
    });
    const [sum] = await app.database.rows(
      sql`select sum(target)::int as target from tasks where assignment_id = ${orderId} and state <> 'cancelled'`,
    );
    expect(sum).toEqual({ target: 45 });
  });

  it('goes on alone where only one of them had it; confirmed work stays where it was done', async () => {
    const village = await buildVillage(app);
    const [one, two] = [teamOf(village, 0), teamOf(village, 1)];
    const { taskIds } = await issueOrder(app, village);
    await work(one.leader, taskIds[0]!, 20, true);
    await act(app, village.officer, 'confirmTask', taskIds[0]!);
    await work(two.leader, taskIds[1]!, 20, true);
    await act(app, two.leader, 'delegateTask', taskIds[1]!, { personId: two.member.id });
    await merge(village);
    await comes();
    const heir = await heirOf(village);
    expect(await taskRow(taskIds[0])).toMatchObject({ teamId: one.id, state: 'confirmed', target: 20 });
    expect(await taskRow(taskIds[1])).toMatchObject({ teamId: heir, state: 'submitted', target: 20 });
    const waiting = await app.call(routes.resultsToConfirm, {
      token: village.officer.token,
      params: { unitId: village.communeId },
    });
    expect(waiting.body.items).toMatchObject([{ team: { id: heir, name: 'Thôn Tân Minh' } }]);
  });

  it('takes difficulties and quick reports along; a phone that knows the former team is still heard', async () => {
    const village = await buildVillage(app);
    const [one, two] = [teamOf(village, 0), teamOf(village, 1)];
    const difficulty = (person: TestPerson, teamId: string) =>
      app.call(routes.reportDifficulty, {
        token: person.token,
        params: { teamId },
        key: randomUUID(),
        body: { kind: 'signal', text: 'Thôn mất mạng' },
      });
    const quick = (person: TestPerson, teamId: string, happenedOn: string) =>
      app.call(routes.quickReport, {
        token: person.token,
        params: { teamId },
        key: randomUUID(),
        body: { kind: 'public_services', value: 4, happenedOn },
      });
    const { id } = (await difficulty(one.member, one.id)).body;
    expect((await quick(two.member, two.id, TODAY)).status).toBe(201);
    await merge(village);
    await comes();
    const heir = await heirOf(village);
    const [row] = await app.database.rows(sql`select team_id as "teamId" from difficulties where id = ${id}`);
    expect(row).toEqual({ teamId: heir });
    expect((await difficulty(two.member, two.id)).status).toBe(201);
    expect((await quick(two.member, two.id, addDays(DAY, -1))).status).toBe(201);
    expect((await quick(two.member, two.id, DAY)).status).toBe(201);
    const quicks = await app.database.rows<{ teamId: string }>(
      sql`select team_id as "teamId" from progress_entries where kind = 'quick' and actor_id = ${two.member.id} order by recorded_at, id`,
    );
    expect(quicks.map(({ teamId }) => teamId)).toEqual([two.id, two.id, heir]);
    const { body } = await app.call(routes.resultsToConfirm, {
      token: village.officer.token,
      params: { unitId: village.communeId },
    });
    expect(body.items.map((item: { team: { name: string } }) => item.team.name)).toEqual([
      'Thôn 2',
      'Thôn 2',
      'Thôn Tân Minh',
    ]);
  });
});

interface Share {
  target: number;
  does: 'nothing' | 'accepts' | 'reports' | 'hands in' | 'declines' | 'is confirmed';
  value: number;
}
interface Plan {
  members: number;
  orders: { one: Share | null; two: Share | null }[];
}

async function play(village: Village, { members, orders }: Plan): Promise<string[]> {
  for (let i = 0; i < members; i++) await buildMember(app, { teamId: teamOf(village, i % 2).id, signedIn: false });
  const ids: string[] = [];
  for (const { one, two } of orders) {
    const shares = [one, two].flatMap((share, i) =>
      share ? [{ teamId: teamOf(village, i).id, target: share.target }] : [],
    );
    if (shares.length === 0) continue;
    const target = shares.reduce((sum, share) => sum + share.target, 0);
    const { id, taskIds } = await issueOrder(app, village, { shares, target, knowsOfSimilar: ids });
    ids.push(id);
    for (const [i, share] of [one, two].entries()) if (share) await carry(village, i, taskIds[i]!, share);
  }
  return ids;
}
async function carry(village: Village, i: number, taskId: string, { does, value }: Share): Promise<void> {
  const { leader, member } = teamOf(village, i);
  if (does === 'declines') await act(app, leader, 'declineTask', taskId, { reason: 'needs_training' });
  if (does === 'accepts') await act(app, member, 'acceptTask', taskId);
  if (does === 'reports') await work(member, taskId, value);
  if (does === 'hands in' || does === 'is confirmed') await work(leader, taskId, value, true);
  if (does === 'is confirmed') await act(app, village.officer, 'confirmTask', taskId);
}

const sums = (orderIds: readonly string[]) =>
  app.database.rows(
    sql`select array_position(${orderIds}::uuid[], a.id) as n, a.target,
        (select sum(t.target)::int from tasks t where t.assignment_id = a.id and t.state <> 'cancelled') as shared,
        (select coalesce(sum(l.value), 0)::int from tasks t join counted_lines l on l.task_id = t.id
          where t.assignment_id = a.id and t.state <> 'cancelled') as done,
        (select coalesce(sum(l.confirmed_value), 0)::int from tasks t join counted_lines l on l.task_id = t.id
          where t.assignment_id = a.id) as confirmed
      from assignments a where a.id = any(${orderIds}::uuid[]) order by 1`,
  );
/** Work by team and person, as places in the village. */
const credit = (village: Village) =>
  app.database.rows(
    sql`select array_position(${village.teams.map(({ id }) => id)}::uuid[], team_id) as team,
        array_position(${village.teams.flatMap((one) => [one.leader.id, one.deputy.id, one.member.id])}::uuid[], actor_id) as person,
        sum(value)::int as value
      from counted_lines where commune_id = ${village.communeId} group by 1, 2 order by 1, 2`,
  );
const openTasks = (village: Village, orderIds: readonly string[]) =>
  app.database.rows<{ n: number; current: boolean }>(
    sql`select array_position(${orderIds}::uuid[], t.assignment_id) as n, t.state, t.target, w.merged_into_id is null as current,
        (select coalesce(sum(l.value), 0)::int from counted_lines l where l.task_id = t.id) as done
      from tasks t join teams w on w.id = t.team_id
      where t.commune_id = ${village.communeId} and t.state not in ('confirmed', 'cancelled') order by 1, 2`,
  );
const rolesIn = async (village: Village, day: string) =>
  app.database.rows<{ role: string; n: number }>(
    sql`select role, count(*)::int as n from team_members_at(${day}::date) m join teams t on t.id = m.team_id
      join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = ${village.communeId} group by 1 order by 1`,
  );
const everything = (village: Village) =>
  app.database.rows(
    sql`select 't' as kind, to_jsonb(t)::text as row from tasks t where t.commune_id = ${village.communeId}
      union all select 'w', to_jsonb(w)::text from teams w join unit_closure c on c.descendant_id = w.unit_id
        where c.ancestor_id = ${village.communeId}
      union all select 'm', to_jsonb(m)::text from team_members m join teams w on w.id = m.team_id
        join unit_closure c on c.descendant_id = w.unit_id where c.ancestor_id = ${village.communeId}
      union all select 'e', to_jsonb(e)::text from progress_entries e where e.commune_id = ${village.communeId} order by 1, 2`,
  );
const teamsAt = (village: Village, day: string) =>
  app.database.rows<{ n: number }>(
    sql`select count(*)::int as n from units_at(${day}::date) u join unit_closure_at(${day}::date) c on c.descendant_id = u.id
        and c.ancestor_id = ${village.communeId} and c.descendant_kind = 'hamlet'
        left join teams_at(${day}::date) t on t.unit_id = u.id and t.status = 'active' group by u.id`,
  );

it('keeps every sum, person and task whatever the two teams have, and ends alike entered before or after the day', async () => {
  const share = fc.option(
    fc.record({
      target: fc.integer({ min: 1, max: 60 }),
      does: fc.constantFrom<Share['does']>('nothing', 'accepts', 'reports', 'hands in', 'declines', 'is confirmed'),
      value: fc.integer({ min: 1, max: 60 }),
    }),
    { nil: null, freq: 4 },
  );
  const plan = fc.record({
    members: fc.nat({ max: 4 }),
    orders: fc.array(fc.record({ one: share, two: share }), { maxLength: 3 }),
  });
  const ended = async (asked: Plan, entered: 'before' | 'after') => {
    on(TODAY);
    const village = await buildVillage(app);
    const orderIds = await play(village, asked);
    const [sumsBefore, creditBefore] = [await sums(orderIds), await credit(village)];
    const rolesBefore = await rolesIn(village, TODAY);
    if (entered === 'after') on(addDays(DAY, 1));
    const reorganisationId = await merge(village);
    await comes(addDays(DAY, 1));
    expect(await sums(orderIds)).toEqual(sumsBefore);
    expect(await credit(village)).toEqual(creditBefore);
    expect(await rolesIn(village, TODAY)).toEqual(rolesBefore);
    for (const day of [TODAY, addDays(DAY, -1), DAY, addDays(DAY, 1), addDays(DAY, 400)])
      expect((await teamsAt(village, day)).every(({ n }) => n === 1)).toBe(true);
    const open = await openTasks(village, orderIds);
    expect(open.every(({ current }) => current)).toBe(true);
    const all = await everything(village);
    await app.get(MergeTeamsSubscriber).execute({ reorganisationId });
    const earlierIds = village.teams.map(({ id }) => id);
    await app.get(MergeWorkSubscriber).execute({ teamId: await heirOf(village), earlierIds, reorganisationId });
    await app.get(ApplyReorganisation).run();
    expect(await everything(village)).toEqual(all);
    return { open, roles: await rolesIn(village, addDays(DAY, 1)) };
  };
  await fc.assert(
    fc.asyncProperty(plan, async (asked) => {
      const before = await ended(asked, 'before');
      expect(before).toEqual(await ended(asked, 'after'));
      const members = before.roles.reduce((sum, { n }) => sum + n, 0);
      expect(members).toBe(6 + asked.members);
    }),
    { numRuns: 5 },
  );
});

it('hears that the hamlets are one, each member once', async () => {
  const village = await buildVillage(app);
  await merge(village);
  await comes();
  const heir = await heirOf(village);
  const { body } = await app.call(routes.inbox, { token: await signIn(app, teamOf(village, 1).member.id) });
  expect(body.items.filter(({ kind }: { kind: string }) => kind === 'teamsMerged')).toMatchObject([
    { title: 'Tổ Thôn 1, Tổ Thôn 2 nay là Tổ Thôn Tân Minh' },
  ]);
  const [message] = await app.database.rows(
    sql`select people from messages where kind = 'teamsMerged' and team_id = ${heir}`,
  );
  expect(message).toEqual({ people: 6 });
});
