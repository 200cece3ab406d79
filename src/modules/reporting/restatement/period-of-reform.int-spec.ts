import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer } from '../../../../test/support/people.ts';
import { buildReform } from '../../../../test/support/reforms/reformed-reports.ts';
import { figure, onReport } from '../../../../test/support/reports.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);

it('counts in a period of months what units sent that went in whole, and nothing of one that was divided', async () => {
  const { provinceId, northId, north } = await buildReform(app);
  const officer = await buildOfficer(app, { role: 'province_officer', unitId: provinceId });
  const { status } = await app.call(routes.startCampaign, {
    token: officer.token,
    params: { unitId: provinceId },
    key: randomUUID(),
    body: {
      kind: 'months',
      title: 'Kết quả quý II năm 2022',
      startsOn: '2022-03-15',
      endsOn: '2022-06-14',
      dueBefore: '2022-07-25',
    },
  });
  expect(status).toBeLessThan(300);
  const { body } = await app.call(routes.listReports, { token: north.token, params: { unitId: northId } });
  const { id } = body.find(({ kind }: { kind: string }) => kind === 'months');
  const report = await onReport(app, north, 'readReport', id);
  // 30 of Minh Sơn; of Dân Lý, which was divided, nobody knows which part is here, and Dân Quyền sent nothing.
  expect(figure(report.body, 'CQ02').now.numerator).toBe(30);
});
