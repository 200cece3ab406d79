/** A report that is closed asks its receiver for a day: asked once the door is shut, heard by the receiver, opened by a day. */
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, onReport, openReport, send } from '../../../../../test/support/reports.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;
let member: TestPerson;
let district: TestPerson;
let reportId: string;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
const reason = 'Lũ cuốn trụ sở, nay mới có điện';
const askDay = (by = focal, why = reason) => onReport(app, by, 'askLateDay', reportId, { reason: why });
const messagesOf = async ({ token }: TestPerson, kind: string) => {
  await app.drain();
  const { items } = (await app.call(routes.inbox, { token })).body;
  return items.filter((item: { kind: string }) => item.kind === kind);
};

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-20');
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
  member = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  reportId = (await openReport(app, focal, village.communeId, '2022-06')).id;
});

it('is asked of the receiver with its reason, and the day that is given opens the report until its end', async () => {
  on('2022-07-06');
  const asked = await askDay();
  expect(asked).toMatchObject({
    status: 200,
    body: { closed: true, revisionAsked: { by: { id: focal.id }, reason }, exception: null },
  });
  const [told, ...more] = await messagesOf(district, 'lateDayAsked');
  expect(more).toEqual([]);
  expect(told.title).toContain('xin ngày nộp báo cáo tháng 6/2022');
  expect(told.body).toContain(reason);
  expect(await messagesOf(focal, 'lateDayAsked')).toEqual([]);

  const until = { until: '2022-07-08', reason: 'Đã kiểm tra, cho nộp' };
  expect((await onReport(app, district, 'allowLateReport', reportId, until)).body).toMatchObject({
    closed: false,
    revisionAsked: null,
    exception: until,
  });
  const [allowed] = await messagesOf(focal, 'lateReportAllowed');
  expect(allowed.body).toContain('đến hết ngày 8/7');
  on('2022-07-08');
  expect((await send(app, focal, reportId, { lateReason: reason })).body).toMatchObject({ state: 'submitted' });
});

it('is asked again when the day that was given has passed', async () => {
  on('2022-07-06');
  await askDay();
  await onReport(app, district, 'allowLateReport', reportId, { until: '2022-07-07', reason: 'Cho nộp' });
  expect((await askDay()).body).toMatchObject({ code: 'report.wrongState' });
  on('2022-07-08');
  expect((await askDay(focal, 'Lại mất điện')).body).toMatchObject({
    closed: true,
    revisionAsked: { reason: 'Lại mất điện' },
  });
  expect(await messagesOf(district, 'lateDayAsked')).toHaveLength(2);
});

it('is refused while the report can be sent, once it was sent, without a reason and to whom it is not theirs', async () => {
  on('2022-06-26');
  expect(await askDay()).toMatchObject({ status: 409, body: { code: 'report.wrongState' } });
  on('2022-07-06');
  expect((await askDay(focal, ' ')).status).toBe(422);
  for (const stranger of [district, member, village.teams[0]!.leader])
    expect([403, 404]).toContain((await askDay(stranger)).status);
  expect(await messagesOf(district, 'lateDayAsked')).toEqual([]);
  const until = { until: '2022-07-07', reason: 'Cho nộp' };
  await onReport(app, district, 'allowLateReport', reportId, until);
  await send(app, focal, reportId, { lateReason: reason });
  on('2022-07-20');
  expect(await askDay()).toMatchObject({ status: 409, body: { code: 'report.wrongState' } });
});
