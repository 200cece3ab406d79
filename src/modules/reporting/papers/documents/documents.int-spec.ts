// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { readWorkbook } from '#documents';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { linesOfDocx, tableOfDocx } from '../../../../../test/support/files/docx-text.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { textOfPdf } from '../../../../../test/support/files/pdf-text.ts';
import { buildMember, buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, buildLine, onReport, openReport, send } from '../../../../../test/support/reports.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;
let district: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date('2022-06-20T03:00:00Z'));
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
});

type Query = Record<string, string>;
const appendix = (person: TestPerson, unitId: string, query: Query) =>
  app.call(routes.appendix1, { token: person.token, params: { unitId }, query: { purpose: 'report', ...query } });
const document = (person: TestPerson, reportId: string, query: Query) =>
  app.call(routes.reportDocument, { token: person.token, params: { reportId }, query });
const cells = async (file: Buffer, sheet = 0) =>
  (await readWorkbook(file)).sheets[sheet]!.rows.map((row) => row.map((cell) => cell?.text ?? ''));

it('gives no list with numbers to whoever does not say what for', async () => {
  const [token, params] = [focal.token, { unitId: village.communeId }];
  const asked = await app.call(routes.appendix1, { token, params, query: { format: 'xlsx' } });
  const made = await app.call(routes.makeList, { token, params, key: crypto.randomUUID(), body: {} });
  for (const { status, body } of [asked, made]) expect([status, body.code]).toEqual([422, 'input.invalid']);
  expect(asked.body.details[0].path).toBe('query.purpose');
  expect(
    await app.database.rows(sql`select 1 from access_acts where person_id = ${focal.id} and kind = 'export'`),
  ).toEqual([]);
});

describe('the decision on draft teams', () => {
  const ask = (token: string, query: Query = {}) =>
    app.call(routes.teamDecisionDraft, {
      token,
      params: { unitId: village.communeId },
      query: { format: 'docx', ...query },
    });

  it('names drafts with their members as of today, without numbers, and stands in the log', async () => {
    expect((await ask(village.officer.token)).body.code).toBe('papers.noDraftTeams');
    const [first, second] = village.teams.map(({ id }) => id) as [string, string];
    await app.database.rows(sql`update teams set status = 'draft' where id = ${first}`);
    const { status, raw } = await ask(village.officer.token, { proposer: 'Văn phòng UBND xã' });
    const text = linesOfDocx(raw).join('\n');
    expect([status, tableOfDocx(raw).length]).toEqual([200, 5]);
    expect(text).toContain('Theo đề nghị của Văn phòng UBND xã.');
    expect(text).not.toMatch(/051\d/);
    expect((await ask(village.officer.token, { teamId: second })).body.code).toBe('papers.noDraftTeams');
    expect((await ask(focal.token, { teamId: first })).status).toBe(200);
    expect((await ask(district.token)).status).toBe(403);
    await app.database.rows(sql`delete from team_members where team_id = ${first}`);
    expect((await ask(focal.token)).body).toMatchObject({
      code: 'papers.noMembers',
      details: [{ params: { names: 'Thôn 1' } }],
    });
  });
});

