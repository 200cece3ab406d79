/** The application beside emulated platforms, with what their phones hand to the mini-app. */
import { routes } from '#contracts';
import { TelegramEmulator } from '../../emulators/telegram.ts';
import { startZaloEmulator, type ZaloEmulator } from '../../emulators/zalo.ts';
import { type Answer, startApp, type TestApp } from '../app.ts';

export interface PlatformsApp {
  app: TestApp;
  telegram: TelegramEmulator;
  zalo: ZaloEmulator;
}

let launches = 0;

/** The emulators' time is the application's. @param env further variables */
export async function startWithPlatforms(env: Record<string, string> = {}): Promise<PlatformsApp> {
  const started: { app?: TestApp } = {};
  const now = () => started.app?.clock.now() ?? new Date();
  const telegram = await new TelegramEmulator({ now }).start();
  const zalo = await startZaloEmulator({ now });
  const { appId, appSecret, oaId, oaSecretKey } = zalo.world.settings;
  const app = await startApp({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_BOT_NAME: 'to_so_bot',
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_WEBHOOK_SECRET: 'invented-secret-of-a-webhook',
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: appSecret,
    ZALO_OA_ID: oaId,
    ZALO_OA_SECRET_KEY: oaSecretKey,
    ZALO_URL: zalo.url,
    ...env,
  });
  started.app = app;
  return { app, telegram, zalo };
}

export async function stopPlatforms({ telegram, zalo }: PlatformsApp): Promise<void> {
  await Promise.all([telegram.stop(), zalo.stop()]);
}

/** Opens the mini-app inside Telegram once more. */
export function openInTelegram({ app, telegram }: PlatformsApp, personId: number): Promise<Answer> {
  const initData = telegram.launch(personId, { query_id: `AAH${launches++}` });
  return app.call(routes.signInWithTelegram, { body: { initData, device: 'Telegram' } });
}

export function openInZalo({ app, zalo }: PlatformsApp, person: Parameters<ZaloEmulator['graph']['accessToken']>[0]) {
  return app.call(routes.signInWithZalo, { body: { accessToken: zalo.graph.accessToken(person), device: 'Zalo' } });
}

let users = 20_000;

/** A phone with Telegram that nobody's account is, with its number and a ticket. */
export async function newcomer(world: PlatformsApp, given: { phone?: string } = {}) {
  const user = users++;
  const { phone } = world.telegram.person(user, given);
  const { ticket } = (await openInTelegram(world, user)).body.link;
  return { user, phone, ticket: ticket as string };
}

export function provePhone({ app, telegram }: PlatformsApp, { user, ticket }: { user: number; ticket: string }) {
  return app.call(routes.provePhone, { body: { ticket, proof: telegram.requestContact(user) } });
}
