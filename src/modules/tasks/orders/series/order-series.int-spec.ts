import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { comes, heirOf, scheduleMerger } from '../../../../../test/support/reforms/mergers.ts';
import { buildVillage, orderInput, type Village } from '../../../../../test/support/orders.ts';
import { IssueRecurring } from './issue-recurring.ts';

const START = '2022-06-21T01:00:00Z';
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: START, HOLD_SECONDS: '60' });
});
beforeEach(() => at(START));
afterAll(stopApps);

const at = (instant: string) => app.clock.set(new Date(instant));
const as = ({ officer }: Village) => ({ token: officer.token });
const monthly = async (village: Village): Promise<string> =>
  (await app.call(routes.issueAssignment, { ...as(village), body: orderInput(village, { recurrence: 'monthly' }) }))
    .body.id;
const series = (village: Village) =>
  app.call(routes.listOrderSeries, { ...as(village), params: { unitId: village.communeId } }).then(({ body }) => body);
const next = (village: Village, seriesId: string, query = {}) =>
  app.call(routes.nextOfSeries, { ...as(village), params: { seriesId }, query }).then(({ body }) => body);
const nothing = { title: null, dueDay: null, target: null, withNewTeams: false };
const wish = (village: Village, seriesId: string, wishes: object) =>
  app.call(routes.setNextOfSeries, {
    ...as(village),
    params: { seriesId },
    body: { version: 1, ...nothing, ...wishes },
  });
const recur = (village: Village, assignmentId: string, recurrence: 'none' | 'monthly') =>
  app.call(routes.issueAgainMonthly, { ...as(village), params: { assignmentId }, body: { recurrence } });
const cancel = (village: Village, assignmentId: string) =>
  app.call(routes.cancelAssignment, { ...as(village), params: { assignmentId }, body: { reason: 'Tháng này nghỉ' } });
const tasksOf = (assignmentId: string) =>
  app.database.rows<{ team: string; target: number }>(
    sql`select team_id as team, target from tasks where assignment_id = ${assignmentId} order by target, team_id`,
  );

describe('monthly works', () => {
  it('are begun with the order itself, and say when the next one comes and what it would be', async () => {
    const village = await buildVillage(app, { hamlets: 2 });
    const id = await monthly(village);
    expect(await series(village)).toMatchObject([
      {
        seriesId: id,
        endedAt: null,
        orders: 1,
        last: { id, dueOn: '2022-07-09', teams: 2, target: 40 },
        next: { month: '2022-08', on: '2022-07-15' },
        wishes: nothing,
        version: 1,
      },
    ]);
    expect(await next(village, id)).toMatchObject({
      month: '2022-08',
      end: null,
      dueOn: '2022-08-09',
      teams: 2,
      target: 40,
      newTeams: { n: 0 },
      gone: 0,
    });
  });

  it('give the next order as it was shown with the wishes, once; the one after goes by it', async () => {
    const village = await buildVillage(app, { hamlets: 2 });
    const id = await monthly(village);
    const wishes = { title: 'Nộp hồ sơ tháng 8', dueDay: 31, target: 90 };
    const shown = await next(village, id, { ...wishes, withNewTeams: 'false' });
    expect(shown).toMatchObject({ title: wishes.title, dueOn: '2022-07-31', teams: 2, target: 90 });
    expect((await wish(village, id, wishes)).body).toMatchObject({ wishes, version: 2 });
    expect(await wish(village, id, wishes)).toMatchObject({ status: 409, body: { code: 'assignment.seriesChanged' } });
    at('2022-07-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    const [{ last, wishes: left, next: later }] = await series(village);
    expect([last, left, later]).toMatchObject([
      { title: wishes.title, dueOn: '2022-07-31', teams: 2, target: 90 },
      nothing,
      { month: '2022-09' },
    ]);
    expect((await tasksOf(last.id)).map(({ target }) => target)).toEqual([45, 45]);
    expect(await next(village, id)).toMatchObject({ title: wishes.title, dueOn: '2022-08-31', target: 90 });
  });

  it('take in teams that were set up since, when the officer says so', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    const [, , third] = village.teams;
    const shares = village.teams.slice(0, 2).map((team, i) => ({ teamId: team.id, target: 20 + i }));
    const { body } = await app.call(routes.issueAssignment, {
      ...as(village),
      body: orderInput(village, { recurrence: 'monthly', shares, target: 41 }),
    });
    expect(await next(village, body.id)).toMatchObject({ teams: 2, newTeams: { n: 1, names: ['Thôn 3'] } });
    expect(await next(village, body.id, { withNewTeams: 'true' })).toMatchObject({ teams: 3, target: 62 });
    await wish(village, body.id, { withNewTeams: true });
    at('2022-07-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    const [{ last }] = await series(village);
    expect(await tasksOf(last.id)).toContainEqual({ team: third?.id, target: 21 });
  });

  it('ask the team of two hamlets that became one for what both had, whether they have finished or not', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    const id = await monthly(village);
    await app.database.rows(
      sql`update tasks set state = 'confirmed' where assignment_id = ${id} and team_id = ${village.teams[0]?.id}`,
    );
    await scheduleMerger(app, village, '2022-07-01');
    await comes(app, '2022-07-01');
    expect(await next(village, id)).toMatchObject({ teams: 2, target: 60, newTeams: { n: 0 }, gone: 0 });
    at('2022-07-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    const [{ last }] = await series(village);
    expect(await tasksOf(last.id)).toEqual([
      { team: village.teams[2]?.id, target: 20 },
      { team: await heirOf(app, village), target: 40 },
    ]);
  });

  it('end when their newest order is cancelled, and go on from the one before when they are begun again', async () => {
    const village = await buildVillage(app, { hamlets: 1 });
    const id = await monthly(village);
    at('2022-07-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    const [{ last: second }] = await series(village);
    await cancel(village, second.id);
    at('2022-08-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    expect(await series(village)).toMatchObject([{ endReason: 'cancelled', next: null, last: { id } }]);
    expect(await wish(village, id, {})).toMatchObject({ status: 409, body: { code: 'assignment.seriesEnded' } });
    await recur(village, id, 'monthly');
    expect(await series(village)).toMatchObject([{ endedAt: null, next: { month: '2022-10', on: '2022-09-15' } }]);
    at('2022-09-15T01:00:00Z');
    await app.get(IssueRecurring).run();
    expect(await series(village)).toMatchObject([{ orders: 3, last: { teams: 1, target: 20 } }]);
  });

  it('do not wait for one that cannot be given', async () => {
    const [broken, sound] = [await buildVillage(app, { hamlets: 2 }), await buildVillage(app, { hamlets: 1 })];
    const id = await monthly(broken);
    await app.database.rows(sql`update tasks set target = 2000000000 where assignment_id = ${id}`);
    await monthly(sound);
    at('2022-07-15T01:00:00Z');
    await expect(app.get(IssueRecurring).run()).rejects.toThrow('1 monthly orders were not issued');
    expect(await series(sound)).toMatchObject([{ orders: 2 }]);
    expect(await series(broken)).toMatchObject([{ orders: 1, endedAt: null }]);
    await recur(broken, id, 'none');
  });
});
