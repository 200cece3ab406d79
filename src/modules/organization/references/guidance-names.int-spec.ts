/** What the guidance of 2022 names stands in the catalogue, by its sentences: an order can ask for each, and a month keeps its words. */
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace } from '../../../../test/support/units.ts';

interface Named {
  code: string;
  name: string;
  unit: string;
  aggregation: string;
  typed: boolean;
  dimensions: { key: string; name?: string; values: { key: string; name: string }[] }[];
}
let app: TestApp;
let officer: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-12-01T03:00:00Z' });
  officer = await buildOfficer(app, { role: 'committee_member', unitId: (await buildPlace(app)).communeId });
});
afterAll(stopApps);

async function indicator(code: string, at = '2026-12-01'): Promise<Named> {
  const { body } = await app.call(routes.listIndicators, { token: officer.token, query: { at } });
  return body.find((one: Named) => one.code === code);
}
const namesOf = async (code: string, key: string, at?: string) => {
  const found = (await indicator(code, at)).dimensions.find((one) => one.key === key);
  expect(found?.name).toBeTruthy();
  return found?.values.map(({ name }) => name);
};

it('S15: asks which application was installed; one that has ended is asked for no more, and its months keep its name', async () => {
  const then = await namesOf('CQ06', 'app', '2022-06-01');
  expect(then).toEqual(expect.arrayContaining(['PC-Covid', 'Smart Thanh Hoa', 'Tổng đài 1022', 'Sổ sức khỏe điện tử']));
  const now = await namesOf('CQ06', 'app');
  expect(now).not.toContain('PC-Covid');
  expect(now).toEqual(expect.arrayContaining(['Smart Thanh Hoa', 'Tổng đài 1022']));
});

it('S21: asks which skill citizens were taught', async () => {
  expect(await namesOf('XH10', 'skill')).toEqual(
    expect.arrayContaining(['Dịch vụ công trực tuyến', 'Thanh toán trực tuyến', 'Mua sắm trực tuyến']),
  );
});

it('S23: asks which essential service was paid or used, on two levels', async () => {
  expect(await namesOf('XH04', 'service')).toEqual(['Điện', 'Nước', 'Viễn thông', 'Học phí', 'Viện phí']);
  expect(await namesOf('XH07', 'service')).toEqual(
    expect.arrayContaining(['Liên lạc với nhà trường', 'Học trực tuyến']),
  );
});

it('S32: has the share of people who buy online, a ratio that is typed with its denominator', async () => {
  expect(await indicator('KT10')).toMatchObject({
    name: 'Tỷ lệ người dân mua hàng trực tuyến',
    unit: '%',
    aggregation: 'ratio',
    typed: true,
  });
});
