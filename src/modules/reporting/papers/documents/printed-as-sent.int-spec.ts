/** What was sent is printed as it was sent, byte for byte, whatever a reform that is entered later says of its units. */
import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';
import { buildFocal, buildLine, openReport, send } from '../../../../../test/support/reports.ts';

/** Entered on 2 July, within the period that was reported in June. */
const REFORM = '2022-06-01';
const asked = [
  { format: 'pdf' },
  { format: 'docx' },
  { format: 'pdf', version: '1' },
  // As it is exported to be signed: never kept, always set anew.
  { format: 'pdf', version: '1', number: '15', issuedOn: '2022-06-22' },
  { format: 'docx', version: '1', number: '15', issuedOn: '2022-06-22' },
] as const;
let app: TestApp;
let district: District;
let province: TestPerson;
const reportIds: string[] = [];

const print = async (reportId: string, query: Record<string, string>): Promise<Buffer> => {
  const { status, raw } = await app.call(routes.reportDocument, { token: province.token, params: { reportId }, query });
  expect(status).toBe(200);
  return raw;
};
/** Rows of the sheet of units: names and a figure. */
async function unitRows(reportId: string): Promise<string[][]> {
  const { sheets } = await readWorkbook(await print(reportId, { format: 'xlsx' }));
  const sheet = sheets.find(({ name }) => name === 'Các đơn vị');
  const head = sheet?.rows[0]?.map((cell) => cell?.text ?? '') ?? [];
  const column = head.findIndex((text) => text.startsWith('Số Tổ') || text.startsWith('Số tổ'));
  return (sheet?.rows.slice(1) ?? []).map((row) => [row[1]?.text ?? '', row[column]?.text ?? '']);
}

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  district = await buildDistrict(app);
  province = await buildOfficer(app, { role: 'province_officer', unitId: district.provinceId });
  for (const village of district.communes) {
    await buildLine(app, village, village.teams[0]!, { code: 'CQ02', value: 7, happenedOn: '2022-06-02' });
    const focal = await buildFocal(app, village.communeId);
    const { id } = await openReport(app, focal, village.communeId, '2022-06');
    expect((await send(app, focal, id)).status).toBe(200);
    reportIds.push(id);
  }
  const officer = await buildOfficer(app, { role: 'district_officer', unitId: district.districtId });
  const { id } = await openReport(app, officer, district.districtId, '2022-06');
  expect((await send(app, officer, id)).status).toBe(200);
  reportIds.push(id);
  await app.drain();
});
afterAll(stopApps);

it('is the same file before and after a reform that is entered late', async () => {
  const files = async () => {
    const found: string[] = [];
    for (const id of reportIds)
      for (const query of asked) found.push(`${JSON.stringify(query)} ${(await print(id, query)).toString('base64')}`);
    return found;
  };
  const before = await files();
  const units = await unitRows(reportIds.at(-1) ?? '');
  expect(units).toEqual([
    ['Xã Hợp Lý', '2'],
    ['Xã Hợp Thắng', '2'],
    ['Xã Minh Sơn', '2'],
    ['Cộng', '6'],
  ]);

  app.clock.set(new Date('2022-07-02T03:00:00Z'));
  const reform = new Reforming(app, district, REFORM);
  const [first, second, third] = district.communes.map(({ communeId }) => communeId);
  const parentId = district.provinceId;
  await reform.create();
  // One goes on under another name, the district ends: neither is what the papers said.
  const { status } = await reform.edit(
    { do: 'unit', unitId: first, name: 'Minh Sơn Mới', parentId },
    { do: 'unit', unitId: second, parentId },
    { do: 'unit', unitId: third, parentId },
    { do: 'unit', unitId: parentId },
    { do: 'part', unitId: district.districtId, whole: true, intoPosition: 4 },
  );
  expect(status).toBe(200);
  expect((await reform.schedule()).status).toBeLessThan(300);
  await reformDay(app, '2022-07-02');
  const after = await files();
  expect(after.map((file, i) => file === before[i])).toEqual(before.map(() => true));
  expect(await unitRows(reportIds.at(-1) ?? '')).toEqual(units);
});

it('names the units of then where a version was sent before papers were kept', async () => {
  await app.database.rows(sql`update report_versions set content = content - 'paper'`);
  await app.database.rows(sql`delete from report_archive`);
  expect(await unitRows(reportIds.at(-1) ?? '')).toEqual([
    ['Xã Hợp Lý', '2'],
    ['Xã Hợp Thắng', '2'],
    ['Xã Minh Sơn', '2'],
    ['Cộng', '6'],
  ]);
});
