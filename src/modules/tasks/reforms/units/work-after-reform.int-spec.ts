/** What phones kept offline before hamlets were merged or divided arrives after it: it counts for its day, where the team stands now. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  act,
  buildDirective,
  buildVillage,
  issueOrder,
  part,
  type Village,
} from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { comes, heirOf, scheduleMerger } from '../../../../../test/support/reforms/mergers.ts';
import { buildDistrict, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';
import { halvesOf, halfTeams, knowsHouseholds, teamOf } from '../../../../../test/support/reforms/splits.ts';

const TODAY = '2022-06-21';
const DAY = '2022-06-24';
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(() => app.clock.set(new Date(`${TODAY}T03:00:00Z`)));
afterAll(stopApps);

const quick = (by: TestPerson, teamId: string, body: Record<string, unknown>, key: string = randomUUID()) =>
  app.call(routes.quickReport, {
    token: by.token,
    key,
    params: { teamId },
    body: { kind: 'public_services', value: 5, happenedOn: TODAY, ...body },
  });
const entryOf = async ({ body }: { body: { entry: { id: string } } }) =>
  (
    await app.database.rows<{
      taskId: string | null;
      teamId: string;
      unitId: string;
      communeId: string;
      happenedOn: string;
    }>(
      sql`select task_id as "taskId", team_id as "teamId", unit_id as "unitId", commune_id as "communeId", happened_on::text as "happenedOn"
        from progress_entries where id = ${body.entry.id}`,
    )
  )[0];
const reported = async (by: TestPerson, taskId: string): Promise<number> =>
  (await app.call(routes.getTask, { token: by.token, params: { taskId } })).body.figures.reported;

describe('after a merger', () => {
  it('adds to the task that goes on, by the task that the phone knew and the team that it was in', async () => {
    const village = await buildVillage(app);
    const [one, two] = [teamOf(village, 0), teamOf(village, 1)];
    const { taskIds } = await issueOrder(app, village, { indicatorCode: 'CQ01' });
    const [first = '', second = ''] = taskIds;
    for (const [team, id] of [
      [one, first],
      [two, second],
    ] as const)
      await act(app, team.leader, 'acceptTask', id);
    await scheduleMerger(app, village, DAY);
    await comes(app, DAY);
    const heirId = await heirOf(app, village);
    const key = randomUUID();
    const answers = [
      await quick(one.member, one.id, { taskId: first, value: 3 }, key),
      await quick(two.member, two.id, { taskId: second, value: 4 }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [201, undefined],
      [201, undefined],
    ]);
    for (const answer of answers) expect(await entryOf(answer)).toMatchObject({ teamId: heirId, happenedOn: TODAY });
    expect(await reported(one.leader, first)).toBe(7);
    // The phone asks once more, and nothing is counted twice.
    expect((await quick(one.member, one.id, { taskId: first, value: 3 }, key)).body).toEqual(answers[0]!.body);
    expect(await reported(one.leader, first)).toBe(7);
  });

  it('counts beside a task that was closed meanwhile, by the same indicator, and takes a difficulty with it', async () => {
    const village = await buildVillage(app);
    const one = teamOf(village, 0);
    const [taskId = ''] = (await issueOrder(app, village, { indicatorCode: 'CQ01' })).taskIds;
    await act(app, one.leader, 'acceptTask', taskId);
    await act(app, one.leader, 'reportProgress', taskId, part(20, { complete: true }));
    await act(app, village.officer, 'confirmTask', taskId);
    await scheduleMerger(app, village, DAY);
    await comes(app, DAY);
    expect((await quick(one.member, one.id, { taskId, value: 3 })).status).toBe(409);
    const rescued = await quick(one.member, one.id, { insteadOfTaskId: taskId, value: 3 });
    expect([rescued.status, rescued.body.code]).toEqual([201, undefined]);
    // What a team did stays its own; the commune is the same one.
    expect(await entryOf(rescued)).toMatchObject({ taskId: null, teamId: one.id, communeId: village.communeId });
    const told = await app.call(routes.reportDifficulty, {
      token: one.member.token,
      key: randomUUID(),
      params: { teamId: one.id },
      body: { kind: 'signal', text: 'Cuối thôn không có sóng', taskId },
    });
    expect([told.status, told.body.code]).toEqual([201, undefined]);
  });

  it('is refused of a team that has nothing to do with it', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    const [taskId = ''] = (await issueOrder(app, village, { indicatorCode: 'CQ01' })).taskIds;
    const third = teamOf(village, 2);
    await scheduleMerger(app, village, DAY);
    await comes(app, DAY);
    const answer = await quick(third.member, third.id, { insteadOfTaskId: taskId });
    expect(answer.body.details).toMatchObject([{ path: 'insteadOfTaskId', code: 'progress.otherTeam' }]);
  });
});

it('after a division: each finds their own half, by the task and the team of before', async () => {
  const village = await buildVillage(app, { hamlets: 1 });
  const team = teamOf(village);
  await knowsHouseholds(app, village.hamletIds[0]!, 238);
  const [taskId = ''] = (await issueOrder(app, village, { indicatorCode: 'CQ01' })).taskIds;
  await act(app, team.leader, 'acceptTask', taskId);
  const { token } = village.officer;
  const { body } = await app.call(routes.createSplit, {
    token,
    key: randomUUID(),
    params: { unitId: village.communeId },
    body: {
      title: 'Chia Thôn 1',
      hamletId: village.hamletIds[0],
      onDate: DAY,
      directiveId: await buildDirective(app, village.communeId, '7/NQ-HĐND'),
      halves: halvesOf(team),
    },
  });
  const params = { reorganisationId: body.id };
  const set = await app.call(routes.scheduleReorganisation, { token, key: randomUUID(), params, body: { version: 1 } });
  expect(set.body.state).toBe('scheduled');
  await comes(app, DAY);
  const halves = await halfTeams(app, team.id, DAY);
  const half = (person: TestPerson) => halves.find(({ people }) => people.includes(person.id))!;
  for (const person of [team.member, team.deputy]) {
    const answer = await quick(person, team.id, { taskId, value: 2 });
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    expect(await entryOf(answer)).toMatchObject({ teamId: half(person).id, unitId: half(person).unitId });
    expect(await reported(person, taskId)).toBe(2);
    const beside = await quick(person, team.id, { insteadOfTaskId: taskId, value: 2 });
    expect(beside.status).toBe(201);
    expect(await entryOf(beside)).toMatchObject({ taskId: null, teamId: team.id, communeId: village.communeId });
  }
});

it('after a reform of communes: what was done in the former one waits for the officer of the new one', async () => {
  const district = await buildDistrict(app);
  const reform = new Reforming(app, district, '2022-07-01');
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, '2022-07-01');
  const [team] = (district.communes[0] as Village).teams;
  const answer = await quick(team!.member, team!.id, { happenedOn: '2022-06-30' });
  expect(answer.status).toBe(201);
  expect(await entryOf(answer)).toMatchObject({ communeId: await reform.unit('Triệu Sơn'), happenedOn: '2022-06-30' });
});
