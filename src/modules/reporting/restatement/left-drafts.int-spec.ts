/** What officers of a unit that ends had written in a report that it no longer owes: nothing of it is lost, the heirs choose from it. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import type { Village } from '../../../../test/support/orders.ts';
import { signIn, type TestPerson } from '../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../test/support/reforms/reforms.ts';
import { buildFocal, onReport } from '../../../../test/support/reports.ts';
import { OpenReports } from '../reports/periods/open-reports.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
let focal: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  app.clock.set(new Date(`${TODAY}T03:00:00Z`));
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
  focal = await buildFocal(app, village(0).communeId);
  await app.get(OpenReports).run();
});
afterAll(stopApps);

const village = (at: 0 | 1 | 2): Village => district.communes[at];
/** By month, of a unit. */
const reportOf = async (unitId: string, month: string): Promise<string> =>
  (
    await app.database.one<{ id: string }>(
      sql`select id from reports where unit_id = ${unitId} and kind = 'monthly' and month = ${`${month}-01`}::date`,
    )
  )?.id ?? '';
const write = (by: TestPerson, reportId: string, more: Record<string, unknown> = {}) =>
  onReport(app, by, 'writeReport', reportId, {
    version: 0,
    sections: [{ key: 'strengths', text: 'Các tổ đến từng nhà.' }],
    ...more,
  });
const left = async (by: TestPerson, reportId: string) =>
  (await app.call(routes.leftDrafts, { token: by.token, params: { reportId } })).body;

it('keeps words, looks and the question for approval of the month that the day cuts, for each heir to read', async () => {
  const month = '2022-07';
  const reportId = await reportOf(village(0).communeId, month);
  const [team] = village(0).teams;
  const notes = [{ code: 'CQ02', note: 'Tính cả hồ sơ nộp hộ' }];
  expect((await write(focal, reportId, { notes, silent: [{ teamId: team!.id, reason: 'Tổ mới lập' }] })).status).toBe(
    200,
  );
  const { figuresHash } = (await onReport(app, focal, 'readReport', reportId)).body;
  const seen = await onReport(app, focal, 'seeReport', reportId, { figuresHash });
  expect(seen.status).toBeLessThan(300);
  // Of a commune in which nobody wrote anything nothing is kept.
  await reform.draft();
  await reform.settle();
  expect((await reform.schedule()).body.state).toBe('scheduled');
  expect((await reform.call(routes.rehearseReform)).body.numbers).toMatchObject({ draftsPassed: 1, draftsKept: 0 });
  const listed = await reform.call(routes.listRehearsed, { query: { number: 'draftsPassed' } });
  expect(listed.body.items).toMatchObject([{ unit: { name: 'Minh Sơn' }, into: 'Xã Triệu Sơn' }]);
  await reformDay(app, LATER);
  await app.get(OpenReports).run();
  const heirId = await reform.unit('Triệu Sơn');
  const heir = await buildFocal(app, heirId);
  const own = await reportOf(heirId, month);
  expect(await reportOf(village(0).communeId, month)).toBe('');
  const { items } = await left(heir, own);
  expect(items).toMatchObject([
    {
      unit: { name: 'Minh Sơn' },
      sections: [{ key: 'strengths', text: 'Các tổ đến từng nhà.' }],
      notes,
      silent: [{ teamId: team!.id, reason: 'Tổ mới lập' }],
      marks: expect.arrayContaining([
        expect.objectContaining({ kind: 'wrote', person: expect.objectContaining({ id: focal.id }) }),
        expect.objectContaining({ kind: 'looked', person: expect.objectContaining({ id: focal.id }) }),
      ]),
    },
  ]);
  // The heir's own report is still empty: nothing comes into it by itself.
  const words = (await onReport(app, heir, 'readReport', own)).body.words.sections;
  expect(words.find(({ key }: { key: string }) => key === 'strengths').text).toBe('');
  const stranger = await buildFocal(app, (await buildDistrict(app)).communes[0].communeId);
  expect((await app.call(routes.leftDrafts, { token: stranger.token, params: { reportId: own } })).status).toBe(403);
  const { invariants } = (await reform.call(routes.reformRunning)).body;
  expect(invariants).toContainEqual({ name: 'drafts', before: 1, after: 1, added: 0, lost: 0 });
});

it('is counted as lost when it is nowhere', async () => {
  await write(focal, await reportOf(village(0).communeId, '2022-07'));
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, LATER);
  await app.database.rows(sql`delete from left_drafts where unit_id = ${village(0).communeId}`);
  const { invariants } = (await reform.call(routes.reformRunning)).body;
  expect(invariants).toContainEqual({ name: 'drafts', before: 1, after: 0, added: 0, lost: 1 });
});

it('stays in the report itself where the heirs write that under the old name, and the rehearsal says so', async () => {
  const reportId = await reportOf(village(0).communeId, '2022-06');
  expect(reportId).not.toBe('');
  await write(focal, reportId);
  await reform.draft();
  const { merged } = await reform.settle();
  await reform.edit({
    do: 'post',
    personId: focal.id,
    role: 'focal_officer',
    title: 'Công chức',
    intoPosition: merged,
  });
  await reform.schedule();
  expect((await reform.call(routes.rehearseReform)).body.numbers).toMatchObject({ draftsPassed: 0, draftsKept: 1 });
  await reformDay(app, LATER);
  const token = await signIn(app, focal.id);
  const { body } = await app.call(routes.readReport, { token, params: { reportId }, key: randomUUID() });
  expect(body.words.sections).toContainEqual(
    expect.objectContaining({ key: 'strengths', text: 'Các tổ đến từng nhà.' }),
  );
});
