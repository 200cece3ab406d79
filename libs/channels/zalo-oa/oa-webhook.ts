/**
 * Proves that a webhook comes from Zalo: SHA-256 over app id, raw body, timestamp and the account's secret key (a plain
 * hash, not an HMAC). The timestamp stands inside the body, so the body is read once before it is trusted and nothing of
 * it is used until the sum agrees.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Verified } from '../channel.ts';
import { textOf } from '../http/json-scalars.ts';
import { objectOf, refuse } from '../http/webhook-body.ts';

export interface SignedBy {
  appId: string;
  /** The Official Account's secret key; another one than the app's secret. */
  oaSecretKey: string;
  /** Older ones are refused. Zalo sends again for about 1 h 51 min. */
  maxAgeMs?: number;
}

/** What stands in `Verified.body`. */
export interface OaWebhookBody {
  event: Record<string, unknown>;
  /** SHA-256 of the raw body: the key of last resort against duplicates. */
  digest: string;
}

const MAX_BYTES = 256 * 1024;
const MAX_AGE_MS = 2 * 3_600_000;
const SKEW_MS = 60_000;

export function signOaWebhook({ appId, oaSecretKey }: SignedBy, rawBody: Buffer, timestamp: string): string {
  return createHash('sha256').update(appId).update(rawBody).update(timestamp).update(oaSecretKey).digest('hex');
}

export function verifyOaWebhook(
  by: SignedBy,
  headers: Record<string, string | undefined>,
  rawBody: Buffer,
  now: Date,
): Verified {
  if (!by.appId || !by.oaSecretKey) return refuse('not-configured');
  const mac = /^\s*(?:mac\s*=\s*)?([0-9a-f]{64})\s*$/i.exec(headers['x-zevent-signature'] ?? '')?.[1];
  if (!mac) return refuse('no-signature');
  const event = rawBody.length <= MAX_BYTES ? objectOf(rawBody) : undefined;
  const timestamp = timestampOf(event);
  if (!event || !timestamp) return refuse('not-readable');
  const expected = Buffer.from(signOaWebhook(by, rawBody, timestamp), 'hex');
  if (!timingSafeEqual(expected, Buffer.from(mac, 'hex'))) return refuse('wrong-signature');
  if (textOf(event.app_id) !== by.appId) return refuse('another-app');
  const age = now.getTime() - Number(timestamp);
  if (age > (by.maxAgeMs ?? MAX_AGE_MS)) return refuse('too-old');
  if (age < -SKEW_MS) return refuse('from-the-future');
  return {
    ok: true,
    body: { event, digest: createHash('sha256').update(rawBody).digest('hex') } satisfies OaWebhookBody,
  };
}

/** Milliseconds since 1970 as the body writes them: the sum is over this text. */
function timestampOf(event: Record<string, unknown> | undefined): string | undefined {
  const text = textOf(event?.timestamp);
  return /^\d{13}$/.test(text) ? text : undefined;
}
