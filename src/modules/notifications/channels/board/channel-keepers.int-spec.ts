/** Channels serve the whole installation: who may act on them, what the server sets, who has agreed, how often a test is sent. */
import { routes } from '#contracts';
import { DeliveryChannels } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { buildOfficer, buildWholeTeam, type TestPerson } from '../../../../../test/support/people.ts';
import { giveAccount, giveMail } from '../../../../../test/support/routes.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let village: Place;
let admin: TestPerson;
let district: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
  village = await buildPlace(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
});
afterAll(stopApps);

const use = (...channels: EmulatedChannel[]) => app.get(DeliveryChannels).use(channels);
const board = async (by = district) => (await app.call(routes.channels, { token: by.token })).body;

describe('who acts on the channels of the whole installation', () => {
  it('is the administrator at the top; an office above the commune reads the figures and who that is', async () => {
    use(new EmulatedChannel('email'));
    const adminOfDistrict = await buildOfficer(app, { role: 'admin', unitId: village.districtId });
    const province = await buildOfficer(app, { role: 'province_officer', unitId: village.provinceId });
    const acts = [routes.declareDown, routes.declareUp, routes.decideInDoubt, routes.stopAll, routes.resumeAll];
    const bodies = [{ reason: 'Hỏng' }, undefined, { again: false }, { reason: 'Nhầm' }, undefined];
    for (const { token } of [district, province, adminOfDistrict])
      for (const [index, route] of [...acts, routes.sendTest, routes.divertPlan, routes.authoriseOa].entries())
        expect(await app.call(route, { token, params: { channelId: 'email' }, body: bodies[index] })).toMatchObject({
          status: 403,
          body: { code: 'platform.denied' },
        });
    expect(await board()).toMatchObject({
      mayManage: false,
      stopped: null,
      keepers: [{ id: admin.id, fullName: admin.fullName }],
      channels: [
        { id: 'email', state: 'ok', mayManage: false },
        ...Array.from({ length: 6 }, () => ({ state: 'off' })),
      ],
    });
    expect((await board(admin)).keepers).toBeUndefined();
  });
});

describe('tests of one person', () => {
  it('are six within an hour, whatever the channel, and free again after it', async () => {
    const email = new EmulatedChannel('email');
    use(email);
    await giveMail(app, admin);
    const test = () => app.call(routes.sendTest, { token: admin.token, params: { channelId: 'email' } });
    for (let sent = 0; sent < 6; sent++) expect((await test()).body).toEqual({ ok: true, failure: null });
    const refused = await test();
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'notification.tooManyTests', details: [{ params: { minutes: 60, most: 6 } }] },
    });
    expect(Number(refused.headers['retry-after'])).toBe(3600);
    expect(email.sent).toHaveLength(6);
    app.clock.advance(3_600_000);
    expect((await test()).body.ok).toBe(true);
  });
});

describe('what is set outside, and who has agreed', () => {
  it('names each variable of a channel, and shows no secret', async () => {
    const { body } = await app.call(routes.channelSettings, { token: admin.token });
    const push = body.find((row: { channel: string }) => row.channel === 'web-push');
    expect(push).toMatchObject({ on: false });
    expect(push.variables).toContainEqual({ name: 'VAPID_PRIVATE_KEY', isSet: false, needed: true, value: null });
    expect((await app.call(routes.channelSettings, { token: district.token })).status).toBe(403);
  });

  it('shows of a secret only that it is set', async () => {
    const secret = 'smtp://to-so:mua-roi-ngoai-ben@127.0.0.1:2525';
    const clock = app.clock.now().toISOString();
    const other = await startApp({
      DATABASE_URL: app.databaseUrl,
      CLOCK: clock,
      SMTP_URL: secret,
      MAIL_FROM: 'To So <a@b.example>',
    });
    const { body } = await other.call(routes.channelSettings, { token: admin.token });
    const email = body.find((row: { channel: string }) => row.channel === 'email');
    expect(email.on).toBe(true);
    expect(email.variables[0]).toEqual({ name: 'SMTP_URL', isSet: true, needed: true, value: null });
    expect(email.variables[1]).toMatchObject({ name: 'MAIL_FROM', value: 'To So <a@b.example>' });
    expect(JSON.stringify(body)).not.toContain('mua-roi');
  });

  it('counts who has linked an account, by commune and then by hamlet', async () => {
    const team = await buildWholeTeam(app, village.hamletIds[0] as string);
    const focal = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
    await giveAccount(app, team.leader, 'telegram');
    const of = async (unitId: string, by: TestPerson) =>
      (await app.call(routes.channelConsent, { token: by.token, params: { unitId } })).body;
    expect(await of(village.districtId, district)).toMatchObject({
      items: [{ unit: { id: village.communeId }, people: 3, telegram: 1, zalo: 0, none: 2 }],
      total: 1,
    });
    expect(await of(village.communeId, focal)).toMatchObject({
      items: [{ unit: { id: village.hamletIds[0] }, telegram: 1 }],
    });
  });
});
