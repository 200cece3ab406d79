import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startZaloEmulator, type ZaloEmulator } from '../../../../test/emulators/zalo.ts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace } from '../../../../test/support/units.ts';
import { OaAccount } from '../deliver/zalo/index.ts';

let zalo: ZaloEmulator;
let app: TestApp;
let admin: TestPerson;
let member: TestPerson;
beforeEach(async () => {
  zalo = await startZaloEmulator({ now: () => app?.clock.now() ?? new Date() });
  app = await startApp({
    PUBLIC_URL: 'https://to-so.example',
    ZALO_URL: zalo.url,
    ZALO_APP_ID: zalo.world.settings.appId,
    ZALO_APP_SECRET: zalo.world.settings.appSecret,
    ZALO_OA_SECRET_KEY: zalo.world.settings.oaSecretKey,
  });
  const { provinceId, communeId } = await buildPlace(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: provinceId });
  member = await buildOfficer(app, { role: 'focal_officer', unitId: communeId });
});
afterEach(async () => {
  await stopApps();
  await zalo.stop();
});

/** The administrator follows the link and agrees: what Zalo's page brings back. */
async function agreed(): Promise<{ state: string; code: string }> {
  const { status, body } = await app.call(routes.authoriseOa, { token: admin.token });
  expect(status).toBe(200);
  const link = new URL(body.url);
  expect(link.searchParams.get('redirect_uri')).toBe('https://to-so.example/zalo/oauth');
  const code = zalo.oauth.consent(link.searchParams.get('code_challenge') ?? '');
  return { state: link.searchParams.get('state') ?? '', code };
}
const back = (query: Record<string, string>) => app.nest.inject({ method: 'GET', url: '/zalo/oauth', query });
const health = () => app.get(OaAccount).tokens?.health();
const log = () =>
  app.database.rows<{ kind: string; by_id: string }>(
    sql`select kind, by_id from channel_log where kind = 'authorised'`,
  );

describe('the consent of the Official Account', () => {
  it('gives the tokens to the installation, says so in Vietnamese and stands in the log', async () => {
    expect(await health()).toMatchObject({ state: 'missing' });
    const answer = await back({ ...(await agreed()), oa_id: zalo.world.settings.oaId });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.payload).toMatch(/Đã cấp quyền cho Tổ Số/);
    expect(await health()).toMatchObject({ state: 'ok' });
    expect(await log()).toEqual([{ kind: 'authorised', by_id: admin.id }]);
  });

  it('works once, and not for a link of another day', async () => {
    const first = await agreed();
    await back(first);
    expect((await back(first)).payload).toMatch(/đã hết hạn hoặc đã dùng/);
    const late = await agreed();
    app.clock.advance(10 * 60_000 + 1);
    expect((await back(late)).statusCode).toBe(400);
    expect(await log()).toHaveLength(1);
  });

  it('is nobody else’s: forged, mixed and missing states bring nothing', async () => {
    const [one, other] = [await agreed(), await agreed()];
    for (const query of [
      {},
      { code: one.code },
      { state: 'x'.repeat(43), code: one.code },
      { state: `${one.state}'--`, code: one.code },
      { state: one.state, code: other.code },
      { state: other.state },
    ] as Record<string, string>[])
      expect((await back(query)).statusCode).toBe(400);
    expect(await health()).toMatchObject({ state: 'missing' });
    expect(await log()).toEqual([]);
  });

  it('shows nothing that came in the address, and keeps neither state nor verifier', async () => {
    const { state, code } = await agreed();
    const page = (await back({ state: '<script>alert(1)</script>', code })).payload;
    expect(page).not.toMatch(/script|alert/);
    const rows = JSON.stringify(await app.database.rows(sql`select * from oa_consents`));
    expect(rows).not.toContain(state);
  });

  it('is asked for by whoever manages channels only, where a Zalo app is configured', async () => {
    expect(await app.call(routes.authoriseOa, { token: member.token })).toMatchObject({ status: 403 });
    const bare = await startApp();
    const { provinceId } = await buildPlace(bare);
    const other = await buildOfficer(bare, { role: 'admin', unitId: provinceId });
    expect(await bare.call(routes.authoriseOa, { token: other.token })).toMatchObject({
      status: 409,
      body: { code: 'notification.channelOff' },
    });
    expect((await bare.nest.inject({ method: 'GET', url: '/zalo/oauth?state=a&code=b' })).statusCode).toBe(400);
  });
});
