// @everyday
import { sql } from '#platform/database';
import { type RouteAnswer, routes } from '#contracts';
import { figureOf } from '#contracts/reporting/figures';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, buildLine, figure, onReport, openReport, send } from '../../../../../test/support/reports.ts';

type Report = RouteAnswer<typeof routes.readReport>;
let app: TestApp;
let village: Village;
let focal: TestPerson;
let district: TestPerson;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-20');
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
});

const team = (i = 0) => village.teams[i]!;
const june = () => openReport(app, focal, village.communeId, '2022-06');

describe("A commune's month", () => {
  it('counts what was confirmed in its window, beside the month before and the year', async () => {
    await buildLine(app, village, team(), { code: 'CQ02', value: 4, happenedOn: '2022-01-20' });
    await buildLine(app, village, team(), { code: 'CQ02', value: 7, happenedOn: '2022-05-14' });
    await buildLine(app, village, team(), { code: 'CQ02', value: 20, confirmed: 18, happenedOn: '2022-05-15' });
    await buildLine(app, village, team(1), { code: 'CQ02', value: 5, happenedOn: '2022-06-14' });
    await buildLine(app, village, team(1), { code: 'CQ02', value: 100, confirmed: null, happenedOn: '2022-06-01' });
    await buildLine(app, village, team(1), { code: 'CQ02', value: 9, happenedOn: '2022-06-15' });
    const report = await june();
    expect(report).toMatchObject({ month: '2022-06', startsOn: '2022-05-15', endsOn: '2022-06-14', state: 'draft' });
    expect(report.due).toEqual({ dueOn: '2022-06-24', fixedOn: '2022-06-24', workingDayOn: '2022-06-24', daysLeft: 4 });
    expect(figure(report, 'CQ02')).toMatchObject({
      now: { numerator: 23, denominator: null },
      before: { numerator: 7 },
      year: { numerator: 34 },
      records: 2,
      late: 0,
      typed: null,
    });
    expect(figure(report, 'TC01').now.numerator).toBe(2);
    expect(figure(report, 'TC02').now).toEqual({ numerator: 2, denominator: 2 });
    expect(figure(report, 'TC03').now.numerator).toBe(6);
    expect(figure(report, 'TC05').now).toEqual({ numerator: 6, denominator: 6 });
    expect(figure(report, 'TC07').now).toEqual({ numerator: 2, denominator: 2 });
    expect(figure(report, 'CQ01').now.numerator).toBeNull();
  });

  it('keeps parts and wholes as they are: six members of 1,200 residents are 0.5 per 100', async () => {
    await app.database.rows(
      sql`insert into registers (id, unit_id, metric, value, validity)
        select gen_random_uuid(), id, 'population', 600, '[2022-01-01,)' from unnest(${village.hamletIds}::uuid[]) as id`,
    );
    const { now, indicator } = figure(await june(), 'TC08');
    expect(now).toEqual({ numerator: 6, denominator: 1200 });
    expect(figureOf(now, indicator.aggregation)).toBe(0.5);
  });

  it('writes itself, names the figures by their codes and says who is silent', async () => {
    await buildLine(app, village, team(), { code: 'CQ02', value: 4, happenedOn: '2022-06-01' });
    const report = await june();
    const text = (key: string) => report.words.sections.find((one: { key: string }) => one.key === key).text;
    expect(text('opening')).toContain('UBND xã Minh Sơn báo cáo kết quả');
    expect(text('opening')).toContain('từ ngày 15/5 đến hết ngày 14/6');
    expect(text('digital_government')).toContain('{{CQ02.now}} hồ sơ; lũy kế từ đầu năm {{CQ02.year}} hồ sơ');
    expect(text('strengths')).toBe('');
    expect(report.silent.map((one: { name: string }) => one.name)).toEqual(['Thôn 2']);
    expect(report.checks).toContainEqual({ code: 'silentTeams', level: 'warns', cells: ['Thôn 2'], count: 1 });
    expect(report.checks).toContainEqual({
      code: 'sectionEmpty',
      level: 'warns',
      cells: ['strengths', 'difficulties'],
      count: 2,
    });
  });

  it('opens every number to its records', async () => {
    await buildLine(app, village, team(), { code: 'CQ02', value: 4, happenedOn: '2022-06-01' });
    await buildLine(app, village, team(1), { code: 'CQ02', value: 6, happenedOn: '2022-06-02' });
    await buildLine(app, village, team(1), { code: 'CQ02', value: 2, happenedOn: '2022-06-16' });
    const report = await june();
    const { body } = await app.call((await import('#contracts')).routes.figureSource, {
      token: focal.token,
      params: { reportId: report.id },
      query: { code: 'CQ02' },
    });
    expect(body).toMatchObject({ kind: 'lines', total: 2, after: 1 });
    expect(body.parts.map((part: { pair: { numerator: number } }) => part.pair.numerator)).toEqual([6, 4]);
    expect(body.records.map((record: { value: number }) => record.value)).toEqual([4, 6]);
  });
});

