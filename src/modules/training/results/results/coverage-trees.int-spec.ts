/** Who has learnt what, through a reform: by the units of today or by those of a day before it, never by both. */
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const [BEFORE, LATER] = ['2022-06-30', '2022-07-01'];
let app: TestApp;
let district: District;
let province: TestPerson;
let commune: TestPerson;
let merged: string;
let rest: string;

const ask = async (unitId: string, treeOn?: string, by = province) => {
  const query: Record<string, string> = treeOn ? { treeOn } : {};
  const { status, body } = await app.call(routes.trainingCoverage, { token: by.token, params: { unitId }, query });
  return status === 200 ? [body.teams.length, body.total.members] : body.code;
};

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-25T03:00:00Z' });
  district = await buildDistrict(app);
  province = await buildOfficer(app, { role: 'province_officer', unitId: district.provinceId });
  const reform = new Reforming(app, district, LATER);
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, LATER);
  [merged, rest] = [await reform.unit('Triệu Sơn'), await reform.unit('Hợp Tiến')];
  commune = await buildOfficer(app, { role: 'committee_member', unitId: merged, validity: `[${LATER},)` });
});
afterAll(stopApps);

it('is by the units of today, and by those of then with the same sums', async () => {
  const [first, second, third] = district.communes.map(({ communeId }) => communeId) as [string, string, string];
  expect([await ask(merged), await ask(rest), await ask(first)]).toEqual([
    [5, 15],
    [1, 3],
    [0, 0],
  ]);
  const then = [await ask(first, BEFORE), await ask(second, BEFORE), await ask(third, BEFORE)];
  expect(then).toEqual([
    [2, 6],
    [2, 6],
    [2, 6],
  ]);
  expect(await ask(merged, BEFORE)).toEqual([0, 0]);
  expect([await ask(district.districtId, BEFORE), await ask(district.districtId)]).toEqual([
    [6, 18],
    [6, 18],
  ]);
});

it('shows a commune of what it was made of, its own part of what was divided, and nothing of others', async () => {
  const [first, , third] = district.communes.map(({ communeId }) => communeId) as [string, string, string];
  expect(await ask(first, BEFORE, commune)).toEqual([2, 6]);
  expect(await ask(third, BEFORE, commune)).toEqual([1, 3]);
  const foreign = await buildDistrict(app);
  expect(await ask(foreign.communes[0].communeId, BEFORE, commune)).toBe('platform.denied');
  expect(await ask(foreign.communes[0].communeId, undefined, commune)).toBe('platform.denied');
});
