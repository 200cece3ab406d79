import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody } from '#contracts';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startSmtpEmulator, type SmtpEmulator } from '../../../../../test/emulators/smtp.ts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { signPdf } from '../../../../../test/support/files/signed.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, openReport, send, useMailbox } from '../../../../../test/support/reports.ts';

type View = RouteAnswer<typeof routes.recipients>;
type Wanted = RouteBody<typeof routes.mailAgain>;

let smtp: SmtpEmulator;
let app: TestApp;
let village: Village;
let focal: TestPerson;
let province: TestPerson;

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  app = await startApp({ CLOCK: '2022-06-21T02:00:00Z', SMTP_URL: smtp.url });
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
  province = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
  await papers(focal, village.communeId, ['Sở TT&TT (để b/c)', 'Phòng Văn hóa', 'Chủ tịch UBND xã']);
});

const papers = async (by: TestPerson, unitId: string, recipients: string[]): Promise<void> => {
  const body = { symbol: 'BC-UBND', capacity: 'KT', signerPost: 'PHÓ CHỦ TỊCH', recipients };
  const call = { token: by.token, params: { unitId }, key: randomUUID(), body };
  const { status } = await app.call(routes.writeDocumentSettings, call);
  if (status !== 200) throw new Error('papers');
};
/** Mailboxes of one case only: the emulator serves them all. */
const boxOf = (who: string) => `${who}.${village.communeId.slice(-8)}@x.example`;
const mailsTo = (who: string) => smtp.mails.filter(({ to }) => to === boxOf(who));
const read = async (by = focal, unitId = village.communeId): Promise<View> =>
  (await app.call(routes.recipients, { token: by.token, params: { unitId } })).body;
const name = (office: string, address: string, { by = focal, unitId = village.communeId } = {}) =>
  app.call(routes.nameMailbox, {
    token: by.token,
    params: { unitId },
    key: randomUUID(),
    body: { name: office, address },
  });
const confirm = (mailboxId: string, code: string, { by = focal, unitId = village.communeId } = {}) =>
  app.call(routes.confirmMailbox, {
    token: by.token,
    params: { unitId, mailboxId },
    key: randomUUID(),
    body: { code },
  });
const office = (view: View, of: string) => view.offices.find((each) => each.name === of)!;
const codeOf = (who: string) => /Mã thử: (\d{6})/u.exec(mailsTo(who).at(-1)!.text)?.[1] ?? '';
const wrongFor = (who: string) => String((Number(codeOf(who)) + 1) % 1_000_000).padStart(6, '0');

/** An office's mailbox that read its code out. */
async function confirmed(of: string, who: string, where = { by: focal, unitId: village.communeId }): Promise<View> {
  const { body } = await name(of, boxOf(who), where);
  await app.drain();
  const answer = await confirm(office(body, of).tried!.id, codeOf(who), where);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
async function sent(): Promise<string> {
  const { id } = await openReport(app, focal, village.communeId, '2022-06');
  if ((await send(app, focal, id)).status !== 200) throw new Error('not sent');
  await app.drain();
  return id;
}
const mails = async (reportId: string) =>
  (await app.call(routes.officeMails, { token: focal.token, params: { reportId } })).body;
const again = async (reportId: string, body: Wanted, by = focal) => {
  const answer = await app.call(routes.mailAgain, { token: by.token, params: { reportId }, key: randomUUID(), body });
  await app.drain();
  return answer;
};

it('knows offices from people, and uses a mailbox only after its code came back', async () => {
  const view = await read();
  expect(view.offices.map(({ name: of, isPerson, used }) => [of, isPerson, used])).toEqual([
    ['Sở TT&TT', false, null],
    ['Phòng Văn hóa', false, null],
    ['Chủ tịch UBND xã', true, null],
  ]);
  const { body } = await name('sở tt&tt', boxOf('so'));
  expect(office(body, 'Sở TT&TT')).toMatchObject({ used: null, tried: { address: boxOf('so'), triesLeft: 5 } });
  await app.drain();
  expect(mailsTo('so').map(({ subject }) => subject)).toEqual(['Xã Minh Sơn thử hộp thư của Sở TT&TT']);
  const { id } = office(await read(), 'Sở TT&TT').tried!;
  expect((await confirm(id, wrongFor('so'))).body).toMatchObject({
    code: 'mailbox.codeWrong',
    details: [{ params: { left: 4 } }],
  });
  expect(office(await read(), 'Sở TT&TT').tried).toMatchObject({ state: 'sent', triesLeft: 4 });
  expect((await name('Sở Y tế', boxOf('yte'))).body.code).toBe('mailbox.notNamed');
  expect((await name('Phòng Văn hóa', 'khong phai')).status).toBe(422);
  const done = await confirm(id, codeOf('so'));
  expect(office(done.body, 'Sở TT&TT')).toMatchObject({
    used: { address: boxOf('so'), from: '2022-06-21', unit: { name: 'Minh Sơn' } },
    tried: null,
  });
  expect((await name('Sở TT&TT', boxOf('so').toUpperCase())).body.code).toBe('mailbox.inUse');
});

it('gives a code up after five wrong ones or a week, and counts the tries of one mailbox alone', async () => {
  const { body } = await name('Phòng Văn hóa', boxOf('vh'));
  await app.drain();
  const { id } = office(body, 'Phòng Văn hóa').tried!;
  const right = codeOf('vh');
  // Many at once have no more tries than one after the other.
  const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(id, wrongFor('vh'))));
  expect(answers.filter((answer) => answer.body.code === 'mailbox.codeWrong')).toHaveLength(5);
  expect((await confirm(id, right)).body.code).toBe('mailbox.codeOver');
  await name('Phòng Văn hóa', boxOf('vh'));
  await app.drain();
  expect((await confirm(id, right)).body.code).toBe('mailbox.codeWrong');
  app.clock.advance(8 * 86_400_000);
  expect((await confirm(id, codeOf('vh'))).body.code).toBe('mailbox.codeOver');
});

