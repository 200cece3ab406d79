/**
 * A month from the work behind it to the province's sum: one process serves, another opens what is owed, reminds and
 * delivers. A commune's month writes itself, is corrected, sent, given back, sent again and accepted; a neighbour is late.
 */
import { OpenReports } from '../../src/modules/reporting/reports/periods/open-reports.ts';
import { type Answer, stopApps } from '../support/app.ts';
import { linesOfDocx } from '../support/files/docx-text.ts';
import type { TestTeam } from '../support/orders.ts';
import { textOfPdf } from '../support/files/pdf-text.ts';
import { buildMember, type TestPerson } from '../support/people.ts';
import { ReportingWorld } from '../support/reporting-world.ts';
import { figure, onReport, openReport, send } from '../support/reports.ts';

const MONTH = '2022-06';
let world: ReportingWorld;
/** What the steps of the story hand on. */
const story = {} as { reportId: string; waitingEntry: string; districtReport: string };

beforeAll(async () => {
  world = await ReportingWorld.start('2022-06-10');
});
afterAll(stopApps);

const read = async (by = world.focal) => (await onReport(world.api, by, 'readReport', story.reportId)).body;
const team = (i = 0, of = world.village) => of.teams[i] as TestTeam;
const report = (by: TestPerson, command: Parameters<typeof onReport>[2], body?: unknown) =>
  onReport(world.api, by, command, story.reportId, body);
const sent = (by: TestPerson, id = story.reportId, more = {}) => send(world.api, by, id, more);
const share = (numerator: number) => ({
  code: 'CQ03',
  numerator,
  denominator: 100,
  source: 'Bộ phận Một cửa xã, sổ theo dõi ngày 14/6',
});

describe("a commune's month", () => {
  it('stands open from its first day, and has written itself when its days are over', async () => {
    await world.work(14, '2022-06-08', team(0));
    await world.work(5, '2022-06-09', team(1));
    story.waitingEntry = await world.tell(6, '2022-06-10', team(1));
    await world.work(9, '2022-06-09', team(0, world.neighbour), world.neighbour.officer);
    expect(await world.worker.get(OpenReports).run()).toBeGreaterThanOrEqual(4);
    story.reportId = await world.reportOf(world.focal, world.village, MONTH);
    expect((await sent(world.focal)).body.code).toBe('report.tooEarly');
    world.on('2022-06-20');
    const draft = await read();
    expect(draft).toMatchObject({ state: 'draft', due: { dueOn: '2022-06-24', daysLeft: 4 }, silent: [] });
    expect(figure(draft, 'CQ01')).toMatchObject({ now: { numerator: 19 }, records: 2, typed: null });
    const { text } = draft.words.sections.find(({ key }: { key: string }) => key === 'digital_government');
    expect(text).toContain('Lượt người được hướng dẫn DVCTT: {{CQ01.now}} lượt');
  });

  it('opens a figure to who did it, where and when', async () => {
    const { kind, records, parts } = await world.source(world.focal, story.reportId, 'CQ01');
    expect(kind).toBe('lines');
    expect(records).toMatchObject([
      { value: 14, happenedOn: '2022-06-08', by: { id: team(0).member.id }, team: { name: 'Thôn 1' } },
      { value: 5, happenedOn: '2022-06-09', by: { id: team(1).member.id }, team: { name: 'Thôn 2' } },
    ]);
    expect(parts.map(({ pair }: { pair: { numerator: number } }) => pair.numerator)).toEqual([14, 5]);
  });

  it('has words beside its figures, which a second officer does not write over', async () => {
    const write = (version: number, strengths: string) =>
      report(world.focal, 'writeReport', {
        version,
        sections: [{ key: 'strengths', text: strengths }],
      });
    expect((await write(0, 'Bà con hưởng ứng.')).body.version).toBe(1);
    expect((await write(0, 'Ghi đè.')).body.code).toBe('report.wordsChanged');
    const { by, sections } = (await read()).words;
    expect(by.id).toBe(world.focal.id);
    expect(sections).toContainEqual({ key: 'strengths', text: 'Bà con hưởng ứng.', drafted: false });
  });

  it('takes a figure from outside with its source, and refuses one that cannot be', async () => {
    const type = (body: Record<string, unknown>) => report(world.focal, 'typeFigure', body);
    expect((await type(share(120))).body.code).toBe('report.partAboveWhole');
    expect((await type({ ...share(80), source: '' })).body.code).toBe('report.sourceMissing');
    expect((await type({ ...share(80), code: 'CQ01' })).body.code).toBe('report.notTyped');
    expect((await type(share(80))).body.typed).toMatchObject({ source: share(80).source, by: { id: world.focal.id } });
  });
});

