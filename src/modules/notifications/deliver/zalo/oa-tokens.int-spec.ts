import { sql } from '#platform/database';
import { DeliveryChannels } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { databaseForSuite } from '../../../../../test/support/database.ts';
import { startZaloEmulator, type ZaloEmulator } from '../../../../../test/emulators/zalo.ts';
import { Interactions } from './interactions.ts';
import { OaAccount } from './oa-account.ts';
import { OaTokenStore } from './oa-token-store.ts';

const MORNING = '2022-06-21T02:00:00.000Z';
const HALF_LIFE_MS = 13 * 3_600_000;
let zalo: ZaloEmulator;
let first: TestApp;
let second: TestApp;

/** Two processes on one database, as two workers would be. */
beforeEach(async () => {
  const DATABASE_URL = await databaseForSuite();
  zalo = await startZaloEmulator({ now: () => first?.clock.now() ?? new Date(MORNING) });
  const env = {
    DATABASE_URL,
    CLOCK: MORNING,
    ZALO_URL: zalo.url,
    ZALO_APP_ID: zalo.world.settings.appId,
    ZALO_APP_SECRET: zalo.world.settings.appSecret,
    ZALO_OA_SECRET_KEY: zalo.world.settings.oaSecretKey,
  };
  first = await startApp(env);
  second = await startApp(env);
  second.clock.set(first.clock.now());
  await tokensOf(first).adopt({ ok: true, ...zalo.oauth.issue() });
});
afterEach(async () => {
  await stopApps();
  await zalo.stop();
});

const tokensOf = (app: TestApp) => app.get(OaAccount).tokens!;
const later = (ms: number) => [first, second].forEach(({ clock }) => clock.advance(ms));
const use = (app: TestApp) =>
  tokensOf(app).withToken(
    async (token) => ({ token, refusal: zalo.oauth.refusal(token) }),
    ({ refusal }) => refusal !== undefined,
  );
const row = () =>
  first.database.one<{ sealed: Buffer; version: number }>(
    sql`select sealed, version from channel_tokens where name = ${'zalo-oa'}`,
  );
const alarms = () =>
  first.database.rows<{ detail: string }>(sql`select detail from channel_log where kind = 'token_alarm' order by at`);

describe('the Official Account’s tokens', () => {
  it('are sealed in the row and open in every process', async () => {
    const text = (await row())!.sealed.toString('latin1');
    const tokens = await second.get(OaTokenStore).read();
    expect(text.includes(tokens!.accessToken) || text.includes(tokens!.refreshToken)).toBe(false);
    expect(tokens).toMatchObject({ version: 1, dead: false });
    expect(tokens!.issuedAt).toBeInstanceOf(Date);
  });

  it('count as missing where another key would have to open them, and a new consent replaces them', async () => {
    const stranger = await startApp({
      DATABASE_URL: first.databaseUrl,
      CLOCK: MORNING,
      SECRET_KEY: 'another-secret-of-an-installation-001',
      ZALO_APP_ID: zalo.world.settings.appId,
      ZALO_APP_SECRET: zalo.world.settings.appSecret,
    });
    expect(await tokensOf(stranger).health()).toMatchObject({ state: 'missing' });
    await tokensOf(stranger).adopt({ ok: true, ...zalo.oauth.issue() });
    expect(await tokensOf(stranger).health()).toMatchObject({ state: 'ok' });
  });

  it('are refreshed once when two processes and many sends find them old at the same moment', async () => {
    later(HALF_LIFE_MS);
    const before = zalo.world.requests.get('oauth') ?? 0;
    const results = await Promise.all([first, second].flatMap((app) => Array.from({ length: 10 }, () => use(app))));
    expect((zalo.world.requests.get('oauth') ?? 0) - before).toBe(1);
    expect(zalo.oauth.burnt).toBe(0);
    expect(results.every((result) => 'refusal' in result && result.refusal === undefined)).toBe(true);
    expect(await row()).toMatchObject({ version: 2 });
  });

  it('survive an error body with HTTP 200', async () => {
    later(HALF_LIFE_MS);
    zalo.fail('/oauth', 'error-body', 1);
    expect(await use(first)).toMatchObject({ refusal: undefined });
    expect((await row())!.version).toBe(1);
    later(61_000);
    expect(await use(second)).toMatchObject({ refusal: undefined });
    expect((await row())!.version).toBe(2);
    expect(zalo.oauth.burnt).toBe(0);
  });

  it('alarm when the answer to a refresh is lost and the token is used up, without a word of the tokens', async () => {
    later(HALF_LIFE_MS);
    zalo.fail('/oauth', 'drop-after', 1);
    await use(first);
    later(61_000);
    const result = await use(second);
    expect(result).toMatchObject({ ok: false, cls: 'REAUTH', code: 'OA_REAUTHORISE' });
    await first.drain();
    expect(await alarms()).toEqual([{ detail: 'reauthorise' }]);
    await tokensOf(first).adopt({ ok: true, ...zalo.oauth.issue() });
    later(31_000);
    expect(await use(second)).toMatchObject({ refusal: undefined });
  });

  it('are written at once, even when what was to be done with them fails', async () => {
    const store = first.get(OaTokenStore);
    const tokens = (await store.read())!;
    const failed = store.underLock(async () => {
      await store.write({ ...tokens, askedAt: first.clock.now() });
      throw new Error('the process dies here');
    });
    await expect(failed).rejects.toThrow();
    expect((await second.get(OaTokenStore).read())!.askedAt).toEqual(expect.any(Date));
  });

  it('are locked for as long as the holder needs, over all processes', async () => {
    const order: string[] = [];
    let release = (): void => undefined;
    const held = first.get(OaTokenStore).underLock(async () => {
      await new Promise<void>((resolve) => (release = resolve));
      order.push('first');
    });
    while (!(await lockIsHeld())) await new Promise((resolve) => setImmediate(resolve));
    const waits = second.get(OaTokenStore).underLock(async () => void order.push('second'));
    while ((await waiting()) === 0) await new Promise((resolve) => setImmediate(resolve));
    release();
    await Promise.all([held, waits]);
    expect(order).toEqual(['first', 'second']);
  });
});

const locks = (granted: boolean) =>
  first.database.rows(
    sql`select 1 from pg_locks where locktype = 'advisory' and objid = 28513 and granted = ${granted}
      and database = (select oid from pg_database where datname = current_database())`,
  );
const lockIsHeld = async () => (await locks(true)).length > 0;
const waiting = async () => (await locks(false)).length;

describe('who wrote when', () => {
  it('opens the account’s free window for those who were loaded, and for nobody else', async () => {
    const now = first.clock.now();
    await first.database.rows(
      sql`insert into address_states (channel, address, last_inbound_at, sent_since, changed_at)
        values ('zalo-oa', '501', ${now}, 3, ${now})`,
    );
    const interactions = first.get(Interactions);
    expect(interactions.of('501')).toEqual({ sentSince: 0 });
    await interactions.load(['501', '502']);
    expect(interactions.of('501')).toEqual({ lastInteractionAt: expect.any(Date), sentSince: 3 });
    interactions.sent('501');
    expect(interactions.of('501').sentSince).toBe(4);
    const channel = first.get(DeliveryChannels).inOrder.find(({ id }) => id === 'zalo-oa')!;
    const message = { language: 'vi', title: '', paragraphs: [], footer: '' } as const;
    expect(channel.canSend('501', message, first.clock.now())).toEqual({ kind: 'allow', costVnd: 0 });
    expect(channel.canSend('502', message, first.clock.now())).toMatchObject({ kind: 'deny' });
  });
});