it('mails the sent version with its PDF to each office once, and again to one that is asked for', async () => {
  await confirmed('Sở TT&TT', 'so');
  smtp.mails.length = 0;
  const id = await sent();
  const route = (by = focal) => app.call(routes.reportRoute, { token: by.token, params: { reportId: id } });
  expect((await route()).body).toEqual({
    canMail: true,
    receiver: { unit: expect.objectContaining({ id: village.districtId }), address: null },
    offices: [
      { name: 'Sở TT&TT', isPerson: false, address: boxOf('so') },
      { name: 'Phòng Văn hóa', isPerson: false, address: null },
      { name: 'Chủ tịch UBND xã', isPerson: true, address: null },
    ],
  });
  expect((await route(await buildFocal(app, (await buildVillage(app, { commune: 'Dân Lý' })).communeId))).status).toBe(
    403,
  );
  const [mail, ...others] = mailsTo('so');
  expect(others).toEqual([]);
  expect(mail!.subject).toBe('Xã Minh Sơn gửi báo cáo tháng 6/2022');
  expect(mail!.text).toContain('Kính gửi Sở TT&TT.');
  expect(mail!.text).not.toContain('/console/');
  expect(mail!.attachments.map(({ name: file }) => file.split('.').at(-1))).toEqual(['pdf']);
  const [row] = await mails(id);
  expect(row).toMatchObject({
    occasion: 'copy',
    recipient: 'Sở TT&TT',
    version: 1,
    round: 1,
    state: 'sent',
    isSigned: false,
  });
  expect((await again(id, { recipient: 'Phòng Văn hóa' })).body.code).toBe('mailbox.none');
  // Signed meanwhile: what goes once more is the signed file.
  const { body: exported } = await app.call(routes.exportForSigning, {
    token: focal.token,
    params: { reportId: id },
    key: randomUUID(),
    body: { format: 'pdf' },
  });
  const params = { reportId: id, exportId: exported.id };
  const { raw } = await app.call(routes.exportedFile, { token: focal.token, params });
  const signed = signPdf(raw);
  await app.call(routes.takeSignedFile, { token: focal.token, params, body: signed });
  expect((await again(id, { mailId: row!.id })).status).toBe(204);
  expect(mailsTo('so')[1]!.attachments[0]!.content.equals(signed)).toBe(true);
  expect((await mails(id))[0]).toMatchObject({ round: 2, isSigned: true, state: 'sent' });
  expect((await again(id, { mailId: row!.id }, province)).status).toBe(403);
});

