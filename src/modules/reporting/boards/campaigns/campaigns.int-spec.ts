import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { linesOfDocx } from '../../../../../test/support/files/docx-text.ts';
import { buildFocal, buildLine, figure, onReport, openReport, send } from '../../../../../test/support/reports.ts';
import { RemindReports } from './remind-reports.ts';

interface Commune {
  village: Village;
  focal: TestPerson;
}
let app: TestApp;
let district: TestPerson;
let communes: Commune[];
let districtId: string;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
/** A command or a question of the district. */
const ask = (route: 'startCampaign' | 'cancelCampaign', params: Record<string, string>, body: unknown) =>
  app.call(routes[route], { token: district.token, params, key: crypto.randomUUID(), body });
const read = (
  route: 'previewCampaign' | 'listCampaigns' | 'dashboard' | 'reportBoard',
  query: Record<string, string> = {},
) => app.call(routes[route], { token: district.token, params: { unitId: districtId }, query });

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-20');
  communes = [];
  for (const commune of ['Minh Sơn', 'Dân Lý', 'Thọ Thế']) {
    const village: Village = await buildVillage(app, { commune, ...(communes[0] && { districtId }) });
    districtId = village.districtId;
    communes.push({ village, focal: await buildFocal(app, village.communeId) });
  }
  district = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
});

describe('A campaign', () => {
  const start = (changes: Record<string, unknown> = {}) =>
    app.call(routes.startCampaign, {
      token: district.token,
      params: { unitId: districtId },
      key: crypto.randomUUID(),
      body: { title: 'Phụ lục 1', startsOn: '2022-06-20', dueBefore: '2022-07-01', ...changes },
    });

  it('asks every commune once for its list, due the day before, and nobody without a phone is on it', async () => {
    expect((await start({ dueBefore: '2022-06-20' })).body.code).toBe('campaign.dueBeforeStart');
    const { body } = await start();
    expect(body.units).toBe(3);
    const { village, focal } = communes[0]!;
    const list = await app.call(routes.listReports, { token: focal.token, params: { unitId: village.communeId } });
    const roster = list.body.find((one: { kind: string }) => one.kind === 'roster');
    expect(roster).toMatchObject({ title: 'Phụ lục 1', due: { dueOn: '2022-06-30' }, endsOn: '2022-06-20' });
    await app.database.rows(sql`update phones set state = 'bounced' where person_id = ${village.teams[0]!.leader.id}`);
    expect((await send(app, focal, roster.id)).body).toMatchObject({
      code: 'report.phoneMissing',
      details: [{ params: { count: 1, rows: [`Thôn 1: ${village.teams[0]!.leader.fullName}`] } }],
    });
    await app.database.rows(sql`update phones set state = 'ok' where person_id = ${village.teams[0]!.leader.id}`);
    expect((await send(app, focal, roster.id)).body).toMatchObject({ state: 'submitted', daysLate: 0 });
    const campaigns = await app.call(routes.listCampaigns, { token: district.token, params: { unitId: districtId } });
    expect(campaigns.body[0].counts).toEqual({ onTime: 1, late: 0, returned: 0, missing: 0, notDue: 2 });
    const detail = () =>
      app.call(routes.readCampaign, { token: district.token, params: { campaignId: body.id } }).then((one) => one.body);
    const { units, counts } = await detail();
    expect(counts).toEqual({ onTime: 1, late: 0, returned: 0, missing: 0, notDue: 2 });
    expect(units.map(({ status }: { status: string }) => status).toSorted()).toEqual(['not_due', 'not_due', 'on_time']);
    const remind = () =>
      app.call(routes.remindCampaign, {
        token: district.token,
        params: { campaignId: body.id },
        key: crypto.randomUUID(),
        body: { unitIds: communes.map((one) => one.village.communeId) },
      });
    expect((await remind()).body).toEqual({ reminded: 2, skipped: 1, act: null });
    expect((await remind()).body).toEqual({ reminded: 0, skipped: 3, act: null });
    const after = (await detail()).units;
    const byHand = after.map(({ reminded }: { reminded: { byHandOn: string | null } }) => reminded.byHandOn);
    expect(byHand.filter(Boolean)).toHaveLength(2);
    const focalAsks = await app.call(routes.readCampaign, { token: focal.token, params: { campaignId: body.id } });
    expect(focalAsks.status).toBe(403);
  });

  it('is previewed, refused for days that cannot be meant, and asked for once only', async () => {
    const preview = (query: Record<string, string>) =>
      app.call(routes.previewCampaign, { token: district.token, params: { unitId: districtId }, query });
    expect((await preview({ startsOn: '2022-06-20', dueBefore: '2022-07-01' })).body).toEqual({
      units: 3,
      offices: 0,
      without: 0,
      dueOn: '2022-06-30',
      same: null,
      secondApproval: null,
    });
    expect((await preview({ startsOn: '2020-06-20', dueBefore: '2020-07-01' })).body.code).toBe(
      'campaign.startTooEarly',
    );
    expect((await start({ startsOn: '2020-06-20', dueBefore: '2020-07-01' })).body).toMatchObject({
      code: 'campaign.startTooEarly',
      details: [{ path: 'startsOn' }],
    });
    expect((await start({ dueBefore: '2099-07-01' })).body.code).toBe('campaign.dueTooFar');
    expect((await start({ directiveId: crypto.randomUUID() })).body.code).toBe('campaign.directiveUnknown');
    const first = await start();
    expect((await start()).body.code).toBe('campaign.alreadyAsked');
    expect((await preview({ startsOn: '2022-06-20', dueBefore: '2022-07-01' })).body.same.id).toBe(first.body.id);
  });

  it('taken back is owed by nobody, keeps what was sent, and can be asked for again', async () => {
    const { body } = await start();
    const { village, focal } = communes[0]!;
    const ofCommune = async () =>
      (await app.call(routes.listReports, { token: focal.token, params: { unitId: village.communeId } })).body.filter(
        (one: { kind: string }) => one.kind === 'roster',
      );
    await send(app, focal, (await ofCommune())[0].id);
    const cancel = (token: string | undefined) =>
      app.call(routes.cancelCampaign, {
        token,
        params: { campaignId: body.id },
        key: crypto.randomUUID(),
        body: { reason: 'Mở nhầm' },
      });
    expect((await cancel(focal.token)).status).toBe(403);
    // One that waits to be approved goes as well.
    await app.database.rows(
      sql`insert into report_approvals (id, report_id, asked_at, asked_by, with_missing)
        select gen_random_uuid(), id, now(), ${focal.id}, false from reports where campaign_id = ${body.id} and version = 0`,
    );
    expect((await cancel(district.token)).body).toEqual({ withdrawn: 2, kept: 1 });
    expect((await cancel(district.token)).body.code).toBe('campaign.notFound');
    expect(await ofCommune()).toMatchObject([{ state: 'submitted' }]);
    const list = await app.call(routes.listCampaigns, { token: district.token, params: { unitId: districtId } });
    expect(list.body).toEqual([]);
    expect((await start()).status).toBe(201);
  });
});