describe('the list of teams, asked for by a day', () => {
  it('is held back while somebody on it has no phone, and names the row', async () => {
    const someone = await buildMember(world.api, { teamId: team(1).id, fullName: 'Trịnh Thị Nụ', phone: null });
    const body = { title: 'Phụ lục 1', startsOn: '2022-06-20', dueBefore: '2022-06-25' };
    const started = await world.call('startCampaign', world.district, {
      params: { unitId: world.village.districtId },
      body,
    });
    expect(started.body.units).toBe(2);
    expect(await world.told(world.focal)).toContain('campaignStarted');
    const rosterId = await world.reportOf(world.focal, world.village, MONTH, 'roster');
    expect((await sent(world.focal, rosterId)).body).toMatchObject({
      code: 'report.phoneMissing',
      details: [{ params: { count: 1, rows: ['Thôn 2: Trịnh Thị Nụ'] } }],
    });
    const params = { teamId: team(1).id, memberId: someone.postId };
    const phone = { phone: '0512 700 001', from: '2022-06-20' };
    expect((await world.call('changeMember', world.focal, { params, body: phone })).status).toBe(200);
    expect((await sent(world.focal, rosterId)).body).toMatchObject({ state: 'submitted', daysLate: 0 });
  });
});

describe('what passes between commune and district', () => {
  it('is sent as it was read, and nothing else', async () => {
    const { words, figuresHash } = await read();
    await world.confirm(story.waitingEntry);
    const stale = { wordsVersion: words.version, figuresHash };
    expect((await report(world.focal, 'submitReport', stale)).body.code).toBe('report.figuresChanged');
    const { body } = await sent(world.focal);
    expect(body).toMatchObject({ state: 'submitted', version: 1, daysLate: 0 });
    expect(figure(body, 'CQ01').now.numerator).toBe(25);
    expect(await world.told(world.district)).toContain('reportReceived');
  });

  it('comes back with the cell named', async () => {
    const comments = [{ cell: 'CQ03', comment: 'Sổ Một cửa chỉ có 78 hồ sơ.' }];
    const returned = await report(world.district, 'returnReport', { version: 1, comments });
    expect(returned.body.state).toBe('returned');
    expect(await world.told(world.focal)).toContain('reportSentBack');
    expect((await read()).comments).toMatchObject([{ ...comments[0], version: 1, by: { id: world.district.id } }]);
  });

  it('is corrected and sent again; the new version shows what it changed, the old one stays', async () => {
    await report(world.focal, 'typeFigure', share(78));
    const sections = [{ key: 'strengths', text: 'Bà con hưởng ứng. Đã đối chiếu lại với Một cửa.' }];
    await report(world.focal, 'writeReport', { version: 1, sections });
    expect((await sent(world.focal)).body).toMatchObject({ state: 'submitted', version: 2 });
    const { body: versions } = await report(world.district, 'reportVersions');
    expect(versions[0]).toMatchObject({
      version: 2,
      changes: [{ code: 'CQ03', before: { numerator: 80 }, after: { numerator: 78 } }],
      sections: [{ key: 'strengths', before: 'Bà con hưởng ứng.', after: sections[0]?.text }],
    });
    expect(versions[1]).toMatchObject({ version: 1, decision: 'returned' });
    expect(versions[1].contentHash).not.toBe(versions[0].contentHash);
  });

  it('is accepted in the version that was read', async () => {
    const accept = (version: number) => report(world.district, 'acceptReport', { version });
    expect((await accept(1)).body.code).toBe('report.versionChanged');
    expect((await accept(2)).body.state).toBe('accepted');
    expect(await world.told(world.focal)).toContain('reportAccepted');
  });
});

