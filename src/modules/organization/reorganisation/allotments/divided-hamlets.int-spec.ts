/** Within a reform of communes a hamlet is divided itself, and what follows the day is held, fails and goes on. */
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, issueOrder, part } from '../../../../../test/support/orders.ts';
import { buildMember } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';
import { halfTeams, halvesOf, knowsHouseholds, teamOf } from '../../../../../test/support/reforms/splits.ts';
import { ReformParts } from '../lines/reform-parts.ts';
import { RehomeReform } from '../running/rehome-reform.ts';

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
  await reform.draft();
});
afterAll(stopApps);
const register = (unitId: string, value: number) => knowsHouseholds(app, unitId, value);
const teamsOf = (earlierId: string, day: string) => halfTeams(app, earlierId, day);

describe('a hamlet of a divided commune is divided itself', () => {
  it('each half to its commune, with its people and its part of the work', async () => {
    const divided = district.communes[2];
    const [hamletId, other] = divided.hamletIds as [string, string];
    const team = teamOf(divided);
    await register(hamletId, 238);
    const { id: orderId, taskIds } = await issueOrder(app, divided);
    await act(app, team.leader, 'acceptTask', taskIds[0]!);
    await act(app, team.deputy, 'reportProgress', taskIds[0]!, part(6));
    const [merged, rest] = [await reform.at('Triệu Sơn'), await reform.at('Hợp Tiến')];
    const params = { reformId: reform.id, dividedId: divided.communeId, hamletId };
    const facts = await app.call(routes.dividedHamlet, { token: district.admin.token, params });
    expect(facts.body).toMatchObject({ households: 238, people: [{}, {}, {}], tasks: [{ target: 20, whole: false }] });
    const split = (halves: object[]) => ({ do: 'split', hamletId, halves });
    const asked = halvesOf(team, [{ intoPosition: merged }, { intoPosition: null }]);
    const twice = [asked[0]!, { ...asked[1]!, memberIds: asked[0]!.memberIds }];
    expect((await reform.edit(split(twice))).body.details[0].path).toBe('edits.0.halves');
    await reform.edit(
      { do: 'answer', positions: [merged], as: 'new' },
      { do: 'allot', hamletIds: [other], intoPosition: rest },
      split(asked.map((one) => ({ ...one, households: 100 }))),
    );
    expect(await reform.blocks()).toEqual(['splitOpen', 'splitHouseholds']);
    await reform.edit(split(asked));
    const { hamlets } = (
      await app.call(routes.reformDivision, {
        token: district.admin.token,
        params: { reformId: reform.id, dividedId: divided.communeId },
      })
    ).body;
    const [row] = hamlets;
    expect(row).toMatchObject({ members: 3, team: true, intoPosition: null, halves: [{ intoPosition: merged }, {}] });
    await reform.edit({ do: 'place', position: row.halves[1].position, intoPosition: rest });
    expect(await reform.blocks()).toEqual([]);
    const { numbers, invariants } = (await reform.call(routes.rehearseReform)).body;
    expect(numbers).toMatchObject({ endingUnits: 3, newUnits: 2, movedUnits: 5, splitHamlets: 1 });
    expect(invariants).toEqual({ unitsBefore: 5, unitsAfter: 4, hamlets: 6, hamletsPlaced: 6 });
    await reform.schedule();
    await reformDay(app, LATER);
    const [north, south] = await teamsOf(team.id, LATER);
    const communes = await app.database.rows<{ teamId: string; communeId: string }>(
      sql`select t.id as "teamId", t.commune_id as "communeId" from teams_at(${LATER}::date) t where t.id in (${north?.id}, ${south?.id})
        order by t.name`,
    );
    const [heir, second] = [await reform.unit('Triệu Sơn'), await reform.unit('Hợp Tiến')];
    expect(communes).toEqual([
      { teamId: north?.id, communeId: heir },
      { teamId: south?.id, communeId: second },
    ]);
    const tasks = await app.database.rows(
      sql`select t.commune_id as "communeId", t.target, (select coalesce(sum(l.value), 0)::int from counted_lines l where l.task_id = t.id) as done
        from tasks t where t.assignment_id = ${orderId} and t.team_id in (${north?.id}, ${south?.id}) order by t.target, done`,
    );
    expect(tasks).toEqual([
      { communeId: heir, target: 10, done: 0 },
      { communeId: second, target: 10, done: 6 },
    ]);
    const { invariants: kept, sums } = (await reform.call(routes.reformRunning)).body;
    expect(kept).toMatchObject([
      { name: 'hamlets', before: 6, after: 7, added: 1, lost: 0 },
      { name: 'teams', before: 6, after: 7, added: 1, lost: 0 },
      { name: 'members', before: 18, after: 18, lost: 0 },
      { name: 'tasks', before: 2, after: 3, added: 1, lost: 0 },
      { name: 'sessions', lost: 0 },
      { name: 'drafts', lost: 0 },
    ]);
    expect(sums).toMatchObject([{ code: 'CQ02', before: 6, after: 6 }]);
  });

  it('waits for whoever joins its team later, and is whole again when it is allotted', async () => {
    const divided = district.communes[2];
    const [hamletId] = divided.hamletIds as [string];
    const { merged } = await reform.settle();
    const rest = await reform.at('Hợp Tiến');
    const asked = halvesOf(teamOf(divided), [{ intoPosition: merged }, { intoPosition: rest }]);
    await reform.edit({ do: 'split', hamletId, halves: asked });
    expect(await reform.blocks()).toEqual([]);
    await buildMember(app, { teamId: teamOf(divided).id });
    expect(await reform.blocks()).toEqual(['splitMembers']);
    // The list is read again: what was said by hand stays, with its people.
    const [a, b, c] = district.codes;
    await reform.load([
      `${a},Xã Minh Sơn,${a},Xã Triệu Sơn,whole`,
      `${b},Xã Hợp Lý,${a},Xã Triệu Sơn,whole`,
      `${c},Xã Hợp Thắng,${a},Xã Triệu Sơn,part`,
      `${c},Xã Hợp Thắng,${reform.newCode},Xã Hợp Tiến,part`,
    ]);
    expect(await reform.blocks()).toEqual(['codeReused', 'splitMembers']);
    await reform.edit({ do: 'drop', positions: [await reform.at('Hợp Tiến')] });
    expect(await reform.blocks()).toEqual(expect.arrayContaining(['splitOpen']));
    await reform.edit({ do: 'allot', hamletIds: [hamletId], intoPosition: await reform.at('Triệu Sơn') });
    expect(await reform.blocks()).not.toEqual(expect.arrayContaining(['splitOpen']));
  });
});