describe('Searching', () => {
  it('finds orders, reports and directives of my places without marks, and nobody else’s', async () => {
    const find = async (q: string, by = focal) =>
      (await app.call(routes.search, { token: by.token, query: { q } })).body.map(
        ({ kind, label, context }: { kind: string; label: string; context: string }) => `${kind} ${label}, ${context}`,
      );
    await june();
    await issueOrder(app, village);
    const stranger = await buildFocal(app, (await buildVillage(app, { commune: 'Dân Lý', hamlets: 1 })).communeId);
    const order = 'assignment Giúp bà con nộp hồ sơ trực tuyến, Xã Minh Sơn, 20/6/2022';
    expect(await find('ho so truc')).toEqual([order]);
    expect(await find('bao cao 6/2022')).toEqual(['report 2022-06, Xã Minh Sơn']);
    expect(await find('31/KH')).toEqual(['directive 31/KH-UBND, Kế hoạch chuyển đổi số']);
    expect(await find('ho so truc', district)).toEqual([order]);
    expect([await find('ho so truc', stranger), await find('bao cao minh son', stranger)]).toEqual([[], []]);
  });
});

describe('A report that is sent', () => {
  it('is frozen; what is confirmed later for its days goes into the next month as a late fact', async () => {
    await buildLine(app, village, team(), { code: 'CQ02', value: 10, happenedOn: '2022-06-01' });
    const { id } = await june();
    const added = async () => (await onReport(app, focal, 'addedLines', id)).body.sections;
    const silent = [{ key: 'organization', lines: ['- Tổ chưa có hoạt động được xác nhận trong kỳ (1): Thôn 2.'] }];
    expect(await added()).toEqual(silent);
    expect((await send(app, focal, id)).body).toMatchObject({ state: 'submitted', version: 1, daysLate: 0 });
    await buildLine(app, village, team(1), {
      code: 'CQ02',
      value: 3,
      happenedOn: '2022-06-02',
      confirmedAt: '2022-06-25T03:00:00Z',
    });
    expect(figure((await onReport(app, focal, 'readReport', id)).body, 'CQ02').now.numerator).toBe(10);
    expect(await added()).toEqual(silent);
    on('2022-07-20');
    await buildLine(app, village, team(), { code: 'CQ02', value: 5, happenedOn: '2022-07-01' });
    const july = await openReport(app, focal, village.communeId, '2022-07');
    expect(figure(july, 'CQ02')).toMatchObject({
      now: { numerator: 8 },
      late: 3,
      before: { numerator: 10 },
      year: { numerator: 18 },
    });
  });

  it('comes back with the cell named, and its next version counts what was confirmed meanwhile', async () => {
    await buildLine(app, village, team(), { code: 'CQ02', value: 10, happenedOn: '2022-06-01' });
    const { id } = await june();
    await send(app, focal, id);
    const comments = [{ cell: 'CQ02', comment: 'Đối chiếu Một cửa chỉ có 9.' }];
    const back = await onReport(app, district, 'returnReport', id, { version: 1, comments });
    expect(back.body).toMatchObject({ state: 'returned', comments: [{ cell: 'CQ02', version: 1 }] });
    await buildLine(app, village, team(1), { code: 'CQ02', value: 2, happenedOn: '2022-06-10' });
    const again = await send(app, focal, id);
    expect(again.body).toMatchObject({ state: 'submitted', version: 2 });
    expect(figure(again.body, 'CQ02').now.numerator).toBe(12);
    const { body: versions } = await onReport(app, district, 'reportVersions', id);
    expect(versions[0]).toMatchObject({ version: 2, decision: null });
    expect(versions[0].changes).toContainEqual({
      code: 'CQ02',
      before: { numerator: 10, denominator: null },
      after: { numerator: 12, denominator: null },
    });
    expect(versions[1]).toMatchObject({ version: 1, decision: 'returned', changes: [] });
    expect((await onReport(app, district, 'acceptReport', id, { version: 1 })).body.code).toBe('report.versionChanged');
    expect((await onReport(app, district, 'acceptReport', id, { version: 2 })).body.state).toBe('accepted');
  });

  it('is not sent over figures or words that changed since they were read', async () => {
    const { id, figuresHash } = await june();
    await buildLine(app, village, team(), { code: 'CQ02', value: 1, happenedOn: '2022-06-01' });
    const stale = await onReport(app, focal, 'submitReport', id, { wordsVersion: 0, figuresHash });
    expect(stale).toMatchObject({ status: 409, body: { code: 'report.figuresChanged' } });
    const write = (text: string, version: number) =>
      onReport(app, focal, 'writeReport', id, { version, sections: [{ key: 'strengths', text }] });
    expect((await write('Bà con hưởng ứng.', 0)).body.version).toBe(1);
    expect(await write('Ghi đè.', 0)).toMatchObject({ status: 409, body: { code: 'report.wordsChanged' } });
    const { body } = await onReport(app, focal, 'readReport', id);
    const words = await onReport(app, focal, 'submitReport', id, { wordsVersion: 0, figuresHash: body.figuresHash });
    expect(words.body.code).toBe('report.wordsChanged');
  });

  it('is late with a reason, and closed after ten days unless its receiver allows a day', async () => {
    const { id } = await june();
    on('2022-06-26');
    expect((await send(app, focal, id)).body).toMatchObject({
      code: 'report.lateReasonMissing',
      details: [{ path: 'lateReason', params: { days: 2 } }],
    });
    on('2022-07-06');
    expect((await send(app, focal, id, { lateReason: 'Mất điện' })).body.code).toBe('report.closed');
    const until = { until: '2022-07-07', reason: 'Mất điện cả xã' };
    expect((await onReport(app, district, 'allowLateReport', id, until)).body.exception).toEqual(until);
    expect((await send(app, focal, id, { lateReason: 'Mất điện' })).body).toMatchObject({
      state: 'submitted',
      daysLate: 12,
    });
  });

  it('is not sent before its period is over', async () => {
    const { id } = await openReport(app, focal, village.communeId, '2022-07');
    expect((await send(app, focal, id)).body.code).toBe('report.tooEarly');
  });
});

