import { sql } from '#platform/database';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../../test/support/platforms/emulated-channel.ts';
import { buildDirective, buildVillage, type Village } from '../../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../../test/support/people.ts';
import { buildFocal, buildLine, onReport, openReport, send } from '../../../../../../test/support/reports.ts';
import { giveMail, mailOf, signOutEverywhere } from '../../../../../../test/support/routes.ts';
import { RemindReports } from '../../../../reporting/boards/campaigns/remind-reports.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;
let standIn: TestPerson;
let district: TestPerson;
let mail: EmulatedChannel;
let reportId: string;

const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z', PUBLIC_URL: 'https://to-so.example', HOLD_SECONDS: '60' });
  app.drainables.push(() => app.get(Sweep).run());
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-20');
  mail = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([mail]);
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
  standIn = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId, standIn: true });
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  await giveMail(app, focal, standIn, district);
  reportId = (await openReport(app, focal, village.communeId, '2022-06')).id;
});

/** What stands in the person's inbox, newest first. */
async function inbox(person: TestPerson) {
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: person.token });
  return body.items as {
    id: string;
    kind: string;
    title: string;
    body: string;
    reportId: string;
    mandatory: boolean;
  }[];
}
const kindsOf = async (person: TestPerson) => (await inbox(person)).map(({ kind }) => kind);
async function remindOn(day: string) {
  on(day);
  await app.get(RemindReports).run();
  await app.drain();
}
/** Lines of the last mail to the person. */
const lastMail = (person: TestPerson) => mail.sent.filter(({ to }) => to === mailOf(person)).at(-1)?.parts[0];

describe('The reminders of reports', () => {
  it('reaches the focal officer in the words of the directive and opens the report', async () => {
    await remindOn('2022-06-22');
    expect((await inbox(focal))[0]).toMatchObject({
      kind: 'reportReminded',
      title: 'Báo cáo tháng 6/2022: còn 2 ngày',
      body: `Xã Minh Sơn gửi huyện Triệu Sơn trước ngày 25/6 (đến hết ngày 24/6), còn 2 ngày.\n\nBản thảo đã có sẵn. Mở ra xem lại rồi gửi.`,
      reportId,
      mandatory: true,
    });
    const part = lastMail(focal);
    expect(part?.buttons?.[0]).toEqual({
      label: 'Mở báo cáo',
      url: `https://to-so.example/console/#/reports/${reportId}`,
    });
    expect(await kindsOf(standIn)).toEqual([]);
    await remindOn('2022-06-24');
    expect((await inbox(focal))[0]?.title).toBe('Báo cáo tháng 6/2022: hết hạn hôm nay');
    await remindOn('2022-06-27');
    expect((await inbox(focal))[0]?.title).toBe('Báo cáo tháng 6/2022: quá hạn 3 ngày');
  });

  it('goes to the stand-in too when the focal officer has opened none of it', async () => {
    await remindOn('2022-06-22');
    await remindOn('2022-06-24');
    expect(await kindsOf(standIn)).toEqual(['reportReminded']);
    expect(await kindsOf(focal)).toEqual(['reportReminded', 'reportReminded']);
  });

  it('stays with the focal officer who opens it', async () => {
    await remindOn('2022-06-22');
    const [first] = await inbox(focal);
    await app.call(routes.markSeen, { token: focal.token, body: { ids: [first?.id] } });
    await remindOn('2022-06-24');
    expect(await kindsOf(standIn)).toEqual([]);
  });

  it('goes to the stand-in when nothing reaches the focal officer', async () => {
    await signOutEverywhere(app, focal);
    await app.database.rows(sql`delete from emails where person_id = ${focal.id}`);
    await remindOn('2022-06-22');
    expect(await kindsOf(standIn)).toEqual(['reportReminded']);
  });

  it('names the last working day when the due day is a day off', async () => {
    await app.database.rows(
      sql`insert into holidays (on_date, name, kind) values ('2022-06-24', 'Nghỉ lễ', 'holiday')`,
    );
    await remindOn('2022-06-22');
    expect((await inbox(focal))[0]?.body).toContain(
      'Ngày cuối là ngày nghỉ. Ngày làm việc cuối cùng còn đúng hạn là Thứ Năm 23/6.',
    );
    await app.database.rows(sql`delete from holidays where on_date = '2022-06-24'`);
  });

  it('does not tell what was sent before it is told', async () => {
    on('2022-06-22');
    await app.get(RemindReports).run();
    await app.database.rows(sql`update reports set state = 'submitted', version = 1 where id = ${reportId}`);
    expect(await kindsOf(focal)).toEqual([]);
  });
});