it('reaches an office by the mailbox of a unit above, until the commune names its own or ends it', async () => {
  await papers(province, village.provinceId, ['Sở TT&TT']);
  await confirmed('Sở TT&TT', 'tinh', { by: province, unitId: village.provinceId });
  expect(office(await read(), 'Sở TT&TT').used).toMatchObject({
    address: boxOf('tinh'),
    unit: { id: village.provinceId },
  });
  app.clock.set(new Date('2022-06-22T02:00:00Z'));
  await confirmed('Sở TT&TT', 'so');
  app.clock.set(new Date('2022-06-23T02:00:00Z'));
  await confirmed('Sở TT&TT', 'moi');
  const now = office(await read(), 'Sở TT&TT');
  expect(now.used!.address).toBe(boxOf('moi'));
  expect(now.earlier).toEqual([{ address: boxOf('so'), from: '2022-06-22', to: '2022-06-23' }]);
  const end = (mailboxId: string) =>
    app.call(routes.endMailbox, {
      token: focal.token,
      params: { unitId: village.communeId, mailboxId },
      key: randomUUID(),
    });
  expect(office((await end(now.used!.id)).body, 'Sở TT&TT').used!.address).toBe(boxOf('tinh'));
  expect((await end(randomUUID())).status).toBe(404);
});

it("uses the unit's own mailbox once its code came back, whatever its card and its papers say", async () => {
  const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  const where = { by: district, unitId: village.districtId };
  await app.database.rows(
    sql`insert into offices (id, unit_id, name, email, validity)
      values (${v7()}, ${village.districtId}, 'Văn phòng', ${boxOf('the')}, '[2022-01-01,)')`,
  );
  const own = async () => (await read(district, village.districtId)).own;
  expect(await own()).toMatchObject({ used: null, tried: null, untried: { address: boxOf('the'), isMailed: false } });
  const first = await sent();
  expect([mailsTo('the'), await mails(first)]).toEqual([[], []]);
  const try_ = (address: string) =>
    app.call(routes.nameMailbox, {
      token: district.token,
      params: { unitId: village.districtId },
      key: randomUUID(),
      body: { address },
    });
  const { body } = await try_(boxOf('huyen'));
  await app.drain();
  expect(mailsTo('huyen').map(({ subject }) => subject)).toEqual(['Huyện Triệu Sơn thử hộp thư của mình']);
  const { id } = (body as View).own.tried!;
  expect((await confirm(id, wrongFor('huyen'), where)).body.code).toBe('mailbox.codeWrong');
  expect((await confirm(id, codeOf('huyen'), where)).body.own).toMatchObject({
    used: { address: boxOf('huyen'), unit: { id: village.districtId } },
    tried: null,
    untried: null,
  });
  expect((await try_(boxOf('huyen'))).body.code).toBe('mailbox.inUse');
  const route = await app.call(routes.reportRoute, { token: focal.token, params: { reportId: first } });
  expect(route.body.receiver.address).toBe(boxOf('huyen'));
  // It is the district's alone: a commune below has none by it.
  expect((await read()).own).toMatchObject({ used: null, untried: null });
  expect((await read()).offices.map(({ name: of }) => of)).not.toContain('');
});

it('goes on mailing where copies went before mailboxes were tried, until another one is', async () => {
  const before = boxOf('cu');
  await app.database.rows(
    sql`insert into offices (id, unit_id, name, email, validity)
      values (${v7()}, ${village.districtId}, 'Văn phòng', ${before}, '[2022-01-01,)')`,
  );
  const first = await sent();
  const at = app.clock.now();
  await app.database.rows(
    sql`insert into office_mails (id, report_id, version, occasion, unit_id, address, state, due_at, sent_at, made_at)
      values (${v7()}, ${first}, 1, 'submitted', ${village.districtId}, ${before.toUpperCase()}, 'sent', ${at}, ${at}, ${at})`,
  );
  const [mail] = await mails(first);
  expect((await again(first, { mailId: mail!.id })).status).toBe(204);
  expect(mailsTo('cu')).toHaveLength(1);
  await useMailbox(app, village.districtId, boxOf('moi'), province);
  expect((await again(first, { mailId: mail!.id })).status).toBe(204);
  expect([mailsTo('cu'), mailsTo('moi')].map((sentTo) => sentTo.length)).toEqual([1, 1]);
});

it('sends no more than ten codes within an hour, whatever is given up between', async () => {
  for (let n = 0; n < 10; n++) {
    const { body } = await name('Sở TT&TT', boxOf(`so${n}`));
    const mailboxId = office(body, 'Sở TT&TT').tried!.id;
    const params = { unitId: village.communeId, mailboxId };
    expect((await app.call(routes.endMailbox, { token: focal.token, params, key: randomUUID() })).status).toBe(200);
  }
  expect((await name('Sở TT&TT', boxOf('so'))).body.code).toBe('notification.tooManyTests');
});
