/** Telegram and web push, switched on by their own variables; nothing of one is needed for the other. */
import type { Channel } from './channel.ts';
import { createTelegramChannel } from './telegram/telegram-channel.ts';
import { createWebPushChannel } from './web-push/web-push-channel.ts';

export interface TelegramEnvironment {
  PUBLIC_URL?: string | undefined;
  TELEGRAM_BOT_TOKEN?: string | undefined;
  /** The bot's name without @. */
  TELEGRAM_BOT_NAME?: string | undefined;
  /** "https://t.me/<bot>/<app>" */
  TELEGRAM_APP_LINK?: string | undefined;
  TELEGRAM_API_ROOT?: string | undefined;
  TELEGRAM_WEBHOOK_SECRET?: string | undefined;
}

export interface WebPushEnvironment {
  VAPID_PUBLIC_KEY?: string | undefined;
  VAPID_PRIVATE_KEY?: string | undefined;
  VAPID_SUBJECT?: string | undefined;
  /** Suffixes of hosts, separated by commas; the browsers' own push services when absent. */
  PUSH_HOSTS?: string | undefined;
}

export function configuredTelegram(env: TelegramEnvironment): Channel[] {
  if (!env.TELEGRAM_BOT_TOKEN) return [];
  const app = env.PUBLIC_URL && `${env.PUBLIC_URL.replace(/\/$/, '')}/app/`;
  const channel = createTelegramChannel({
    token: env.TELEGRAM_BOT_TOKEN,
    ...(env.TELEGRAM_API_ROOT && { root: env.TELEGRAM_API_ROOT }),
    ...(env.TELEGRAM_WEBHOOK_SECRET && { webhookSecret: env.TELEGRAM_WEBHOOK_SECRET }),
    ...(env.TELEGRAM_BOT_NAME && { username: env.TELEGRAM_BOT_NAME }),
    ...(app && { miniApp: { url: app, ...(env.TELEGRAM_APP_LINK && { directLink: env.TELEGRAM_APP_LINK }) } }),
  });
  return [channel as Channel];
}

export function configuredWebPush(env: WebPushEnvironment): Channel[] {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject, PUSH_HOSTS: hosts } = env;
  if (!publicKey || !privateKey || !subject) return [];
  const channel = createWebPushChannel({
    publicKey,
    privateKey,
    subject,
    ...(hosts && { hosts: hosts.split(',').map((host) => host.trim()) }),
  });
  return [channel as Channel];
}
