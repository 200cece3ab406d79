/**
 * The fake platforms of the demo on loopback, and the server's settings that point at them. Secrets are made anew at each
 * start; ids stay, so that accounts linked in an earlier run are still the same people's.
 */
import { randomBytes } from 'node:crypto';
import webPush from 'web-push';
import type { Env } from '#platform/config';
import { type PushEmulator, startPushEmulator } from '../../../test/emulators/push.ts';
import { type SmtpEmulator, startSmtpEmulator } from '../../../test/emulators/smtp.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../../test/emulators/telegram.ts';
import { startZaloEmulator, type ZaloEmulator } from '../../../test/emulators/zalo.ts';

const BOT_ID = '7000000001';
export const BOT_NAME = 'to_so_demo_bot';
export const APP_LINK = `https://t.me/${BOT_NAME}/to_so`;

export interface Peers {
  telegram: TelegramEmulator;
  zalo: ZaloEmulator;
  push: PushEmulator;
  smtp: SmtpEmulator;
  /** What an operator would set, for these platforms. */
  settings: Partial<Env>;
  stop(): Promise<void>;
}

const secret = (bytes = 24): string => randomBytes(bytes).toString('base64url');

/** @param keepMail whose mails a fake phone shows; those of all others are only counted */
export async function startPeers(now: () => Date, keepMail: (mailbox: string) => boolean): Promise<Peers> {
  const vapid = webPush.generateVAPIDKeys();
  // Two runs never give one number twice: what comes twice counts once.
  const first = Math.floor(now().getTime() / 1000);
  const telegram = await startTelegramEmulator({
    token: `${BOT_ID}:${secret(27)}`,
    username: BOT_NAME,
    now,
    firstUpdate: first,
  });
  const zalo = await startZaloEmulator({
    now,
    appSecret: secret(),
    oaSecretKey: secret(),
    botToken: `1000000001:${secret()}`,
    miniApiKey: secret(),
    firstId: first,
    receipts: true,
  });
  const push = await startPushEmulator({ now, publicKey: vapid.publicKey });
  const smtp = await startSmtpEmulator({ keep: keepMail });
  const { appId, appSecret, oaSecretKey, botToken, oaId } = zalo.world.settings;
  const settings: Partial<Env> = {
    SMTP_URL: smtp.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_BOT_NAME: BOT_NAME,
    TELEGRAM_APP_LINK: APP_LINK,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_WEBHOOK_SECRET: secret(),
    ZALO_URL: zalo.url,
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: appSecret,
    ZALO_OA_SECRET_KEY: oaSecretKey,
    ZALO_OA_ID: oaId,
    ZALO_BOT_TOKEN: botToken,
    ZALO_BOT_SECRET: secret(),
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
    VAPID_SUBJECT: 'mailto:van-hanh@to-so.example',
    PUSH_HOSTS: '127.0.0.1',
    // That a platform goes dark is part of the story.
    LOG_LEVEL: 'error',
    // The demo is looked at by day and by night.
    QUIET_FROM: '00:00',
    QUIET_TO: '00:00',
  };
  const stop = async () => void (await Promise.all([telegram.stop(), zalo.stop(), push.stop(), smtp.stop()]));
  return { telegram, zalo, push, smtp, settings, stop };
}
