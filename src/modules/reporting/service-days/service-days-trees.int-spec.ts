/** A month through a reform: days are of the units in which the teams stood on them, or of those in which they stand now. */
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../test/support/reforms/reforms.ts';
import { buildLine } from '../../../../test/support/reports.ts';

const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let province: TestPerson;
let merged: string;
let rest: string;

const daysOf = async (unitId: string, units?: 'then' | 'now', by = province) => {
  const query: Record<string, string> = { month: '2022-07', ...(units && { units }) };
  const { body } = await app.call(routes.serviceDays, { token: by.token, params: { unitId }, query });
  return { confirmed: body.confirmed, waiting: body.waiting, teams: body.teams.length };
};
const sum = (rows: { confirmed: number; waiting: number }[]) => [
  rows.reduce((all, { confirmed }) => all + confirmed, 0),
  rows.reduce((all, { waiting }) => all + waiting, 0),
];

/** Two days of a team of Minh Sơn before the reform, one still waiting for its commune, and one after; one of Hợp Thắng's rest. */
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-25T03:00:00Z' });
  district = await buildDistrict(app);
  province = await buildOfficer(app, { role: 'province_officer', unitId: district.provinceId });
  const [first, , third] = district.communes;
  const worked = (village: typeof first, team: number, happenedOn: string, confirmed: number | null = 3) =>
    buildLine(app, village, village.teams[team]!, { code: 'CQ02', value: 3, happenedOn, confirmed });
  await worked(first, 0, '2022-06-20');
  await worked(first, 0, '2022-06-21', null);
  await worked(third, 1, '2022-06-22');
  const reform = new Reforming(app, district, LATER);
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, LATER);
  [merged, rest] = [await reform.unit('Triệu Sơn'), await reform.unit('Hợp Tiến')];
  app.clock.set(new Date('2022-07-06T03:00:00Z'));
  await worked({ ...first, communeId: merged }, 0, '2022-07-05');
});
afterAll(stopApps);

it('is in the units of then, whatever was confirmed when', async () => {
  const [first, second, third] = district.communes.map(({ communeId }) => communeId) as [string, string, string];
  expect(await daysOf(first)).toEqual({ confirmed: 1, waiting: 1, teams: 2 });
  expect(await daysOf(second)).toEqual({ confirmed: 0, waiting: 0, teams: 2 });
  expect(await daysOf(third)).toEqual({ confirmed: 1, waiting: 0, teams: 2 });
  expect(await daysOf(merged)).toEqual({ confirmed: 1, waiting: 0, teams: 5 });
  expect(await daysOf(rest)).toEqual({ confirmed: 0, waiting: 0, teams: 1 });
});

it('is in the units of now as a whole, with the same sums', async () => {
  expect(await daysOf(merged, 'now')).toEqual({ confirmed: 2, waiting: 1, teams: 5 });
  expect(await daysOf(rest, 'now')).toEqual({ confirmed: 1, waiting: 0, teams: 1 });
  const old = district.communes.map(({ communeId }) => communeId);
  const then = await Promise.all([...old, merged, rest].map((id) => daysOf(id, 'then')));
  const now = await Promise.all([...old, merged, rest].map((id) => daysOf(id, 'now')));
  expect(sum(then)).toEqual([3, 1]);
  expect(sum(now)).toEqual([3, 1]);
});

it('gives a leader the whole month of the team', async () => {
  const team = district.communes[0].teams[0]!;
  const { body } = await app.call(routes.myServiceDays, {
    token: team.leader.token,
    params: { teamId: team.id },
    query: { month: '2022-07' },
  });
  expect([body.confirmed, body.waiting]).toEqual([2, 1]);
});
