import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, openReport, send } from '../../../../../test/support/reports.ts';
import { ReportingApi } from '../../reporting.api.ts';

let app: TestApp;
let village: Village;
let admin: TestPerson;
let focal: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-01-20T03:00:00Z' });
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  focal = await buildFocal(app, village.communeId);
});
afterAll(stopApps);
beforeEach(() => app.clock.set(new Date('2026-01-20T03:00:00Z')));
afterEach(async () => {
  await app.database.rows(sql`delete from holidays where name like 'Thử%'`);
});

const add = (body: Record<string, unknown>, by = admin) =>
  app.call(routes.addWorkDay, { token: by.token, key: randomUUID(), body: { kind: 'holiday', name: 'Thử', ...body } });
const remove = (day: string, by = admin) => app.call(routes.removeWorkDay, { token: by.token, params: { day } });
const rename = (day: string, name: string, by = admin) =>
  app.call(routes.renameWorkDay, { token: by.token, key: randomUUID(), params: { day }, body: { name } });
const list = async (year: number) =>
  (await app.call(routes.listWorkDays, { token: focal.token, query: { year: String(year) } })).body as {
    day: string;
  }[];
const rule = (shift: string) =>
  app.database.rows(
    sql`insert into period_rules (id, unit_id, window_start_day, due_before_day, shift, validity)
      values (${v7()}, ${village.communeId}, 15, 25, ${shift}, '[2022-01-01,)')`,
  );
const dueOf = async (month: string) => (await openReport(app, focal, village.communeId, month)).due.dueOn;

it('lists a year: holidays as shipped, and what was added, until it is removed', async () => {
  expect((await list(2026)).map(({ day }) => day)).toEqual(expect.arrayContaining(['2026-09-01', '2026-09-02']));
  const answer = await add({ day: '2026-08-22', kind: 'swapped_working_day', name: 'Thử làm bù' });
  expect([answer.status, answer.body.workDay]).toEqual([
    201,
    { day: '2026-08-22', kind: 'swapped_working_day', name: 'Thử làm bù' },
  ]);
  expect((await list(2026)).map(({ day }) => day)).toContain('2026-08-22');
  expect((await list(2027)).map(({ day }) => day)).not.toContain('2026-08-22');
  expect((await remove('2026-08-22')).status).toBe(200);
  expect((await list(2026)).map(({ day }) => day)).not.toContain('2026-08-22');
});

it.each([
  [{ day: '2026-02-30' }, 422, 'day'],
  [{ day: '1999-01-01' }, 422, 'day'],
  [{ day: '2026-05-20', kind: 'tết' }, 422, 'kind'],
  [{ day: '2026-05-20', name: ' ' }, 422, 'name'],
  [{ day: '2026-05-20', kind: 'swapped_working_day' }, 422, 'day'],
  [{ day: '2026-09-02' }, 409, 'day'],
])('refuses %j and names the field', async (body, status, path) => {
  const answer = await add(body);
  expect([answer.status, answer.body.details?.[0]?.path]).toEqual([status, path]);
});

it('gives a day another name and leaves its kind and all due days', async () => {
  await add({ day: '2026-08-22', kind: 'swapped_working_day', name: 'Thử' });
  const answer = await rename('2026-08-22', 'Thử làm bù');
  const renamed = { day: '2026-08-22', kind: 'swapped_working_day', name: 'Thử làm bù' };
  expect([answer.status, answer.body]).toEqual([200, renamed]);
  expect(await list(2026)).toContainEqual(renamed);
  expect((await rename('2026-08-22', ' ')).body.details?.[0]?.path).toBe('name');
});

it('has nothing to remove or rename on a plain day', async () => {
  for (const day of ['2026-05-20', 'hom-nay', '2026-13-01']) {
    expect((await remove(day)).body.code).toBe('workday.unknown');
    expect((await rename(day, 'Thử')).body.code).toBe('workday.unknown');
  }
});

it('is kept by an administrator of the topmost unit, for it holds everywhere', async () => {
  const below = await buildOfficer(app, { role: 'admin', unitId: village.communeId });
  for (const person of [below, focal, village.officer]) {
    expect((await add({ day: '2026-05-20' }, person)).status).toBe(403);
    expect((await rename('2026-09-02', 'Thử', person)).status).toBe(403);
    expect((await remove('2026-09-02', person)).status).toBe(403);
  }
});

it('moves due days of reports that were never sent, where their rule says so', async () => {
  expect(await dueOf('2026-01')).toBe('2026-01-24');
  await app.database.rows(sql`delete from reports where unit_id = ${village.communeId}`);
  await rule('next');
  // 24 January 2026 is a Saturday.
  expect(await dueOf('2026-01')).toBe('2026-01-26');
  await app.database.rows(sql`update reports set reminded = '{-5}' where unit_id = ${village.communeId}`);
  const { body } = await add({ day: '2026-01-26' });
  expect(body.moved).toContainEqual({ from: '2026-01-26', to: '2026-01-27', reports: 1 });
  expect(await dueOf('2026-01')).toBe('2026-01-27');
  const [row] = await app.database.rows<{ reminded: number[] }>(
    sql`select reminded from reports where unit_id = ${village.communeId}`,
  );
  expect(row?.reminded).toEqual([]);
  await add({ day: '2026-01-24', kind: 'swapped_working_day' });
  expect(await dueOf('2026-01')).toBe('2026-01-24');
  expect((await remove('2026-01-24')).body.moved).toContainEqual({
    from: '2026-01-24',
    to: '2026-01-27',
    reports: 1,
  });
  expect((await remove('2026-01-26')).body.moved).toContainEqual({ from: '2026-01-27', to: '2026-01-26', reports: 1 });
});

it('leaves alone what was sent: whether it was in time is settled', async () => {
  const report = await openReport(app, focal, village.communeId, '2026-01');
  expect((await send(app, focal, report.id)).status).toBe(200);
  const { body } = await add({ day: '2026-01-26' });
  expect(body.moved).toEqual([]);
  expect(await dueOf('2026-01')).toBe('2026-01-26');
});

it('words the due day of a month as the rule of that month does', async () => {
  const place = await buildVillage(app);
  const by = await buildFocal(app, place.communeId);
  await app.database.rows(
    sql`insert into period_rules (id, unit_id, window_start_day, due_before_day, wording, validity)
      values (${v7()}, ${place.communeId}, 15, 26, 'until', '[2026-02-15,)')`,
  );
  const wordingOf = async (month: string) => {
    const { id } = await openReport(app, by, place.communeId, month);
    const told = await app.get(ReportingApi).report(id);
    return [told?.dueOn, told?.wording];
  };
  expect(await wordingOf('2026-02')).toEqual(['2026-02-24', 'before']);
  app.clock.set(new Date('2026-03-16T03:00:00Z'));
  expect(await wordingOf('2026-03')).toEqual(['2026-03-25', 'until']);
});