describe('A typed figure', () => {
  it('is marked with who and why, and refused against its definition', async () => {
    const { id } = await june();
    const type = (body: Record<string, unknown>) => onReport(app, focal, 'typeFigure', id, { code: 'CQ03', ...body });
    const good = await type({ numerator: 80, denominator: 100, source: 'Bộ phận Một cửa, 14/6' });
    expect(good.body).toMatchObject({
      now: { numerator: 80, denominator: 100 },
      typed: { source: 'Bộ phận Một cửa, 14/6' },
    });
    const codes = await Promise.all([
      type({ numerator: 101, denominator: 100, source: 'x' }),
      type({ numerator: 5, denominator: 0, source: 'x' }),
      type({ numerator: 5, source: 'x' }),
      type({ numerator: 5, denominator: 9 }),
      type({ code: 'CQ02', numerator: 5, source: 'x' }),
      type({ code: 'ZZ99', numerator: 5, source: 'x' }),
    ]);
    expect(codes.map(({ body }) => body.code)).toEqual([
      'report.partAboveWhole',
      'report.denominatorZero',
      'report.denominatorMissing',
      'report.sourceMissing',
      'report.notTyped',
      'report.indicatorUnknown',
    ]);
  });
});

describe('Who may', () => {
  it('write is the focal officer of the very unit; decide is the receiver', async () => {
    const { id } = await june();
    const words = { version: 0, sections: [] };
    expect((await onReport(app, district, 'writeReport', id, words)).status).toBe(403);
    expect((await onReport(app, village.officer, 'writeReport', id, words)).status).toBe(403);
    expect((await onReport(app, village.officer, 'readReport', id)).status).toBe(200);
    await send(app, focal, id);
    expect((await onReport(app, focal, 'acceptReport', id, { version: 1 })).status).toBe(403);
    const other = await buildVillage(app, { commune: 'Dân Lý' });
    expect((await onReport(app, other.officer, 'readReport', id)).status).toBe(403);
  });
});

