/** Chats as they really come: an application that listens, emulated platforms that call it with signed webhooks. */
import type { AccountSpace } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { WebhookQueue } from '../../../src/modules/notifications/webhooks/webhook-queue.ts';
import { OaAccount } from '../../../src/modules/notifications/deliver/zalo/index.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../emulators/telegram.ts';
import { startZaloEmulator, type ZaloEmulator } from '../../emulators/zalo.ts';
import { startApp, type TestApp } from '../app.ts';
import { freePort } from '../free-port.ts';

export const NOON = '2022-06-21T05:00:00.000Z';
export const telegramSecret = 'emulated-telegram-secret-01';
export const botSecret = 'emulated-bot-secret-01';

export interface Chats {
  app: TestApp;
  url: string;
  telegram: TelegramEmulator;
  zalo: ZaloEmulator;
  /** All platforms deliver what waits, each event so many times, and everything is worked off. */
  deliver(times?: 1 | 2, failing?: 'postponed'): Promise<void>;
  stop(): Promise<void>;
}

/** Telegram, the Official Account (authorised) and the Zalo bot, all with their webhooks registered. */
export async function startChats(env: Record<string, string> = {}): Promise<Chats> {
  const started: { app?: TestApp } = {};
  const now = () => started.app?.clock.now() ?? new Date(NOON);
  const telegram = await startTelegramEmulator({ now });
  const zalo = await startZaloEmulator({ now });
  const { settings } = zalo.world;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = await startApp({
    CLOCK: NOON,
    PUBLIC_URL: url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_BOT_NAME: 'to_so_bot',
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_WEBHOOK_SECRET: telegramSecret,
    ZALO_URL: zalo.url,
    ZALO_APP_ID: settings.appId,
    ZALO_APP_SECRET: settings.appSecret,
    ZALO_OA_SECRET_KEY: settings.oaSecretKey,
    ZALO_BOT_TOKEN: settings.botToken,
    ZALO_BOT_SECRET: botSecret,
    ...env,
  });
  started.app = running;
  await running.nest.listen(port, '127.0.0.1');
  running.drainables.push(() => running.get(WebhookQueue).settled());
  await running.get(OaAccount).tokens?.adopt({ ok: true, ...zalo.oauth.issue() });
  await zalo.registerWebhook(`${url}/webhooks/zalo-oa`);
  const deliver = async (times: 1 | 2 = 1, failing?: 'postponed') => {
    await telegram.deliverUpdates(times === 2);
    await zalo.webhooks.flush(times);
    await running.drain(failing);
  };
  const stop = async () => {
    await Promise.all([telegram.stop(), zalo.stop()]);
  };
  return { app: running, url, telegram, zalo, deliver, stop };
}

/** The account is the person's, as if they had linked it. */
export async function tie(app: TestApp, space: AccountSpace, externalId: string, personId: string): Promise<void> {
  const { code } = await app.get(MembershipApi).freshInvite(personId);
  const { outcome } = await app
    .get(MembershipApi)
    .linkByCode({ space, externalId, displayName: '', code, confirmed: true });
  if (outcome !== 'linked') throw new Error(`not tied: ${outcome}`);
}