it('stops a step that fails and says why, is held and goes on, and nothing is lost', async () => {
  const { taskIds } = await issueOrder(app, district.communes[0]);
  await reform.settle();
  await reform.schedule();
  const work = app.get(ReformParts).of('work')!;
  const settle = work.settle!;
  work.settle = () => Promise.reject(new Error('the disk is full'));
  await expect(reformDay(app, LATER)).rejects.toThrow('the disk is full');
  for (let again = 0; again < 4; again++)
    await app
      .get(RehomeReform)
      .run()
      .catch(() => undefined);
  const { steps } = (await reform.call(routes.getReform)).body;
  expect(steps).toMatchObject([
    { step: 'people', failed: null },
    { step: 'work', done: 0, failed: { reason: 'the disk is full', waits: true } },
    {},
    {},
  ]);
  work.settle = settle;
  const pause = () => reform.call(routes.pauseReform, { body: {} });
  expect((await pause()).body.pausedAt).not.toBeNull();
  await app.get(RehomeReform).run();
  expect((await reform.call(routes.getReform)).body.steps[1]).toMatchObject({ done: 0 });
  expect((await reform.call(routes.resumeReform, { body: {} })).body.pausedAt).toBeNull();
  await app.tellAgain();
  await app.drain();
  expect((await pause()).body.code).toBe('organization.reformSettled');
  const [task] = await app.database.rows(sql`select commune_id as "communeId" from tasks where id = ${taskIds[0]}`);
  expect(task).toEqual({ communeId: await reform.unit('Triệu Sơn') });
  const { invariants, pausedBy } = (await reform.call(routes.reformRunning)).body;
  expect(pausedBy).toBeNull();
  expect(
    invariants.map(({ name, before, after, lost }: Record<string, unknown>) => [name, before, after, lost]),
  ).toEqual([
    ['hamlets', 6, 6, 0],
    ['teams', 6, 6, 0],
    ['members', 18, 18, 0],
    ['tasks', 2, 2, 0],
    ['sessions', 0, 0, 0],
    ['drafts', 0, 0, 0],
  ]);
});