describe('Appendix 1', () => {
  it('is had as three formats with the same people, each look at a number logged', async () => {
    const unitId = village.communeId;
    const [xlsx, docx, pdf] = await Promise.all(
      ['xlsx', 'docx', 'pdf'].map((format) => appendix(focal, unitId, { format, purpose: 'audit' })),
    );
    expect([xlsx, docx, pdf].map((answer) => [answer!.status, answer!.headers['content-type']])).toEqual([
      [200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      [200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [200, 'application/pdf'],
    ]);
    const rows = await cells(xlsx!.raw);
    expect(rows[1]).toEqual(['Tên đơn vị: UBND xã Minh Sơn']);
    expect(rows.slice(9).map((row) => row[3])).toHaveLength(6);
    expect(tableOfDocx(docx!.raw).slice(1)).toEqual(rows.slice(9));
    const words = textOfPdf(pdf!.raw).join('\n').split('\n');
    for (const row of rows.slice(9)) expect(words).toEqual(expect.arrayContaining([row[3], row[5]]));
    const [looks] = await app.database.rows<{ n: number }>(
      sql`select count(*)::int as n from access_log where person_id = ${focal.id} and what = 'phone.read' and purpose = 'audit'`,
    );
    expect(looks?.n).toBe(18);
  });

  it('comes back by the import and changes nothing', async () => {
    await app.database.rows(sql`update team_members set position = 'Trưởng thôn' where role = 'leader'`);
    // A list of one family alone is asked about.
    await app.database.rows(sql`update people set full_name = 'Trịnh' || substr(full_name, position(' ' in full_name))
      where id in (select person_id from team_members where role = 'leader')`);
    const { raw } = await appendix(focal, village.communeId, { format: 'xlsx' });
    const upload = await app.call(routes.uploadRoster, {
      token: focal.token,
      params: { unitId: village.communeId },
      query: { fileName: 'phu-luc-1.xlsx' },
      body: raw,
    });
    expect(upload.body).toMatchObject({
      canConfirm: true,
      diff: { added: [], changed: [], missing: [], unchanged: 6 },
    });
    const state = () =>
      app.database.rows(
        sql`select m.*, p.full_name, h.e164, h.is_primary from team_members m join people p on p.id = m.person_id left
          join phones h on h.person_id = p.id order by m.id, h.e164`,
      );
    const before = await state();
    const { body } = await app.call(routes.confirmRoster, {
      token: focal.token,
      params: { importId: upload.body.id },
      key: randomUUID(),
      body: {},
    });
    expect(body).toEqual({ teamsCreated: 0, unitsCreated: 0, added: 0, changed: 0, unchanged: 6, activated: 0 });
    expect(await state()).toEqual(before);
  });

  it('is as of any day, and of a district by communes', async () => {
    const newcomer = await buildMember(app, {
      teamId: village.teams[0]!.id,
      validity: '[2022-06-10,)',
      fullName: 'Lò Thị Mới',
    });
    const names = async (at: string) =>
      (await cells((await appendix(district, village.districtId, { format: 'xlsx', at })).raw)).flat();
    expect(await names('2022-06-09')).not.toContain(newcomer.fullName);
    const now = await names('2022-06-20');
    expect(now).toEqual(expect.arrayContaining([newcomer.fullName, 'Xã Minh Sơn', 'Tổng số thành viên các tổ: 7']));
  });

  it('is not for members, nor of a hamlet', async () => {
    const team = village.teams[0]!;
    expect((await appendix(team.leader, village.communeId, { format: 'xlsx' })).status).toBe(403);
    expect((await appendix(focal, team.unitId, { format: 'xlsx' })).status).toBe(404);
  });
});

describe('A monthly report', () => {
  const june = async () => {
    await buildLine(app, village, village.teams[0]!, { code: 'CQ02', value: 1234, happenedOn: '2022-06-01' });
    return (await openReport(app, focal, village.communeId, '2022-06')).id as string;
  };

  it('is a marked draft while it is open, with words and figures as they stand', async () => {
    const id = await june();
    const { raw, headers } = await document(focal, id, { format: 'docx' });
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('BẢN NHÁP - Kết quả hoạt động');
    expect(linesOfDocx(raw, 'word/header2.xml')).toEqual(['BẢN NHÁP']);
    const lines = linesOfDocx(raw);
    expect(lines).toEqual(
      expect.arrayContaining([
        'XÃ MINH SƠN',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 6 năm 2022',
        'Kính gửi: UBND huyện Triệu Sơn.',
        'III. ĐÁNH GIÁ',
        'KT. CHỦ TỊCH',
        '- Như trên;',
      ]),
    );
    expect(lines.some((line) => line.includes('1.234 hồ sơ; lũy kế từ đầu năm 1.234 hồ sơ'))).toBe(true);
    const pdf = textOfPdf((await document(focal, id, { format: 'pdf' })).raw);
    expect(pdf.every((page) => page.includes('BẢN NHÁP'))).toBe(true);
  });

  it('is printed as sent afterwards, whatever changes later, and a version keeps its own', async () => {
    const id = await june();
    await onReport(app, focal, 'typeFigure', id, {
      code: 'CQ03',
      numerator: 80,
      denominator: 100,
      source: 'Bộ phận Một cửa, 14/6',
    });
    await send(app, focal, id);
    const first = (await document(focal, id, { format: 'docx', number: '5', issuedOn: '2022-06-21' })).raw;
    expect(linesOfDocx(first)).toEqual(
      expect.arrayContaining(['Số: 05/BC-UBND', 'Minh Sơn, ngày 21 tháng 6 năm 2022']),
    );
    expect(linesOfDocx(first, 'word/header2.xml')).toEqual([]);
    expect(linesOfDocx(first).filter((line) => line.endsWith('./.'))).toHaveLength(1);
    const rows = tableOfDocx(first);
    const typed = rows.find((row) => row[1] === 'Tỷ lệ hồ sơ nộp trực tuyến của xã')!;
    expect(typed[4]).toBe('80*');
    expect(linesOfDocx(first).find((line) => line.startsWith('* Số liệu'))).toContain('Bộ phận Một cửa, 14/6');
    await onReport(app, district, 'returnReport', id, { version: 1, comments: [{ cell: 'CQ02', comment: 'Xem lại' }] });
    await buildLine(app, village, village.teams[1]!, { code: 'CQ02', value: 6, happenedOn: '2022-06-02' });
    await send(app, focal, id);
    const figureOf = async (query: Query) =>
      tableOfDocx((await document(focal, id, { format: 'docx', ...query })).raw).find((row) =>
        /DVCTT nộp/.test(row[1]!),
      )![4];
    expect(await figureOf({})).toBe('1.240');
    expect(await figureOf({ version: '1' })).toBe('1.234');
    expect((await document(focal, id, { format: 'docx', version: '7' })).body.code).toBe('papers.versionUnknown');
    const sheet = await cells((await document(focal, id, { format: 'xlsx' })).raw);
    expect(sheet[3]).toEqual([
      'TT',
      'Chỉ tiêu',
      'ĐVT',
      'Kỳ trước',
      'Trong kỳ',
      'Luỹ kế năm',
      'Kế hoạch năm',
      '%',
      'Ghi chú',
    ]);
    expect(sheet.find((row) => /DVCTT nộp/.test(row[1] ?? ''))?.[4]).toBe('1240');
  });

  it('is put together with a row for each unit and its days late, as they stood when it was sent', async () => {
    const id = await june();
    const other = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
    const otherFocal = await buildFocal(app, other.communeId);
    const late = (await openReport(app, otherFocal, other.communeId, '2022-06')).id;
    await send(app, focal, id);
    app.clock.set(new Date('2022-06-27T03:00:00Z'));
    const own = (await openReport(app, district, village.districtId, '2022-06')).id;
    await send(app, district, own, { withMissing: true, lateReason: 'Chờ xã Dân Lý' });
    app.clock.set(new Date('2022-06-28T03:00:00Z'));
    await send(app, otherFocal, late, { lateReason: 'Mất điện' });
    const { raw } = await document(district, own, { format: 'docx' });
    expect(tableOfDocx(raw, 1).map((row) => [...row.slice(0, 4), row.at(-1)])).toEqual([
      ['TT', 'Đơn vị', 'Tình trạng', 'Số tổ đã thành lập', 'Hồ sơ DVCTT nộp có tổ hỗ trợ'],
      ['1', 'Xã Dân Lý', 'Chưa gửi, trễ 3 ngày', '–', '–'],
      ['2', 'Xã Minh Sơn', 'Đúng hạn', '2', '1.234'],
      ['', 'Cộng', '', '2', '1.234'],
    ]);
    const lines = linesOfDocx(raw);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Phụ lục I',
        'Phụ lục II',
        'HUYỆN TRIỆU SƠN',
        '- Đã nhận báo cáo của 1/2 đơn vị.',
        '- Đơn vị chưa gửi báo cáo (1): Xã Dân Lý (trễ 3 ngày).',
      ]),
    );
    const sheet = await cells((await document(district, own, { format: 'xlsx' })).raw, 1);
    expect(sheet.map((row) => row[1])).toEqual(['Đơn vị', 'Xã Dân Lý', 'Xã Minh Sơn', 'Cộng']);
  });
});
