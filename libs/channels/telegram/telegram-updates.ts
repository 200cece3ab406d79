/**
 * An update of the Bot API as events of ours. Everything in it was written by strangers: each field is looked at before
 * it is used, an update that is not understood is no event, and none makes this throw.
 */
import type { InboundEvent } from '../channel.ts';
import { textOf } from '../http/json-scalars.ts';
import { provenPhone } from './request-contact.ts';
import { telegramAddress } from './telegram-address.ts';
import { pressedMessage } from './used-buttons.ts';
import type { TelegramCall } from './telegram-webhook.ts';

type Fields = Record<string, unknown>;

/**
 * `actor` is the user's id. `data` always has `address` (where to answer) and `private`, in groups also `title` (the topic's
 * name where Telegram tells it, else the group's); by kind, besides:
 * command { command, argument } | action { verb, argument, callbackId, messageId, pressed } | text { text }
 * contact { phone, name } (theirs, proven, E.164) | contact-of-another {} | blocked, unblocked {} | group-joined, group-left {}
 * group-moved { movedTo } | member-joined, member-left { memberId }
 */
export type TelegramEventKind =
  | 'command'
  | 'action'
  | 'text'
  | 'contact'
  | 'contact-of-another'
  | 'blocked'
  | 'unblocked'
  | 'group-joined'
  | 'group-left'
  | 'group-moved'
  | 'member-joined'
  | 'member-left';

export interface Bot {
  id: string;
  username?: string | undefined;
}

interface Found {
  kind: TelegramEventKind;
  actor: string;
  at?: unknown;
  data: Fields;
}

export function normalizeUpdate(bot: Bot, { update, receivedAt }: TelegramCall): InboundEvent[] {
  const found =
    fromMessage(bot, fields(update.message)) ?? fromButton(fields(update.callback_query)) ?? fromMembership(update);
  if (!found || !Number.isSafeInteger(update.update_id)) return [];
  const { kind, actor, data } = found;
  return [
    {
      dedupKey: `telegram:${bot.id}:${String(update.update_id)}`,
      occurredAt: instant(found.at, receivedAt),
      actor,
      kind,
      data,
    },
  ];
}

function fromMessage(bot: Bot, message: Fields | undefined): Found | undefined {
  const chat = message && chatOf(message);
  if (!message || !chat) return undefined;
  const movedTo = integer(message.migrate_to_chat_id);
  if (movedTo) return { kind: 'group-moved', actor: movedTo, at: message.date, data: { ...chat, movedTo } };
  const actor = personOf(message.from);
  if (!actor) return undefined;
  const found = (kind: TelegramEventKind, data: Fields = {}): Found => ({
    kind,
    actor,
    at: message.date,
    data: { ...chat, ...data },
  });
  if (message.contact !== undefined) {
    const phone = provenPhone(message);
    return phone ? found('contact', { phone, name: nameOf(message.from) }) : found('contact-of-another');
  }
  return typeof message.text === 'string' ? fromText(bot, message.text, found) : undefined;
}

const COMMAND = /^\/([a-z]\w{0,31})(?:@(\w{3,64}))?(?:\s+([\s\S]{0,512}))?$/i;

function fromText(bot: Bot, text: string, found: (kind: TelegramEventKind, data: Fields) => Found): Found | undefined {
  const [, command, to, argument = ''] = COMMAND.exec(text) ?? [];
  if (command) {
    const other = to && bot.username && to.toLowerCase() !== bot.username.toLowerCase();
    return other ? undefined : found('command', { command: command.toLowerCase(), argument: argument.trim() });
  }
  return found('text', { text });
}

const ACTION = /^([a-z-]{1,16}):([\w:-]{1,62})$/;

function fromButton(query: Fields | undefined): Found | undefined {
  const message = query && fields(query.message);
  const chat = message && chatOf(message);
  const actor = query && personOf(query.from);
  const [, verb, argument] = ACTION.exec(typeof query?.data === 'string' ? query.data : '') ?? [];
  if (!query || !chat || !actor || !verb || Buffer.byteLength(String(query.data)) > 64) return undefined;
  return {
    kind: 'action',
    actor,
    data: {
      ...chat,
      verb,
      argument,
      callbackId: textOf(query.id),
      messageId: integer(message.message_id) ?? null,
      pressed: pressedMessage(message, String(query.data)) ?? null,
    },
  };
}

const inside = (status: unknown, member: Fields) =>
  status === 'member' ||
  status === 'administrator' ||
  status === 'creator' ||
  (status === 'restricted' && member.is_member === true);

function fromMembership(update: Fields): Found | undefined {
  const mine = fields(update.my_chat_member);
  const change = mine ?? fields(update.chat_member);
  const chat = change && chatOf(change);
  const member = change && fields(change.new_chat_member);
  const actor = change && personOf(change.from);
  if (!change || !chat || !member || !actor || typeof member.status !== 'string') return undefined;
  const present = inside(member.status, member);
  const at = change.date;
  if (!mine) {
    const memberId = personOf(member.user);
    return memberId
      ? { kind: present ? 'member-joined' : 'member-left', actor, at, data: { ...chat, memberId } }
      : undefined;
  }
  if (chat.private) return { kind: present ? 'unblocked' : 'blocked', actor, at, data: chat };
  return { kind: present ? 'group-joined' : 'group-left', actor, at, data: chat };
}

interface Chat extends Fields {
  address: string;
  private: boolean;
  title?: string;
}

function chatOf(of: Fields): Chat | undefined {
  const chat = fields(of.chat);
  const chatId = chat && integer(chat.id);
  if (!chatId || chat.type === 'channel') return undefined;
  const topicId =
    of.is_topic_message === true && Number.isSafeInteger(of.message_thread_id)
      ? Number(of.message_thread_id)
      : undefined;
  const address = telegramAddress.format({ chatId, ...(topicId && { topicId }) });
  if (!telegramAddress.parse(address)) return undefined;
  if (chat.type === 'private') return { address, private: true };
  return { address, private: false, title: (topicId && topicName(of)) || text(chat.title) };
}

/** What a topic's messages stand below is the service message that opened it. */
function topicName(of: Fields): string {
  return text(fields(fields(of.reply_to_message)?.forum_topic_created)?.name);
}

const TITLE = 200;
function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, TITLE) : '';
}

/** Bots are no people. */
function personOf(from: unknown): string | undefined {
  const user = fields(from);
  const id = user && user.is_bot !== true ? integer(user.id) : undefined;
  return id && !id.startsWith('-') ? id : undefined;
}

/** What the sender calls themselves: to be shown, never to be believed. */
function nameOf(from: unknown): string {
  const { first_name: first, last_name: last } = fields(from) ?? {};
  const name = [first, last].filter((part) => typeof part === 'string').join(' ');
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 64);
}

function integer(value: unknown): string | undefined {
  return Number.isSafeInteger(value) && value !== 0 ? String(value) : undefined;
}

function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** @param seconds since 1970, as Telegram writes it; nothing later than when it came */
function instant(seconds: unknown, receivedAt: Date): Date {
  const at = Number.isSafeInteger(seconds) && Number(seconds) > 0 ? Number(seconds) * 1000 : receivedAt.getTime();
  return new Date(Math.min(at, receivedAt.getTime()));
}
