// @everyday
/** The day of a reform of communes: nothing before it, and on it nothing is lost and nobody gains a place. */
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { act, issueOrder, part, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer, buildSupporter, buildTeam, signIn, type TestPerson } from '../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../test/support/reforms/reforms.ts';
import { until } from '../../../../test/support/platform.ts';
import { buildSchool, publish } from '../../../../test/support/training/training-acts.ts';
import { timesIn } from '../../../../test/support/training/training.ts';
import { ApplyReform } from './running/apply-reform.ts';
import { Takeovers } from './running/takeovers.ts';
import { UnitTree } from '../units/unit-tree.ts';
import { ReformParts } from './lines/reform-parts.ts';
import { RehomeReform } from './running/rehome-reform.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  on(TODAY);
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
});
afterAll(stopApps);

const village = (at: 0 | 1 | 2): Village => district.communes[at];
const ask = (by: TestPerson, route: (typeof routes)[keyof typeof routes], params: Record<string, string>, query = {}) =>
  app.call(route, { token: by.token, params, query });
const namesBelow = async (unitId: string, at: string): Promise<string[]> =>
  (await ask(district.admin, routes.unitChildren, { unitId }, { at })).body.map(({ name }: { name: string }) => name);
const communeOf = async (taskId: string): Promise<string> =>
  (await app.database.one<{ id: string }>(sql`select commune_id as id from tasks where id = ${taskId}`))?.id ?? '';
/** What the end state is made of, without the ids that each run makes anew. */
const endState = async (id: string) => ({
  places: await app.database.rows(
    sql`select h.name as hamlet, c.name as commune, p.name as was from unit_closure k
        join unit_versions h on h.unit_id = k.descendant_id and h.validity @> ${LATER}::date
        join unit_versions c on c.unit_id = k.ancestor_id and c.validity @> ${LATER}::date
        join unit_versions b on b.unit_id = k.descendant_id and b.validity @> '2022-06-20'::date
        join unit_versions p on p.unit_id = b.parent_id and p.validity @> '2022-06-20'::date
      where k.ancestor_kind = 'commune' and k.descendant_kind = 'hamlet' and k.descendant_id = any(${hamletIds()}::uuid[])
      order by 3, 1`,
  ),
  tasks: await app.database.rows(
    sql`select v.name, t.state, count(*)::int as n, sum(t.target)::int as target from tasks t
        join unit_versions v on v.unit_id = t.commune_id and upper_inf(v.validity) where t.unit_id = any(${hamletIds()}::uuid[])
      group by 1, 2 order by 1, 2`,
  ),
  members: await app.database.rows(
    sql`select count(*)::int as n from teams t join team_members m on m.team_id = t.id and upper_inf(m.validity)
      where t.unit_id = any(${hamletIds()}::uuid[]) and upper_inf(t.validity)`,
  ),
  steps: await app.database.rows<{ step: string; done: number; over: boolean }>(
    sql`select step, done, total, finished_at is not null as over from reorganisation_steps where reorganisation_id = ${id} order by position`,
  ),
});
const hamletIds = (): string[] => district.communes.flatMap((one) => one.hamletIds);

