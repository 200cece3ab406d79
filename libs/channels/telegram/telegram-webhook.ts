/**
 * A webhook call is Telegram's when it carries the secret that was given to setWebhook. It is compared over digests, in
 * constant time and whatever its length, before a byte of the body is read.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Verified } from '../channel.ts';
import type { BotAnswer, BotApi } from './bot-api.ts';
import { objectOf, refuse } from '../http/webhook-body.ts';

export const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** What the bot asks to be told. `chat_member` comes only to administrators of a group. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member', 'chat_member'] as const;

/** What stands in `Verified.body`. */
export interface TelegramCall {
  update: Record<string, unknown>;
  receivedAt: Date;
}

const SECRET = /^[\w-]{16,256}$/;
const MAX_BYTES = 1_000_000;

export function verifyTelegramWebhook(
  secret: string | undefined,
  headers: Record<string, string | undefined>,
  rawBody: Buffer,
  now: Date,
): Verified {
  if (!secret || !SECRET.test(secret)) return refuse('not-configured');
  const given = headers[SECRET_HEADER];
  if (given === undefined) return refuse('no-signature');
  if (!sameText(given, secret)) return refuse('wrong-signature');
  if (rawBody.length > MAX_BYTES) return refuse('too-large');
  const update = objectOf(rawBody);
  if (!update || !Number.isSafeInteger(update.update_id)) return refuse('not-readable');
  return { ok: true, body: { update, receivedAt: now } satisfies TelegramCall };
}

/** @param url https, ours; the secret travels in a header of each call */
export function registerTelegramWebhook(
  api: BotApi,
  { url, secret }: { url: string; secret: string },
): Promise<BotAnswer> {
  return api.call('setWebhook', { url, secret_token: secret, allowed_updates: allowedUpdates, max_connections: 20 });
}

export function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