describe('who else knocks', () => {
  it('is refused, whatever is asked', async () => {
    const attempts: [TestPerson, Parameters<typeof onReport>[2], unknown?][] = [
      [world.neighbourFocal, 'readReport'],
      [world.neighbourFocal, 'submitReport', { wordsVersion: 2, figuresHash: 'x' }],
      [team(0).leader, 'readReport'],
      [team(0).leader, 'typeFigure', share(1)],
      [world.village.officer, 'writeReport', { version: 2, sections: [] }],
      [world.district, 'writeReport', { version: 2, sections: [] }],
      [world.focal, 'acceptReport', { version: 2 }],
      [world.focal, 'returnReport', { version: 2, comments: [{ cell: 'CQ03', comment: 'Trả lại' }] }],
      [world.province, 'acceptReport', { version: 2 }],
      [{ ...world.focal, token: 'nobody' }, 'readReport'],
    ];
    const answers: [string, number][] = [];
    for (const [by, command, body] of attempts) answers.push([command, (await report(by, command, body)).status]);
    // The province stands above the receiver and may step in; here it finds nothing left to accept.
    expect(answers.map(([, status]) => status)).toEqual([403, 403, 403, 403, 403, 403, 403, 403, 409, 401]);
    expect(
      (await world.call('reportBoard', world.focal, { params: { unitId: world.village.districtId } })).status,
    ).toBe(403);
    expect(await read()).toMatchObject({ state: 'accepted', version: 2 });
  });
});