describe('Before it is sent', () => {
  const rule = async (isNeeded: boolean) => {
    const directiveId = await buildDirective(app, village.communeId, `9${isNeeded ? 1 : 2}/QĐ-UBND`);
    const { status } = await app.call(routes.setDatedRule, {
      token: village.officer.token,
      key: crypto.randomUUID(),
      params: { unitId: village.communeId },
      body: { value: { kind: 'reportApproval', isNeeded }, from: '2022-06-20', directiveId },
    });
    expect(status).toBe(201);
  };
  const chairOf = async () => {
    const chair = await buildOfficer(app, {
      role: 'committee_member',
      unitId: village.communeId,
      fullName: 'Đỗ Thị Vân',
      title: 'Chủ tịch UBND xã',
    });
    await app.database.rows(sql`update posts set seat = 'head' where id = ${chair.postId as string}`);
    await giveMail(app, chair);
    return chair;
  };
  const seen = async (person: TestPerson) => {
    const { body } = await onReport(app, person, 'readReport', reportId);
    return { report: body, sends: { wordsVersion: body.words.version, figuresHash: body.figuresHash } };
  };

  it('the head of the committee approves it where a rule says so, which sends it', async () => {
    await rule(true);
    expect((await send(app, focal, reportId)).body.code).toBe('report.approvalNeeded');
    const { sends } = await seen(focal);
    expect((await onReport(app, focal, 'askApproval', reportId, sends)).body.code).toBe('report.noApprover');
    const chair = await chairOf();
    const asked = await onReport(app, focal, 'askApproval', reportId, { ...sends, note: 'Xin xem giúp số Thôn 2' });
    expect(asked.body).toMatchObject({
      state: 'draft',
      approvalAsked: { approvers: [chair.id] },
      approval: { isNeeded: true, approvers: [{ fullName: 'Đỗ Thị Vân' }] },
      may: { submit: false, approve: false },
    });
    expect((await onReport(app, focal, 'askApproval', reportId, sends)).body.code).toBe('report.approvalAsked');
    expect((await inbox(chair))[0]).toMatchObject({
      kind: 'reportApprovalAsked',
      title: 'Chờ duyệt: báo cáo tháng 6/2022',
      body: expect.stringContaining('Xin xem giúp số Thôn 2') as string,
      mandatory: true,
    });
    expect((await seen(chair)).report.may.approve).toBe(true);
    const refused = await onReport(app, chair, 'refuseApproval', reportId, { reason: 'Thôn 2 chưa có số' });
    expect(refused.body).toMatchObject({ approvalAsked: null, approval: { refused: { reason: 'Thôn 2 chưa có số' } } });
    expect((await inbox(focal))[0]).toMatchObject({
      kind: 'reportApprovalRefused',
      body: expect.stringContaining('Cần sửa: Thôn 2 chưa có số') as string,
    });
    expect((await onReport(app, chair, 'approveReport', reportId, sends)).body.code).toBe('report.approvalNotAsked');
    await onReport(app, focal, 'askApproval', reportId, sends);
    // What is written meanwhile is not what was read.
    const sections = [{ key: 'strengths', text: 'Các tổ làm tốt.' }];
    await onReport(app, focal, 'writeReport', reportId, { version: sends.wordsVersion, sections });
    expect((await onReport(app, chair, 'approveReport', reportId, sends)).body.code).toBe('report.wordsChanged');
    const approved = await onReport(app, chair, 'approveReport', reportId, (await seen(chair)).sends);
    expect(approved.body).toMatchObject({ state: 'submitted', version: 1, approvalAsked: null });
    expect(approved.body.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      'opened',
      'approval_asked',
      'approval_refused',
      'approval_asked',
      'submitted',
      'approved',
    ]);
    expect((await inbox(focal))[0]).toMatchObject({ kind: 'reportApproved' });
    expect(await kindsOf(district)).toEqual(['reportReceived']);
  });

  it('nobody approves what they asked for, and what waits is sent without it once the rule has ended', async () => {
    await rule(true);
    await app.database.rows(sql`update posts set seat = 'head' where id = ${focal.postId as string}`);
    const { sends } = await seen(focal);
    expect((await onReport(app, focal, 'askApproval', reportId, sends)).body.code).toBe('report.noApprover');
    const chair = await chairOf();
    await onReport(app, focal, 'askApproval', reportId, sends);
    expect((await onReport(app, focal, 'approveReport', reportId, sends)).body.code).toBe('report.approverOnly');
    expect((await onReport(app, village.officer, 'approveReport', reportId, sends)).body.code).toBe(
      'report.approverOnly',
    );
    expect((await onReport(app, focal, 'dropApproval', reportId)).body.approvalAsked).toBeNull();
    await onReport(app, focal, 'askApproval', reportId, sends);
    await app.database.rows(sql`delete from report_approval_rules where unit_id = ${village.communeId}`);
    expect((await send(app, focal, reportId)).body).toMatchObject({ state: 'submitted', approvalAsked: null });
    expect((await onReport(app, chair, 'approveReport', reportId, sends)).body.code).toBe('report.approvalNotAsked');
  });
});

