/** Webhooks of the Bot platform: a secret in a header, and a body that comes wrapped as documented or flat as seen. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { InboundEvent, Verified } from '../channel.ts';
import { numberOf, textOf } from '../http/json-scalars.ts';
import { recordOf } from '../zalo-oa/oa-client.ts';

const MAX_BYTES = 256 * 1024;
/** Text comes from people; other kinds show only that somebody wrote. */
const events = /^message\.(text|image|sticker|voice|unsupported)\.received$/;

/** Both sides are hashed, so that the time tells neither content nor length. */
export function verifyBotWebhook(
  secret: string,
  headers: Record<string, string | undefined>,
  rawBody: Buffer,
): Verified {
  if (secret.length < 8) return { ok: false, reason: 'not-configured' };
  const given = headers['x-bot-api-secret-token'];
  if (!given) return { ok: false, reason: 'no-secret' };
  if (!timingSafeEqual(digest(given), digest(secret))) return { ok: false, reason: 'wrong-secret' };
  if (rawBody.length > MAX_BYTES) return { ok: false, reason: 'not-readable' };
  try {
    return { ok: true, body: JSON.parse(rawBody.toString('utf8')) as unknown };
  } catch {
    return { ok: false, reason: 'not-readable' };
  }
}

export function normalizeBotEvents(verified: Verified): InboundEvent[] {
  if (!verified.ok) return [];
  const outer = recordOf(verified.body);
  const body = 'event_name' in outer ? outer : recordOf(outer.result);
  const name = textOf(body.event_name);
  const kind = events.exec(name)?.[1];
  const message = recordOf(body.message);
  const [from, chat] = [recordOf(message.from), recordOf(message.chat)];
  const [actor, chatId, messageId] = [textOf(from.id), textOf(chat.id), textOf(message.message_id)];
  const occurredAt = new Date(numberOf(message.date));
  if (!kind || from.is_bot === true || !actor || !chatId || !messageId || Number.isNaN(occurredAt.getTime())) return [];
  const group = chat.chat_type === 'GROUP';
  const words = kind === 'text' && typeof message.text === 'string' ? message.text : undefined;
  const data = {
    chatId,
    group,
    messageId,
    ...(words === undefined ? { event: kind } : { text: words }),
  };
  return [
    {
      dedupKey: `${name}:${messageId}`,
      occurredAt,
      actor,
      kind: words === undefined ? 'interaction' : 'text',
      data,
    },
  ];
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
