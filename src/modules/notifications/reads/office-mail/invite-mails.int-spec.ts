import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startSmtpEmulator, type SmtpEmulator } from '../../../../../test/emulators/smtp.ts';
import { OfficeMailQueue } from './office-mail-queue.ts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';

let smtp: SmtpEmulator;
let app: TestApp;
let village: Village;
let admin: TestPerson;
let letters = 0;

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  app = await startApp({ CLOCK: '2022-06-21T02:00:00Z', SMTP_URL: smtp.url, PUBLIC_URL: 'https://to-so.example' });
});
afterAll(async () => {
  await stopApps();
  await smtp.stop();
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
});

const newcomer = (email?: string) =>
  buildOfficer(app, {
    role: 'committee_member',
    unitId: village.communeId,
    title: 'Ủy viên Ban chỉ đạo',
    signedIn: false,
    ...(email && { email }),
  });
const boxOf = () => `moi${letters++}@x.example`;
const mail = (people: readonly TestPerson[], by = admin) =>
  app.call(routes.mailInvites, { token: by.token, body: { personIds: people.map(({ id }) => id) } });
const mailsTo = (address: string) => smtp.mails.filter(({ to }) => to === address);
const codeIn = (text: string): string => /https:\/\/to-so\.example\/console\/#\/moi\/([\w-]{22})/.exec(text)?.[1] ?? '';
const accept = (code: string) => app.call(routes.acceptInvite, { params: { code }, body: {} });

it('goes to who has an address, opens the account once as the slip does, and names who has none', async () => {
  const address = boxOf();
  const [xuan, po] = [await newcomer(address), await newcomer()];
  const slip = (await app.call(routes.createInvite, { token: admin.token, params: { personId: xuan.id } })).body;
  const { status, body } = await mail([xuan, po]);
  expect(status).toBe(200);
  expect(body).toMatchObject({ mailed: [{ id: xuan.id }], withoutAddress: [{ id: po.id }], tooOften: [] });
  await app.drain();
  expect(mailsTo(address)).toHaveLength(1);
  const [letter] = mailsTo(address);
  expect(letter?.subject).toBe(`Thư mời ${xuan.fullName} vào Tổ Số`);
  expect(letter?.text).toContain('Ủy viên Ban chỉ đạo');
  expect((await accept(slip.code)).body.code).toBe('invite.replaced');
  const code = codeIn(letter?.text ?? '');
  const came = await accept(code);
  expect(came.body.me.person.id).toBe(xuan.id);
  expect((await accept(code)).body.code).toBe('invite.used');
});

it('writes the code nowhere, and sends nothing that a newer one has replaced', async () => {
  const address = boxOf();
  const person = await newcomer(address);
  smtp.fail(address, 'try-later', 1);
  await mail([person]);
  await app.drain();
  expect(mailsTo(address)).toEqual([]);
  await mail([person]);
  app.clock.advance(60_000);
  await app.get(OfficeMailQueue).run();
  await app.drain();
  expect(mailsTo(address)).toHaveLength(1);
  const code = codeIn(mailsTo(address)[0]?.text ?? '');
  expect(code).toHaveLength(22);
  const rows = await app.database.rows<{ row: string }>(
    sql`select to_jsonb(o)::text as row from outbox o union all select to_jsonb(m)::text from office_mails m
        union all select to_jsonb(i)::text from invites i union all select to_jsonb(c)::text from command_answers c`,
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ row }) => row.includes(code))).toEqual([]);
});

it('is refused for one out of reach as a whole, and goes to one mailbox three times a day', async () => {
  const [person, other] = [await newcomer(boxOf()), await newcomer(boxOf())];
  const { officer } = village;
  expect((await mail([person, admin], officer)).status).toBe(403);
  expect(await app.database.rows(sql`select 1 from invites where person_id = ${person.id}`)).toEqual([]);
  for (let n = 0; n < 3; n += 1) expect((await mail([person], officer)).body.mailed).toHaveLength(1);
  expect((await mail([person, other], officer)).body).toMatchObject({
    mailed: [{ id: other.id }],
    tooOften: [{ id: person.id }],
  });
  app.clock.advance(25 * 3_600_000);
});