describe('after the day', () => {
  it('a fact that comes late goes visibly into the next month', async () => {
    world.on('2022-06-27');
    await world.work(3, '2022-06-07', team(0));
    await world.work(8, '2022-06-27', team(0));
    expect(figure(await read(), 'CQ01').now.numerator).toBe(25);
    world.on('2022-07-20');
    const july = await openReport(world.api, world.focal, world.village.communeId, '2022-07');
    expect(figure(july, 'CQ01')).toMatchObject({
      now: { numerator: 11 },
      late: 3,
      before: { numerator: 25 },
      year: { numerator: 36 },
    });
    expect((await world.source(world.focal, july.id, 'CQ01')).records).toMatchObject([
      { value: 3, happenedOn: '2022-06-07', isLate: true },
      { value: 8, happenedOn: '2022-06-27', isLate: false },
    ]);
    world.on('2022-06-27');
  });

  it('who has not sent is named with the days, and reminded once a day', async () => {
    const board = await world.boardOf(world.district, world.village.districtId, MONTH);
    expect(board.counts).toEqual({ onTime: 1, late: 0, returned: 0, missing: 1, notDue: 0, accepted: 1 });
    expect(
      board.units.map(({ unit, status, daysLate }: { unit: { name: string }; status: string; daysLate: number }) => [
        unit.name,
        status,
        daysLate,
      ]),
    ).toEqual([
      ['Dân Lý', 'missing', 3],
      ['Minh Sơn', 'on_time', 0],
    ]);
    const remind = () =>
      world.call('remindReports', world.district, {
        params: { unitId: world.village.districtId },
        body: { month: MONTH, unitIds: [world.neighbour.communeId, world.village.communeId] },
      });
    expect([(await remind()).body, (await remind()).body]).toEqual([
      { reminded: 1, skipped: 1, act: null },
      { reminded: 0, skipped: 2, act: null },
    ]);
    expect((await world.told(world.neighbourFocal)).filter((kind) => kind === 'reportChased')).toHaveLength(1);
  });

  it("the district's own report says who is missing, or waits for them", async () => {
    story.districtReport = (await openReport(world.api, world.district, world.village.districtId, MONTH)).id;
    const early = await sent(world.district, story.districtReport, { lateReason: 'Chờ xã Dân Lý' });
    expect(early.body).toMatchObject({ code: 'report.unitsMissing', details: [{ params: { units: ['Xã Dân Lý'] } }] });
    const lateId = await world.reportOf(world.neighbourFocal, world.neighbour, MONTH);
    expect((await sent(world.neighbourFocal, lateId)).body.code).toBe('report.lateReasonMissing');
    const late = await sent(world.neighbourFocal, lateId, { lateReason: 'Mất điện hai ngày' });
    expect(late.body).toMatchObject({ state: 'submitted', daysLate: 3 });
  });

  it('the sums of district and province equal their parts, down to the record', async () => {
    const own = await sent(world.district, story.districtReport, { lateReason: 'Chờ xã Dân Lý' });
    expect(own.body).toMatchObject({ state: 'submitted', daysLate: 3 });
    expect(figure(own.body, 'CQ01').now.numerator).toBe(25 + 9);
    expect(figure(own.body, 'TC03').now.numerator).toBe(7 + 3);
    for (const [by, unitId] of [
      [world.district, world.village.districtId],
      [world.province, world.village.provinceId],
    ] as const) {
      const { totals, differences } = await world.boardOf(by, unitId, MONTH);
      const codes = totals.map(({ code }: { code: string }) => code);
      const { units } = await world.boardOf(by, unitId, MONTH, codes);
      expect(differences).toEqual([]);
      for (const { code, pair } of totals as { code: string; pair: { numerator: number | null } }[]) {
        const parts = units.flatMap((unit: { figures: { code: string; pair: { numerator: number | null } }[] }) =>
          unit.figures.filter((one) => one.code === code).map((one) => one.pair.numerator ?? 0),
        );
        expect([code, pair.numerator ?? 0]).toEqual([code, parts.reduce((a: number, b: number) => a + b, 0)]);
      }
      expect(totals.find((one: { code: string }) => one.code === 'CQ01').pair.numerator).toBe(34);
    }
    const down = await world.source(world.province, story.districtReport, 'CQ01');
    expect(down.kind).toBe('reports');
    expect(down.parts.map((part: { name: string; pair: unknown }) => [part.name, part.pair]).toSorted()).toEqual([
      ['Xã Dân Lý', { numerator: 9, denominator: null }],
      ['Xã Minh Sơn', { numerator: 25, denominator: null }],
    ]);
    expect(
      (await world.source(world.province, story.reportId, 'CQ01')).records.map(({ value }: { value: number }) => value),
    ).toEqual([14, 5, 6]);
  });
});

describe('as documents', () => {
  const nameOf = ({ headers }: Answer) =>
    decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(String(headers['content-disposition']))?.[1] ?? '');
  const startOf = { docx: 'PK', xlsx: 'PK', pdf: '%PDF-' } as const;

  it('report and list come as DOCX, PDF and XLSX under their names', async () => {
    for (const [format, start] of Object.entries(startOf)) {
      const letter = await world.call('reportDocument', world.focal, {
        params: { reportId: story.reportId },
        query: { format, number: '5', issuedOn: '2022-06-21' },
      });
      const list = await world.call('appendix1', world.focal, {
        params: { unitId: world.village.communeId },
        query: { format, at: '2022-06-21', purpose: 'report' },
      });
      for (const { status, raw } of [letter, list])
        expect([status, raw.subarray(0, start.length).toString(), raw.length > 1_000]).toEqual([200, start, true]);
      expect(nameOf(letter)).toBe(
        `Kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 6 năm 2022 - Xã Minh Sơn.${format}`,
      );
      expect(nameOf(list)).toBe(`Phụ lục 1 - Xã Minh Sơn - 2022-06-21.${format}`);
      if (format === 'docx') {
        expect(linesOfDocx(letter.raw)).toContain('Số: 05/BC-UBND');
        expect(linesOfDocx(list.raw)).toContain('Trịnh Thị Nụ');
      }
      if (format === 'pdf') expect(textOfPdf(list.raw).join('\n')).toContain('Trịnh Thị Nụ');
    }
  });
});