it('changes nothing before its day, then the tree with its heirs and contact cards', async () => {
  await app.database.rows(
    sql`insert into offices (id, unit_id, name, phone, is_office, looks_personal, validity)
      values (gen_random_uuid(), ${village(0).communeId}, 'UBND xã Minh Sơn', '+84512000111', true, true, '[2022-01-01,)')`,
  );
  await reform.draft();
  const { merged } = await reform.settle();
  await reform.edit({ do: 'office', unitId: village(0).communeId, intoPosition: merged });
  expect((await reform.schedule()).body.state).toBe('scheduled');
  await reformDay(app, '2022-06-30');
  expect(await namesBelow(district.districtId, '2022-06-30')).toEqual(['Hợp Lý', 'Hợp Thắng', 'Minh Sơn']);
  await reformDay(app, LATER);
  expect(await namesBelow(district.districtId, LATER)).toEqual(['Hợp Tiến', 'Triệu Sơn']);
  expect(await namesBelow(district.districtId, '2022-06-30')).toEqual(['Hợp Lý', 'Hợp Thắng', 'Minh Sơn']);
  const [heir, rest] = [await reform.unit('Triệu Sơn'), await reform.unit('Hợp Tiến')];
  expect(await namesBelow(heir, LATER)).toEqual(['Thôn 1', 'Thôn 1', 'Thôn 1', 'Thôn 2', 'Thôn 2']);
  expect(await namesBelow(rest, LATER)).toEqual(['Thôn 2']);
  const unit = (await ask(district.admin, routes.getUnit, { unitId: village(2).communeId })).body;
  expect(unit.validTo).toBe(LATER);
  expect(unit.successors.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Hợp Tiến', 'Triệu Sơn']);
  expect((await ask(district.admin, routes.contactCard, { unitId: heir })).body.phone).toBe('+84512000111');
  const kept = await app.database.rows(sql`select is_office, looks_personal from offices where unit_id = ${heir}`);
  expect(kept).toEqual([{ is_office: true, looks_personal: true }]);
  const made = (await reform.call(routes.getReform)).body;
  expect(made).toMatchObject({ state: 'applied', late: false, rehoming: { done: 4, total: 4 } });
  const came = await app.get(Takeovers).to(heir);
  expect(came).toMatchObject({ on: LATER, lost: 0, reform: { id: reform.id } });
  expect(came?.units.map(({ id, whole, hamletIds: { length } }) => [id, whole, length])).toEqual([
    [village(1).communeId, true, 2],
    [village(2).communeId, false, 1],
    [village(0).communeId, true, 2],
  ]);
});

it('leaves open work with its team and gives it to the commune of the day, whose officer confirms it', async () => {
  const [first, , third] = district.communes;
  const { taskIds } = await issueOrder(app, first);
  await act(app, first.teams[0]!.leader, 'acceptTask', taskIds[0]!);
  await act(app, first.teams[0]!.leader, 'reportProgress', taskIds[0]!, part(20));
  await act(app, first.teams[0]!.leader, 'completeTask', taskIds[0]!);
  const { taskIds: divided } = await issueOrder(app, third, { title: 'Việc của xã bị chia' });
  await buildSupporter(app, first.teams[0]!.id, first.officer.id);
  await buildSupporter(app, third.teams[0]!.id, third.officer.id);
  await reform.draft();
  const { merged } = await reform.settle();
  await reform.edit({
    do: 'post',
    personId: first.officer.id,
    role: 'focal_officer',
    title: 'Công chức Văn phòng',
    intoPosition: merged,
  });
  await app.database.rows(sql`update people set password_hash = 'known' where id = ${first.officer.id}`);
  const { numbers, invariants, blocks } = (await reform.call(routes.rehearseReform)).body;
  expect(blocks).toEqual([]);
  expect(numbers).toMatchObject({
    endingUnits: 3,
    newUnits: 2,
    movedUnits: 6,
    teams: 6,
    members: 18,
    postsEnding: 3,
    postsBeginning: 1,
    supporters: 2,
    tasks: 4,
  });
  expect(invariants).toMatchObject({ hamlets: 6, hamletsPlaced: 6 });
  const list = await reform.call(routes.listRehearsed, { query: { number: 'tasks', limit: '3' } });
  expect(list.body).toMatchObject({ total: 4, items: [{ unit: { kind: 'hamlet' } }, {}, {}] });
  expect(list.body.nextCursor).not.toBeNull();
  await reform.schedule();
  await reformDay(app, LATER);
  const [heir, rest] = [await reform.unit('Triệu Sơn'), await reform.unit('Hợp Tiến')];
  expect(await Promise.all([...taskIds, ...divided].map((id) => communeOf(id)))).toEqual([heir, heir, heir, rest]);
  // Nobody who only had a post in what ended acts any more; who goes on does, in the unit of the day alone.
  expect((await ask(third.officer, routes.listTeams, { unitId: heir })).status).toBe(403);
  third.officer.token = await signIn(app, third.officer.id);
  expect((await ask(third.officer, routes.listTeams, { unitId: rest })).status).toBe(403);
  // The post goes on, so the password does: the morning after is no new invite for everybody.
  const kept = sql`select password_hash as hash from people where id = ${first.officer.id}`;
  expect(await app.database.rows(kept)).toEqual([{ hash: 'known' }]);
  const officer = { ...first.officer, token: await signIn(app, first.officer.id) };
  expect((await ask(officer, routes.listTeams, { unitId: heir })).body.total).toBe(5);
  expect((await ask(officer, routes.listTeams, { unitId: rest })).status).toBe(403);
  const { body } = await act(app, officer, 'confirmTask', taskIds[0]!);
  expect(body.task.state).toBe('confirmed');
  const supporters = await app.database.rows<{ personId: string }>(
    sql`select person_id as "personId" from supporters where validity @> ${LATER}::date
      and person_id = any(${[first.officer.id, third.officer.id]}::uuid[])`,
  );
  expect(supporters).toEqual([{ personId: first.officer.id }]);
});

it('adds the figures of communes that go over whole, of each day from then on', async () => {
  const [first, second] = district.communes;
  const known = [
    { id: first.communeId, value: 400, days: '[2022-01-01,2022-08-01)' },
    { id: first.communeId, value: 420, days: '[2022-08-01,)' },
    { id: second.communeId, value: 250, days: '[2022-01-01,)' },
  ];
  for (const { id, value, days } of known)
    await app.database.rows(
      sql`insert into registers (id, unit_id, metric, value, validity) values (gen_random_uuid(), ${id}, 'households', ${value}, ${days})`,
    );
  await reform.create();
  await reform.edit({ do: 'unit', type: 'xã', name: 'Tân Sơn', parentId: district.districtId });
  await reform.edit(
    { do: 'part', unitId: first.communeId, intoPosition: 1 },
    { do: 'part', unitId: second.communeId, intoPosition: 1 },
  );
  await reform.schedule();
  await reformDay(app, LATER);
  const rows = await app.database.rows(
    sql`select value, validity::text as days from registers where unit_id = ${await reform.unit('Tân Sơn')} order by validity`,
  );
  expect(rows).toEqual([
    { value: 650, days: '[2022-07-01,2022-08-01)' },
    { value: 670, days: '[2022-08-01,)' },
  ]);
});

it('keeps sessions to come at their place and time, and tells two houses of one name apart', async () => {
  const { districtId } = district;
  const schools = [
    await buildSchool(app, { commune: 'Dân Lý', districtId }),
    await buildSchool(app, { commune: 'Dân Quyền', districtId }),
  ];
  const times = timesIn(app, 20);
  const sessionIds: string[] = [];
  for (const school of schools) sessionIds.push(await publish(app, school, times));
  await reform.create();
  await reform.edit({ do: 'unit', type: 'xã', name: 'Tân Dân', parentId: districtId });
  const part = (unitId: string) => ({ do: 'part', unitId, intoPosition: 1 });
  await reform.edit(...schools.map(({ communeId }) => part(communeId)));
  expect((await reform.call(routes.rehearseReform)).body.numbers.sessions).toBe(2);
  await reform.schedule();
  await reformDay(app, LATER);
  const sessions = await app.database.rows(
    sql`select place, commune_id as "communeId", to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt"
      from training_sessions where id = any(${sessionIds}::uuid[]) order by length(place)`,
  );
  const [{ startsAt }, communeId] = [times, await reform.unit('Tân Dân')];
  expect(sessions).toEqual([
    { place: 'Nhà văn hóa Thôn 1', communeId, startsAt },
    { place: expect.stringMatching(/^Nhà văn hóa Thôn 1 \(Dân (Lý|Quyền) cũ\)$/), communeId, startsAt },
  ]);
});

it('ends in the same when it is entered after its day', async () => {
  const { taskIds } = await issueOrder(app, village(1));
  await act(app, village(1).teams[1]!.leader, 'acceptTask', taskIds[1]!);
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, LATER);
  const before = await endState(reform.id);
  on(TODAY);
  district = await buildDistrict(app);
  const late = new Reforming(app, district, LATER);
  const { taskIds: others } = await issueOrder(app, village(1));
  await act(app, village(1).teams[1]!.leader, 'acceptTask', others[1]!);
  on('2022-07-20');
  await late.draft();
  await late.settle();
  expect((await late.schedule()).body).toMatchObject({ state: 'applied', late: true });
  await app.drain();
  expect(await endState(late.id)).toEqual(before);
});

