import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildDirective, buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { buildFocal } from '../../../../../test/support/reports.ts';
import { giveMail, mailOf } from '../../../../../test/support/routes.ts';

let app: TestApp;
let village: Village;
let admin: TestPerson;
let focal: TestPerson;
let district: TestPerson;
let paper: string;
let mail: EmulatedChannel;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z', PUBLIC_URL: 'https://to-so.example', HOLD_SECONDS: '60' });
  app.drainables.push(() => app.get(Sweep).run());
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T03:00:00Z'));
  mail = new EmulatedChannel('email');
  app.get(DeliveryChannels).use([mail]);
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  focal = await buildFocal(app, village.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  paper = await buildDirective(app, village.provinceId, '206/KH-UBND');
  await giveMail(app, admin, focal, district, village.officer, village.teams[0]!.leader);
});

const reply = { kind: 'reply', days: 2 };
const quiet = { kind: 'quiet', wholeDays: false, quietFrom: '20:00', quietTo: '05:00', lastDay: null };
const FROM = '2022-07-01';

const post = (
  route: (typeof routes)['setDatedRule' | 'previewDatedRule' | 'takeBackDatedRule'],
  unitId: string,
  body: object,
  token = admin.token,
) => app.call(route, { token, params: { unitId }, key: randomUUID(), body });
const announce = (value: object, from = FROM) =>
  post(routes.setDatedRule, village.provinceId, { value, from, directiveId: paper, announce: true });
const takeBack = async (kind: string) =>
  (await post(routes.takeBackDatedRule, village.provinceId, { kind, from: FROM })).body;
const hearers = async (value: object, from = FROM) =>
  (await post(routes.previewDatedRule, village.provinceId, { value, from })).body.hearers;

/** What stands in the person's inbox, newest first. */
async function inbox(person: TestPerson) {
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: person.token });
  return body.items as { kind: string; title: string; short: string; body: string; page: string | null }[];
}
const titles = async (person: TestPerson) => (await inbox(person)).map(({ title }) => title);
const mailsTo = (person: TestPerson) => mail.sent.filter(({ to }) => to === mailOf(person));
const afterTheHold = async () => {
  // Told before the clock moves: what is taken back before its event was read has never been told.
  await app.drain();
  app.clock.advance(61_000);
};

it('counts before it is set who will be told, by the kind of the rule', async () => {
  expect(await hearers(reply)).toEqual({ people: 1, by: [{ who: 'focal', count: 1 }] });
  expect(await hearers({ kind: 'difficulty', days: 7 })).toEqual({
    people: 3,
    by: [
      { who: 'focal', count: 1 },
      { who: 'committee', count: 1 },
      { who: 'above', count: 1 },
    ],
  });
  expect(await hearers(quiet)).toEqual({
    people: 5,
    by: [
      { who: 'focal', count: 1 },
      { who: 'leaders', count: 4 },
    ],
  });
  await app.database.rows(sql`update posts set seat = 'head' where id = ${village.officer.postId as string}`);
  const approval = { kind: 'reportApproval', isNeeded: true };
  expect((await hearers(approval)).by).toContainEqual({ who: 'heads', count: 1 });
  expect(await hearers(reply, '2022-06-21')).toBeNull();
});

it('tells the focal officer what was, what will be, from which day and by which document, and opens the rule', async () => {
  expect((await announce(reply)).body).toMatchObject({ told: 1 });
  expect((await inbox(focal))[0]).toMatchObject({
    kind: 'ruleAnnounced',
    title: 'Quy định đổi từ 1/7: Số ngày trả lời việc',
    short: 'Từ 1/7: Số ngày trả lời…',
    body: expect.stringMatching(
      /đổi quy định này từ ngày 1\/7, theo Kế hoạch 206\/KH-UBND ngày 15\/4\/2022\.\n\nĐang dùng: 3 ngày\.\nTừ ngày 1\/7: 2 ngày\.$/,
    ),
    page: '/rules?kind=reply',
  });
  expect(mailsTo(focal)).toEqual([]);
  await afterTheHold();
  await app.drain();
  expect(mailsTo(focal)[0]?.parts[0]?.buttons?.[0]?.url).toBe('https://to-so.example/console/#/rules?kind=reply');
  for (const other of [admin, district, village.officer, village.teams[0]!.leader])
    expect(await titles(other)).toEqual([]);
});

it('is taken back without a word while nothing has gone out, and with a message afterwards', async () => {
  await announce(reply);
  expect(await titles(focal)).toHaveLength(1);
  expect(await takeBack('reply')).toMatchObject({ told: 0 });
  expect(await titles(focal)).toEqual([]);
  await announce(reply);
  await afterTheHold();
  const standIn = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId, standIn: true });
  const { spans } = (
    await app.call(routes.datedRules, { token: admin.token, params: { unitId: village.provinceId }, query: {} })
  ).body.find(({ kind }: { kind: string }) => kind === 'reply');
  expect(spans[0].announced).toMatchObject({ people: 1 });
  expect(await takeBack('reply')).toMatchObject({ told: 1 });
  expect((await inbox(focal)).map(({ kind }) => kind)).toEqual(['ruleCalledOff', 'ruleAnnounced']);
  expect((await inbox(focal))[0]?.body).toMatch(/dùng từ ngày 1\/7 \(2 ngày\)\.\n\nVẫn như đang dùng: 3 ngày\.$/);
  expect(await titles(standIn)).toEqual([]);
});

it('tells leaders what concerns them, not where the console is, and leaves out who has a rule of their own', async () => {
  const other = await buildVillage(app, { commune: 'Thọ Bình', districtId: village.districtId, hamlets: 1 });
  const own = { value: quiet, from: '2022-06-21', directiveId: other.directiveId };
  expect((await post(routes.setDatedRule, other.communeId, own, other.officer.token)).status).toBe(201);
  const { leader, deputy, member } = village.teams[0]!;
  expect((await announce({ ...quiet, quietTo: '04:30' })).body).toMatchObject({ told: 5 });
  expect((await inbox(leader))[0]).toMatchObject({ kind: 'ruleAnnounced', page: null });
  expect(await titles(deputy)).toHaveLength(1);
  expect(await titles(member)).toEqual([]);
  expect(await titles(other.teams[0]!.leader)).toEqual([]);
  await afterTheHold();
  await takeBack('quiet');
  expect((await inbox(leader)).map(({ kind }) => kind)).toEqual(['ruleCalledOff', 'ruleAnnounced']);
  expect(await titles(focal)).toHaveLength(2);
});

it('is not announced on the day on which it begins, and to nobody unless asked', async () => {
  const late = await announce(reply, '2022-06-21');
  expect([late.status, late.body.code, late.body.details[0].path]).toEqual([422, 'rules.announceLate', 'announce']);
  const { body } = await post(routes.setDatedRule, village.provinceId, {
    value: reply,
    from: FROM,
    directiveId: paper,
  });
  expect(body.told).toBe(0);
  expect(await takeBack('reply')).toMatchObject({ told: 0 });
  expect(await titles(focal)).toEqual([]);
});