describe('What cannot be meant', () => {
  const open = (month: string) =>
    app.call(routes.openReport, {
      token: focal.token,
      key: crypto.randomUUID(),
      params: { unitId: village.communeId },
      body: { month },
    });
  const withdraw = (reportId: string) =>
    app.call(routes.withdrawReport, { token: focal.token, key: crypto.randomUUID(), params: { reportId } });

  it('a month in which the commune had no team is not opened', async () => {
    expect((await open('2010-03')).body).toMatchObject({ code: 'report.notOwing', details: [{ path: 'month' }] });
  });

  it('a month that was opened by mistake is taken back, one that is owed or written in is not', async () => {
    on('2022-08-01');
    const { id } = (await open('2022-06')).body;
    expect((await onReport(app, focal, 'readReport', id)).body.may.withdraw).toBe(true);
    expect((await withdraw(id)).status).toBe(204);
    expect((await onReport(app, focal, 'readReport', id)).status).toBe(404);
    const again = (await open('2022-06')).body;
    await onReport(app, focal, 'writeReport', again.id, { version: 0, sections: [{ key: 'strengths', text: 'Tốt.' }] });
    expect((await withdraw(again.id)).body.code).toBe('report.notWithdrawable');
    expect((await withdraw((await open('2022-08')).body.id)).body.code).toBe('report.notWithdrawable');
  });

  it.each([['{{ZZ99.now}}'], ['{{CQ02.tomorrow}}'], ['{{ CQ02.now }}']])(
    'words that ask for the figure %s are refused at their place',
    async (figure) => {
      const { id } = await june();
      const sections = [
        { key: 'strengths', text: 'Có {{CQ02.now}} hồ sơ.' },
        { key: 'difficulties', text: `Còn ${figure} hồ sơ.` },
      ];
      expect((await onReport(app, focal, 'writeReport', id, { version: 0, sections })).body).toMatchObject({
        code: 'report.figureUnknown',
        details: [{ path: 'sections.1.text', params: { figure } }],
      });
      const known = await onReport(app, focal, 'writeReport', id, { version: 0, sections: sections.slice(0, 1) });
      expect(known.status).toBe(200);
    },
  );

  it('a day until which a report may be late lies within two months', async () => {
    const { id } = await june();
    const allow = (until: string) => onReport(app, district, 'allowLateReport', id, { until, reason: 'Mưa lũ' });
    expect((await allow('2099-01-01')).body).toMatchObject({
      code: 'report.exceptionTooFar',
      details: [{ path: 'until', params: { latest: '2022-08-19' } }],
    });
    expect((await allow('2022-08-19')).status).toBe(200);
  });
});

describe('A sum of what others sent', () => {
  it('says that it is one, with all teams and members beside it, as Appendix 1 counts them', async () => {
    const other = await buildVillage(app, { commune: 'Dân Lý', districtId: village.districtId });
    const districtReport = async () => (await openReport(app, district, village.districtId, '2022-06')) as Report;
    const organization = async () =>
      (await districtReport()).words.sections.find(({ key }: { key: string }) => key === 'organization')!.text;
    const [teams, members] = [
      village.teams.length + other.teams.length,
      3 * (village.teams.length + other.teams.length),
    ];
    const whole = `- Toàn huyện có ${teams} Tổ công nghệ số cộng đồng với ${members} thành viên theo danh sách đến hết ngày 14/6/2022.`;
    expect(await organization()).toBe(whole);
    await send(app, focal, (await june()).id);
    expect((await organization()).split('\n').slice(0, 2)).toEqual([
      whole,
      '- Các đơn vị đã gửi báo cáo có {{TC01.now}} Tổ với {{TC03.now}} thành viên; {{TC02.now}}% số thôn, bản, khu phố của các đơn vị này có Tổ.',
    ]);
  });
});
