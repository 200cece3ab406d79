/**
 * Two proofs that a phone number is the person's own. First: what the mini-app got from requestContact, signed like launch
 * data. Second, and stronger: the contact message that the bot itself receives in the private chat.
 */
import { dated, type InitDataRefusal, type InitDataRules, pairsOf, verifyPairs } from './init-data.ts';
import { jsonObject } from './read-launch.ts';

export type ContactResult = { ok: true; phone: string } | { ok: false; reason: InitDataRefusal | 'of-another' };

/** @param sessionUserId who is signed in; a contact of anybody else is refused, whoever signed it */
export function verifyRequestedContact(
  raw: string,
  botToken: string,
  sessionUserId: string,
  rules: InitDataRules,
): ContactResult {
  const pairs = pairsOf(raw);
  if (!pairs) return { ok: false, reason: 'malformed' };
  const proven = verifyPairs(pairs, { kind: 'hmac', botToken });
  if (proven !== true) return { ok: false, reason: proven };
  const date = dated(pairs, rules);
  if (typeof date === 'string') return { ok: false, reason: date };
  const contact = jsonObject(pairs.get('contact') ?? '');
  const phone = e164(contact?.phone_number);
  if (!contact || !phone || !Number.isSafeInteger(contact.user_id)) return { ok: false, reason: 'malformed' };
  return String(contact.user_id) === sessionUserId ? { ok: true, phone } : { ok: false, reason: 'of-another' };
}

/** E.164 of the sender's own contact in a private chat; undefined for a forwarded card and for anybody else's. */
export function provenPhone(message: Record<string, unknown>): string | undefined {
  const [contact, from, chat] = [message.contact, message.from, message.chat].map((value) =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {},
  );
  const own =
    Number.isSafeInteger(contact?.user_id) &&
    contact?.user_id === from?.id &&
    chat?.type === 'private' &&
    chat.id === from?.id;
  const forwarded = ['forward_origin', 'forward_from', 'forward_date', 'forward_sender_name', 'via_bot'].some(
    (name) => message[name] !== undefined,
  );
  return own && !forwarded ? e164(contact?.phone_number) : undefined;
}

/** Telegram leaves the plus out on some phones. */
function e164(number: unknown): string | undefined {
  const digits =
    typeof number === 'string' ? /^\+?([1-9]\d{6,14})$/.exec(number.replace(/[\s()-]/g, ''))?.[1] : undefined;
  return digits ? `+${digits}` : undefined;
}
