/** Channels serve the whole installation: who may act on them, and how often a test may be sent. */
import { routes } from '#contracts';
import { DeliveryChannels } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../test/support/platforms/emulated-channel.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { giveMail } from '../../../../test/support/routes.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';

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