describe('A campaign of days', () => {
  const title = 'Kết quả 9 ngày cao điểm, 10/6 đến 18/6';
  const days = { kind: 'results', title, startsOn: '2022-06-10', endsOn: '2022-06-18', dueBefore: '2022-06-25' };
  const start = (changes: Record<string, unknown> = {}) =>
    ask('startCampaign', { unitId: districtId }, { ...days, ...changes });
  const line = (i: number, value: number, happenedOn: string, more: { confirmed?: null; confirmedAt?: string } = {}) =>
    buildLine(app, communes[i]!.village, communes[i]!.village.teams[0]!, { code: 'CQ02', value, happenedOn, ...more });
  const board = (campaignId: string) =>
    app.call(routes.readCampaign, { token: district.token, params: { campaignId } }).then((answer) => answer.body);
  const reportOf = async (i: number) => {
    const { village, focal } = communes[i]!;
    const list = await app.call(routes.listReports, { token: focal.token, params: { unitId: village.communeId } });
    const { id } = list.body.find((one: { kind: string }) => one.kind === 'results');
    return (await onReport(app, focal, 'readReport', id)).body;
  };
  const source = async ({ token }: TestPerson, reportId: string) =>
    (await app.call(routes.figureSource, { token, params: { reportId }, query: { code: 'CQ02' } })).body;
  const now = async (i: number) => figure(await reportOf(i), 'CQ02').now.numerator;

  it('reports what was done on them and nothing of a month or a year, on the form of a month', async () => {
    await line(0, 5, '2022-06-10');
    await line(0, 7, '2022-06-18');
    await line(0, 100, '2022-06-09');
    await line(0, 9, '2022-06-12', { confirmed: null });
    const { body } = await start();
    expect(body.units).toBe(3);
    const report = await reportOf(0);
    expect(report).toMatchObject({ title, startsOn: '2022-06-10', endsOn: '2022-06-18', due: { dueOn: '2022-06-24' } });
    const absent = { numerator: null, denominator: null };
    const ofDays = {
      now: { numerator: 12, denominator: null },
      before: absent,
      year: absent,
      plan: null,
      percent: null,
    };
    expect(figure(report, 'CQ02')).toMatchObject({ ...ofDays, records: 2, late: 0 });
    expect(figure(report, 'TC07').now).toEqual({ numerator: 1, denominator: 2 });
    expect(['TC10', 'DT03', 'CQ03'].map((code) => figure(report, code))).toEqual([undefined, undefined, undefined]);
    const text = report.words.sections.map((one: { text: string }) => one.text).join('\n');
    expect(text).toContain('số cộng đồng từ ngày 10/6/2022 đến hết ngày 18/6/2022 như sau:');
    expect(text).not.toMatch(/\.year|\.before|tháng 6/);
    const { focal } = communes[0]!;
    const sections = [{ key: 'strengths', text: 'Từ đầu năm {{CQ02.year}} hồ sơ.' }];
    const write = await onReport(app, focal, 'writeReport', report.id, { version: 0, sections });
    expect(write.body.code).toBe('report.figureUnknown');
    const typed = { code: 'CQ03', numerator: 8, denominator: 10, source: 'Bộ phận Một cửa' };
    expect((await onReport(app, focal, 'typeFigure', report.id, typed)).body.code).toBe('report.notTyped');
    expect(await source(focal, report.id)).toMatchObject({ kind: 'lines', total: 2, after: 0 });
  });

  it('counts like a month whose days it has', async () => {
    await line(0, 5, '2022-05-15');
    await line(0, 7, '2022-06-14');
    await line(0, 100, '2022-06-15');
    await start({ startsOn: '2022-05-15', endsOn: '2022-06-14' });
    const { village, focal } = communes[0]!;
    const june = await openReport(app, focal, village.communeId, '2022-06');
    const { figures } = await reportOf(0);
    const known = figures.filter((one: { now: { numerator: number | null } }) => one.now.numerator !== null);
    expect(known.length).toBeGreaterThan(8);
    for (const one of known) {
      const { now: ofMonth, records } = figure(june, one.indicator.code);
      expect([one.indicator.code, one.now, one.records]).toEqual([one.indicator.code, ofMonth, records]);
    }
  });

  it('is summed up for the office, and no sum of a month counts its work twice', async () => {
    await Promise.all(communes.map((_, i) => line(i, 10 * (i + 1), '2022-06-12')));
    const { village, focal } = communes[0]!;
    const june = await openReport(app, focal, village.communeId, '2022-06');
    await send(app, focal, june.id);
    const sorted = (figures: { code: string }[]) => figures.map((one) => JSON.stringify(one)).toSorted();
    const months = async () => {
      const [{ body: year }, { body: june }] = [await read('dashboard'), await read('reportBoard')];
      return [year.months.map(({ figures }: { figures: [] }) => sorted(figures)), june.counts, sorted(june.totals)];
    };
    const before = await months();
    const { body } = await start();
    const sent = [await reportOf(0), await reportOf(1)];
    for (const [i, one] of sent.entries()) expect((await send(app, communes[i]!.focal, one.id)).status).toBe(200);
    expect((await onReport(app, district, 'acceptReport', sent[0].id, { version: 1 })).body.state).toBe('accepted');
    expect(await months()).toEqual(before);
    expect(figure(await openReport(app, focal, village.communeId, '2022-07'), 'CQ02').year.numerator).toBe(10);

    const { counts, units, ownReportId } = await board(body.id);
    expect([counts, units.length]).toEqual([{ onTime: 2, late: 0, returned: 0, missing: 0, notDue: 1 }, 3]);
    const own = (await onReport(app, district, 'readReport', ownReportId)).body;
    expect(figure(own, 'CQ02').now.numerator).toBe(30);
    on('2022-06-25');
    expect((await send(app, district, ownReportId)).body.code).toBe('report.unitsMissing');
    const summed = await send(app, district, ownReportId, { withMissing: true });
    expect(summed.body).toMatchObject({ state: 'submitted', daysLate: 0 });
    const params = { reportId: ownReportId };
    const { raw } = await app.call(routes.reportDocument, { token: district.token, params, query: { format: 'docx' } });
    const lines = linesOfDocx(raw);
    expect(lines.slice(lines.indexOf('BÁO CÁO')).slice(0, 2)).toEqual(['BÁO CÁO', title]);
    expect(lines).toContain('- Đã nhận báo cáo của 2/3 đơn vị.');
    const cancelled = await ask('cancelCampaign', { campaignId: body.id }, { reason: 'Đã đủ' });
    expect(cancelled.body).toEqual({ withdrawn: 1, kept: 2 });
  });

  it('is frozen when it is sent; what is confirmed later is in the next version', async () => {
    await line(0, 5, '2022-06-12');
    on('2022-06-18');
    await start();
    const { focal } = communes[0]!;
    const { id } = await reportOf(0);
    expect((await send(app, focal, id)).body.code).toBe('report.tooEarly');
    on('2022-06-20');
    await send(app, focal, id);
    await line(0, 50, '2022-06-13', { confirmedAt: '2022-06-20T05:00:00Z' });
    expect(await now(0)).toBe(5);
    expect((await source(focal, id)).total).toBe(1);
    const comments = [{ cell: 'CQ02', comment: 'Thiếu ngày 13/6' }];
    await onReport(app, district, 'returnReport', id, { version: 1, comments });
    await send(app, focal, id);
    expect([await now(0), (await source(focal, id)).total]).toEqual([55, 2]);
  });

  it('has days that can be meant, once under one name', async () => {
    const refused = async (changes: Record<string, unknown>) => {
      const { code, details } = (await start(changes)).body;
      return [code, details[0].path];
    };
    expect(await refused({ endsOn: undefined })).toEqual(['campaign.endsOnMissing', 'endsOn']);
    expect(await refused({ endsOn: '2022-06-09' })).toEqual(['campaign.endsBeforeStart', 'endsOn']);
    expect(await refused({ endsOn: '2023-06-11' })).toEqual(['campaign.daysTooLong', 'endsOn']);
    // Before the 19th is by the end of the 18th, on which nobody can send it.
    expect(await refused({ dueBefore: '2022-06-19' })).toEqual(['campaign.dueBeforeEnd', 'dueBefore']);
    // The 26th is a Sunday: the Friday before it is the last day itself.
    const early = { endsOn: '2022-06-24', dueBefore: '2022-06-27', shift: 'previous' };
    expect(await refused(early)).toEqual(['campaign.dueBeforeEnd', 'dueBefore']);
    const { id } = (await start()).body;
    expect(await refused({ title: title.toLocaleUpperCase('vi') })).toEqual(['campaign.sameDays', 'title']);
    const { kind, startsOn, endsOn, dueBefore } = days;
    const preview = await read('previewCampaign', { kind, title, startsOn, endsOn, dueBefore });
    expect(preview.body).toMatchObject({ units: 3, offices: 0, dueOn: '2022-06-24', same: { id, title } });
    expect((await start({ title: 'Đợt khác, cùng ngày' })).status).toBe(201);
    // A list that is due by the same day is something else.
    expect((await start({ kind: 'roster', title: 'Phụ lục 1', endsOn: undefined })).status).toBe(201);
    const kinds = (await read('listCampaigns')).body.map((one: { kind: string }) => one.kind);
    expect(kinds.toSorted()).toEqual(['results', 'results', 'roster']);
  });

  it('reminds whoever owes it to somebody, and goes through the offices between', async () => {
    const { provinceId } = communes[0]!.village;
    const province = await buildOfficer(app, { role: 'province_officer', unitId: provinceId });
    const started = await app.call(routes.startCampaign, {
      token: province.token,
      params: { unitId: provinceId },
      key: crypto.randomUUID(),
      body: days,
    });
    const params = { campaignId: started.body.id };
    const { units, ownReportId } = (await app.call(routes.readCampaign, { token: province.token, params })).body;
    const ofDistrict = units.find(({ unit }: { unit: { id: string } }) => unit.id === districtId).report;
    expect(ofDistrict.receiver.id).toBe(provinceId);
    await line(0, 4, '2022-06-12');
    await send(app, communes[0]!.focal, (await reportOf(0)).id);
    on('2022-06-24');
    await app.get(RemindReports).run();
    const reminded = await app.database.rows<{ id: string; n: number }>(
      sql`select id, cardinality(reminded) as n from reports where campaign_id = ${params.campaignId} order by n desc`,
    );
    expect(reminded.find(({ id }) => id === ownReportId)?.n).toBe(0);
    expect(reminded.filter(({ n }) => n > 0)).toHaveLength(units.length - 1);
    await send(app, district, ofDistrict.id, { withMissing: true });
    const own = (await onReport(app, province, 'readReport', ownReportId)).body;
    expect(figure(own, 'CQ02').now.numerator).toBe(4);
  });
});
