/**
 * Proves who opened the mini-app inside Telegram: launch data signed with the bot's token (HMAC-SHA-256) or, for a service
 * that must not hold the token, with Telegram's own key (Ed25519). Source: Telegram Mini Apps, "Validating data received
 * via the Mini App". Strict where the scheme is silent: a pair twice, a broken escape or a future date is refused.
 */
import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { readLaunch, type TelegramLaunch } from './read-launch.ts';

export type InitDataKey =
  | { kind: 'hmac'; botToken: string }
  /** `publicKey`: 32 bytes in hex; Telegram's production key by default. */
  | { kind: 'ed25519'; botId: string; publicKey?: string };

export interface InitDataRules {
  now: Date;
  /** Milliseconds; an hour for a login. */
  maxAgeMs?: number;
  /** How far the phone's or Telegram's clock may run before ours. */
  skewMs?: number;
}

export type InitDataRefusal =
  | 'not-configured'
  | 'malformed'
  | 'wrong-signature'
  | 'too-old'
  | 'from-the-future'
  | 'no-user'
  | 'replayed';
export type InitDataResult =
  | { ok: true; launch: TelegramLaunch; replayKey: string; expiresAt: Date }
  | { ok: false; reason: InitDataRefusal };

export const telegramPublicKey = 'e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d';
export const telegramTestPublicKey = '40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec';

/** DER head of an Ed25519 public key, RFC 8410. */
const SPKI = '302a300506032b6570032100';
const MAX_LENGTH = 16_384;
const HOUR_MS = 3_600_000;
const SKEW_MS = 60_000;

/** Decoded pairs in the order sent; undefined when the text is no well-formed query or says one thing twice. */
export function pairsOf(raw: string): Map<string, string> | undefined {
  if (raw.length === 0 || raw.length > MAX_LENGTH) return undefined;
  const pairs = new Map<string, string>();
  for (const part of raw.split('&')) {
    const at = part.indexOf('=');
    if (at <= 0) return undefined;
    const key = decoded(part.slice(0, at));
    const value = decoded(part.slice(at + 1));
    // A line break in a name or value could pass one pair off as two.
    if (!key || value === undefined || pairs.has(key) || /[\n=]/.test(key) || value.includes('\n')) return undefined;
    pairs.set(key, value);
  }
  return pairs;
}

export function checkString(pairs: ReadonlyMap<string, string>, without: readonly string[]): string {
  return [...pairs]
    .filter(([key]) => !without.includes(key))
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('\n');
}

export function telegramMac(text: string, botToken: string): Buffer {
  return createHmac('sha256', createHmac('sha256', 'WebAppData').update(botToken).digest()).update(text).digest();
}

/** Signature first, then date, then content: nothing of the text is believed before it is proven. */
export function verifyInitData(raw: string, key: InitDataKey, rules: InitDataRules): InitDataResult {
  const pairs = pairsOf(raw);
  if (!pairs) return refuse('malformed');
  const proven = verifyPairs(pairs, key);
  if (proven !== true) return refuse(proven);
  const date = dated(pairs, rules);
  if (typeof date === 'string') return refuse(date);
  const launch = readLaunch(pairs, date.at);
  if (!launch) return refuse('malformed');
  if (!launch.user || launch.user.isBot) return refuse('no-user');
  return { ok: true, launch, replayKey: replayKeyOf(pairs), expiresAt: date.expiresAt };
}

/** `hash` is outside of the Ed25519 signature, so neither hash nor signature may tell two uses apart. */
function replayKeyOf(pairs: ReadonlyMap<string, string>): string {
  return createHash('sha256')
    .update(checkString(pairs, ['hash', 'signature']))
    .digest('base64url');
}

export function verifyPairs(
  pairs: ReadonlyMap<string, string>,
  key: InitDataKey,
): true | 'not-configured' | 'malformed' | 'wrong-signature' {
  return key.kind === 'hmac'
    ? verifyHmac(pairs, key.botToken)
    : verifyEd25519(pairs, key.botId, key.publicKey ?? telegramPublicKey);
}

function verifyHmac(pairs: ReadonlyMap<string, string>, botToken: string) {
  if (!botToken) return 'not-configured';
  const hash = pairs.get('hash') ?? '';
  if (!/^[0-9a-f]{64}$/.test(hash)) return 'malformed';
  return (
    timingSafeEqual(telegramMac(checkString(pairs, ['hash']), botToken), Buffer.from(hash, 'hex')) || 'wrong-signature'
  );
}

function verifyEd25519(pairs: ReadonlyMap<string, string>, botId: string, publicKey: string) {
  if (!/^\d+$/.test(botId) || !/^[0-9a-f]{64}$/.test(publicKey)) return 'not-configured';
  const text = pairs.get('signature') ?? '';
  const signature = Buffer.from(text, 'base64url');
  if (signature.length !== 64 || signature.toString('base64url') !== text.replace(/=+$/, '')) return 'malformed';
  const message = `${botId}:WebAppData\n${checkString(pairs, ['hash', 'signature'])}`;
  const key = createPublicKey({ key: Buffer.from(SPKI + publicKey, 'hex'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(message), key, signature) || 'wrong-signature';
}

/** The date of what was signed, unless it is over or has not come yet. */
export function dated(
  pairs: ReadonlyMap<string, string>,
  { now, maxAgeMs = HOUR_MS, skewMs = SKEW_MS }: InitDataRules,
) {
  const text = pairs.get('auth_date') ?? '';
  if (!/^\d{9,11}$/.test(text)) return 'malformed';
  const at = Number(text) * 1000;
  if (at > now.getTime() + skewMs) return 'from-the-future';
  if (at < now.getTime() - maxAgeMs - skewMs) return 'too-old';
  return { at: new Date(at), expiresAt: new Date(at + maxAgeMs + skewMs) };
}

function refuse(reason: InitDataRefusal): InitDataResult {
  return { ok: false, reason };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