it('goes on where a process died, and does nothing twice', async () => {
  const { taskIds } = await issueOrder(app, village(0));
  await reform.draft();
  const { merged } = await reform.settle();
  const post = { do: 'post', personId: village(0).officer.id, role: 'committee_member', title: 'Ủy viên' };
  await reform.edit({ ...post, intoPosition: merged });
  await reform.schedule();
  const work = app.get(ReformParts).of('work')!;
  const settle = work.settle!;
  work.settle = async (...args) => {
    await settle(...args);
    throw new Error('the process died');
  };
  on(LATER);
  await app.get(UnitTree).turn();
  await app.get(ApplyReform).run();
  // Whoever is first: the tick, or the event of the day.
  await Promise.allSettled([app.get(RehomeReform).run()]);
  await until(async () => (await endState(reform.id)).steps[0]?.over === true);
  expect((await endState(reform.id)).steps).toMatchObject([
    { step: 'people', over: true },
    { step: 'work', done: 0 },
    {},
    {},
  ]);
  work.settle = settle;
  await app.get(RehomeReform).run();
  await app.tellAgain();
  await app.drain();
  expect((await endState(reform.id)).steps).toMatchObject(Array.from({ length: 4 }, () => ({ done: 3, over: true })));
  expect(await communeOf(taskIds[0]!)).toBe(await reform.unit('Triệu Sơn'));
  const posts = await app.database.rows(
    sql`select 1 from posts where person_id = ${village(0).officer.id} and validity @> ${LATER}::date`,
  );
  expect(posts).toHaveLength(1);
});