describe('Between sender and receiver', () => {
  it('the receiver hears what was sent and what is asked for, the sender what became of it', async () => {
    await send(app, focal, reportId);
    expect((await inbox(district))[0]).toMatchObject({
      title: 'Xã Minh Sơn đã gửi báo cáo tháng 6/2022',
      body: 'Gửi đúng hạn.\n\nMở ra để nhận, hoặc trả lại và ghi rõ ô cần sửa.',
      reportId,
      mandatory: false,
    });
    await onReport(app, focal, 'askRevision', reportId, { reason: 'Thiếu số của Thôn 2' });
    expect((await inbox(district))[0]).toMatchObject({
      kind: 'revisionAsked',
      body: expect.stringContaining('Lý do: Thiếu số của Thôn 2') as string,
    });
    const comments = [
      { cell: 'CQ02', comment: 'Một cửa chỉ có 9.' },
      { cell: 'difficulties', comment: 'Ghi rõ thôn nào.' },
    ];
    await onReport(app, district, 'returnReport', reportId, { version: 1, note: 'Xem lại giúp', comments });
    const [returned] = await inbox(focal);
    expect(returned?.title).toBe('Huyện Triệu Sơn trả lại báo cáo tháng 6/2022');
    expect(returned?.body).toMatch(/^Cần sửa: CQ02 [^;]+; phần “Khó khăn, vướng mắc”\.\n\nXem lại giúp\n\nSửa rồi/);
    expect(returned?.body).not.toContain('Một cửa');
    expect(await kindsOf(standIn)).toEqual(['reportSentBack']);
    await buildLine(app, village, village.teams[0]!, { code: 'CQ02', value: 9, happenedOn: '2022-06-01' });
    const { body: draft } = await onReport(app, focal, 'readReport', reportId);
    const sections = [{ key: 'difficulties', text: 'Thôn 2 mất sóng.' }];
    await onReport(app, focal, 'writeReport', reportId, { version: draft.words.version, sections });
    await send(app, focal, reportId);
    const told = (await inbox(district))[0]?.body;
    expect(told).toMatch(/^Bản 2, đã sửa. So với bản trước, đổi: .*CQ02 [^;]+;.* phần “Khó khăn, vướng mắc”\.\n/);
    expect(told).not.toContain('mất sóng');
    await onReport(app, district, 'acceptReport', reportId, { version: 2 });
    expect((await inbox(focal))[0]).toMatchObject({
      kind: 'reportAccepted',
      body: 'Bản 2 của xã Minh Sơn đã được nhận và tính vào số liệu chung.',
    });
  });

  it('the receiver asks by hand, and allows a day', async () => {
    on('2022-07-06');
    await app.call(routes.remindReports, {
      token: district.token,
      params: { unitId: village.districtId },
      key: crypto.randomUUID(),
      body: { month: '2022-06', unitIds: [village.communeId] },
    });
    expect((await inbox(focal))[0]).toMatchObject({ kind: 'reportChased', title: 'Nhắc gửi: Báo cáo tháng 6/2022' });
    await onReport(app, district, 'allowLateReport', reportId, { until: '2022-07-08', reason: 'Mất điện cả xã' });
    expect((await inbox(focal))[0]?.body).toBe(
      'Huyện Triệu Sơn cho xã Minh Sơn gửi đến hết ngày 8/7.\n\nLý do: Mất điện cả xã',
    );
  });

  it('a campaign that is taken back at once was told to nobody, a later one says so', async () => {
    const start = async (title: string, dueBefore: string): Promise<string> => {
      const { body } = await app.call(routes.startCampaign, {
        token: district.token,
        params: { unitId: village.districtId },
        key: crypto.randomUUID(),
        body: { title, startsOn: '2022-06-20', dueBefore },
      });
      return body.id;
    };
    const cancel = (campaignId: string) =>
      app.call(routes.cancelCampaign, {
        token: district.token,
        params: { campaignId },
        key: crypto.randomUUID(),
        body: { reason: 'Mở nhầm' },
      });
    const titles = async () => (await inbox(focal)).map(({ title }) => title);
    const before = await titles();
    const hasty = await start('Danh sách nhầm', '2022-08-01');
    expect(await titles()).toContain('Yêu cầu gửi: Danh sách nhầm');
    await cancel(hasty);
    expect(await titles()).toEqual(before);
    const late = await start('Danh sách muộn', '2022-08-02');
    // Told before the clock moves: what is cancelled before its event was read has never been told.
    await app.drain();
    app.clock.advance(61_000);
    await cancel(late);
    expect((await titles()).slice(0, 2)).toEqual([
      expect.stringContaining('Danh sách muộn'),
      'Yêu cầu gửi: Danh sách muộn',
    ]);
  });

  it('a campaign reaches every focal officer, in their own language', async () => {
    await app.database.rows(sql`update people set language = 'en' where id = ${standIn.id}`);
    await app.call(routes.startCampaign, {
      token: district.token,
      params: { unitId: village.districtId },
      key: crypto.randomUUID(),
      body: { title: 'Phụ lục 1', startsOn: '2022-06-20', dueBefore: '2022-07-01' },
    });
    expect((await inbox(focal))[0]?.title).toBe('Yêu cầu gửi: Phụ lục 1');
    expect((await inbox(standIn))[0]?.body).toContain('before 1 July (until the end of 30 June), 10 days left');
  });
});
