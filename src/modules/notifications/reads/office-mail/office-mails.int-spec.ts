import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startSmtpEmulator, type SmtpEmulator } from '../../../../../test/emulators/smtp.ts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { linesOfDocx } from '../../../../../test/support/files/docx-text.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, onReport, openReport, send, useMailbox } from '../../../../../test/support/reports.ts';
import { OfficeMails } from './office-mails.ts';
import { OfficeMailQueue } from './office-mail-queue.ts';
import { OfficeMailStore } from './office-mail-store.ts';

let smtp: SmtpEmulator;
let app: TestApp;
let village: Village;
let focal: TestPerson;
let district: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  app = await startApp({ CLOCK: '2022-06-21T02:00:00Z', SMTP_URL: smtp.url, PUBLIC_URL: 'https://to-so.example' });
});
afterAll(async () => {
  await stopApps();
  await smtp.stop();
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T02:00:00Z'));
  smtp.mails.length = 0;
  village = await buildVillage(app, { commune: 'Minh Sơn' });
  focal = await buildFocal(app, village.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  await useMailbox(app, village.districtId, boxOf('huyen'), district);
});

/** Mailboxes of one case only: the emulator serves them all. */
const boxOf = (who: string) => `${who}.${village.communeId.slice(-8)}@x.example`;
const mailsTo = (who: string) => smtp.mails.filter(({ to }) => to === boxOf(who));
const stateOf = async (id: string) => (await onList(id)).map(({ state }) => state);
const onList = async (reportId: string, by = focal): Promise<{ state: string; failureCode: string | null }[]> =>
  (await app.call(routes.officeMails, { token: by.token, params: { reportId } })).body;

async function sent(): Promise<string> {
  const { id } = await openReport(app, focal, village.communeId, '2022-06');
  const answer = await send(app, focal, id);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

it("brings what was sent to the receiving office's mailbox, with the files as they are kept", async () => {
  const id = await sent();
  await app.drain();
  const [mail, ...others] = mailsTo('huyen');
  expect(others).toEqual([]);
  expect(mail!.subject).toBe('Xã Minh Sơn gửi báo cáo tháng 6/2022');
  expect(mail!.text).toContain('Gửi đúng hạn.');
  expect(mail!.text).toContain(`https://to-so.example/console/#/reports/${id}`);
  expect(mail!.text).not.toMatch(/moi\/|token/);
  expect(mail!.attachments.map(({ name }) => name.split('.').at(-1))).toEqual(['docx', 'pdf']);
  const [docx, pdf] = mail!.attachments;
  expect(linesOfDocx(docx!.content)).toContain('Kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 6 năm 2022');
  expect(pdf!.content.subarray(0, 5).toString()).toBe('%PDF-');
  const params = { reportId: id };
  const archive = (await app.call(routes.reportArchive, { token: focal.token, params })).body;
  expect(archive.map((one: { format: string; version: number }) => [one.version, one.format])).toEqual([
    [1, 'docx'],
    [1, 'pdf'],
  ]);
  const kept = await app.call(routes.archivedFile, {
    token: district.token,
    params,
    query: { version: '1', format: 'docx' },
  });
  expect(kept.raw.equals(docx!.content)).toBe(true);
  expect(await onList(id)).toMatchObject([{ occasion: 'submitted', address: boxOf('huyen'), state: 'sent' }]);
});

it("brings what was accepted to the sender's own mailbox, not to one that its papers name and nobody tried", async () => {
  const papers = { symbol: 'BC-UBND', capacity: 'KT', signerPost: 'PHÓ CHỦ TỊCH', recipients: [] };
  const write = (mailbox?: string | null) =>
    app.call(routes.writeDocumentSettings, {
      token: focal.token,
      params: { unitId: village.communeId },
      key: randomUUID(),
      body: { ...papers, ...(mailbox !== undefined && { mailbox }) },
    });
  expect((await write('khong phai')).body.details).toMatchObject([{ path: 'mailbox', code: 'papers.mailboxShape' }]);
  expect((await write(boxOf('xa'))).body.mailbox).toBe(boxOf('xa'));
  expect((await write()).body.mailbox).toBe(boxOf('xa'));
  const id = await sent();
  const accept = () => onReport(app, district, 'acceptReport', id, { version: 1 });
  await accept();
  await app.drain();
  expect(mailsTo('xa')).toEqual([]);
  await useMailbox(app, village.communeId, boxOf('xa'), focal);
  await app.get(OfficeMails).accepted({ reportId: id, version: 1 });
  await app.drain();
  const [mail] = mailsTo('xa');
  expect(mail!.subject).toBe('Huyện Triệu Sơn đã nhận báo cáo tháng 6/2022 của xã Minh Sơn');
  expect(mail!.attachments).toHaveLength(2);
});

it('mails nothing where the office has no mailbox, also not to the office above', async () => {
  const id = await sent();
  await onReport(app, district, 'acceptReport', id, { version: 1 });
  await app.drain();
  expect(mailsTo('huyen')).toHaveLength(1);
  expect(await onList(id)).toHaveLength(1);
});

it('goes once though its event is worked twice and the queue offers it again', async () => {
  const id = await sent();
  await app.drain();
  const mails = app.get(OfficeMails);
  await mails.submitted({ reportId: id, version: 1 });
  await app.get(OfficeMailQueue).run();
  await app.drain();
  expect(mailsTo('huyen')).toHaveLength(1);
});

it('goes after its worker died, and under one Message-ID when it had gone already', async () => {
  const id = await sent();
  await app.drain();
  const [{ id: mailId }] = (await app.database.rows<{ id: string }>(
    sql`select id from office_mails where report_id = ${id}`,
  )) as [{ id: string }];
  const dies = async (repeats: number) => {
    await app.database.rows(
      sql`update office_mails set state = 'due', sent_at = null, repeats = ${repeats} where id = ${mailId}`,
    );
    expect(await app.get(OfficeMailStore).claim(mailId)).toBeDefined();
    await app.get(OfficeMailQueue).run();
    await app.drain();
    const before = mailsTo('huyen').length;
    app.clock.advance(6 * 60_000);
    await app.get(OfficeMailQueue).run();
    await app.drain();
    return mailsTo('huyen').length - before;
  };
  expect(await dies(0)).toBe(1);
  expect(new Set(mailsTo('huyen').map(({ messageId }) => messageId)).size).toBe(1);
  expect(await stateOf(id)).toEqual(['sent']);
  // A second death leaves it in doubt: it is shown, not sent a third time.
  expect(await dies(1)).toBe(0);
  expect(await onList(id)).toMatchObject([{ state: 'unknown', failureCode: 'worker_died' }]);
});

it('waits for a mail server that is not ready, and says when the mailbox is none', async () => {
  smtp.fail(boxOf('huyen'), 'try-later', 1);
  const id = await sent();
  await app.drain();
  expect(await onList(id)).toMatchObject([{ state: 'due', failureCode: '451' }]);
  app.clock.advance(60_000);
  await app.get(OfficeMailQueue).run();
  await app.drain();
  expect(await stateOf(id)).toEqual(['sent']);
  smtp.fail(boxOf('huyen'), 'unknown-mailbox');
  await onReport(app, district, 'returnReport', id, { version: 1, comments: [{ cell: 'CQ02', comment: 'Xem lại' }] });
  await send(app, focal, id);
  await app.drain();
  expect(await onList(id)).toMatchObject([
    { version: 2, state: 'failed', failureCode: '550' },
    { version: 1, state: 'sent' },
  ]);
});

it('holds while everything is stopped', async () => {
  const act = (route: 'stopAll' | 'resumeAll') =>
    app.call(routes[route], {
      token: admin.token,
      key: randomUUID(),
      ...(route === 'stopAll' && { body: { reason: 'Thử' } }),
    });
  expect((await act('stopAll')).status).toBeLessThan(300);
  const id = await sent();
  await app.drain();
  expect(await onList(id)).toMatchObject([{ state: 'due', failureCode: 'channel_held' }]);
  await act('resumeAll');
  app.clock.advance(6 * 60_000);
  await app.get(OfficeMailQueue).run();
  await app.drain();
  expect(await stateOf(id)).toEqual(['sent']);
});

it('is shown to those who may read the report', async () => {
  const id = await sent();
  const stranger = await buildFocal(app, (await buildVillage(app, { commune: 'Dân Lý' })).communeId);
  for (const route of [routes.officeMails, routes.reportArchive])
    expect((await app.call(route, { token: stranger.token, params: { reportId: id } })).status).toBe(403);
});