it('waits when something has come between, says what, and can be taken back then', async () => {
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await buildTeam(app, { unitId: village(0).communeId });
  await reformDay(app, LATER);
  expect((await reform.call(routes.getReform)).body).toMatchObject({ state: 'scheduled', blocks: 1 });
  expect(await reform.blocks()).toEqual(['unitHasTeam']);
  const body = { version: reform.version, reason: 'Còn tổ của xã' };
  expect((await reform.call(routes.revokeReform, { body })).body.state).toBe('revoked');
});

it('moves one hamlet from a commune that goes on to another, as a reform that puts things right does', async () => {
  const [first, second] = district.communes;
  await reform.create();
  const unit = (name: string, unitId: string) => ({ do: 'unit', type: 'xã', name, unitId });
  await reform.edit(unit('Minh Sơn', first.communeId), unit('Hợp Lý', second.communeId));
  const into = await reform.at('Hợp Lý');
  const [hamlet, stays] = first.hamletIds;
  await reform.edit({ do: 'part', unitId: first.communeId, intoPosition: into, whole: false });
  expect(await reform.blocks()).toEqual(['notAllotted']);
  await reform.edit(
    { do: 'allot', hamletIds: [hamlet], intoPosition: into },
    { do: 'allot', hamletIds: [stays], intoPosition: await reform.at('Minh Sơn') },
  );
  const { taskIds } = await issueOrder(app, first);
  expect((await reform.call(routes.rehearseReform)).body.numbers).toMatchObject({
    endingUnits: 0,
    movedUnits: 1,
    tasks: 1,
  });
  await reform.schedule();
  await reformDay(app, LATER);
  expect(await namesBelow(second.communeId, LATER)).toHaveLength(3);
  expect(await Promise.all(taskIds.map((id) => communeOf(id)))).toEqual([second.communeId, first.communeId]);
  const posts = await buildOfficer(app, { role: 'committee_member', unitId: second.communeId });
  expect((await ask(posts, routes.listTeams, { unitId: second.communeId })).body.total).toBe(3);
});
