/** The methods of the Bot API that the project uses, as strict as the real server where a mistake could hide. */
import { type Button, refused, type Refusal, type TelegramChats } from './telegram-chats.ts';
import { readTelegramHtml } from './telegram-html.ts';
import type { SendWindows } from './telegram-limits.ts';

type Params = Record<string, unknown>;
export type MethodResult = { result: unknown } | Refusal;

export interface Webhook {
  url: string;
  secret: string;
}

export interface MethodState {
  chats: TelegramChats;
  windows: SendWindows;
  now(): Date;
  bot: { id: number; username: string };
  webhook: Webhook | null;
  answers: { id: string; text: string }[];
  pending: { update: Params }[];
}

export const methods: Record<string, (state: MethodState, params: Params) => MethodResult> = {
  getMe: ({ bot }) => ({
    result: {
      id: bot.id,
      is_bot: true,
      first_name: 'Tổ Số',
      username: bot.username,
      can_read_all_group_messages: false,
    },
  }),
  sendMessage,
  editMessageText,
  answerCallbackQuery(state, { callback_query_id, text = '' }) {
    if (String(text).length > 200) return refused(400, 'MESSAGE_TOO_LONG');
    state.answers.push({ id: String(callback_query_id), text: String(text) });
    return { result: true };
  },
  setWebhook(state, { url, secret_token }) {
    if (!/^[\w-]{1,256}$/.test(String(secret_token))) return refused(400, 'secret token contains unallowed characters');
    state.webhook = url ? { url: String(url), secret: String(secret_token) } : null;
    return { result: true };
  },
  deleteWebhook(state) {
    state.webhook = null;
    return { result: true };
  },
  getUpdates(state) {
    if (state.webhook)
      return { code: 409, description: "Conflict: can't use getUpdates method while webhook is active" };
    return { result: state.pending.splice(0).map(({ update }) => update) };
  },
  createForumTopic({ chats }, { chat_id, name }) {
    const group = chats.groups.get(Number(chat_id));
    if (!group?.forum) return refused(400, 'the chat is not a forum');
    if (typeof name !== 'string' || name.length < 1 || name.length > 128) return refused(400, 'TOPIC_TITLE_INVALID');
    const id = chats.number();
    group.topics.set(id, name);
    return { result: { message_thread_id: id, name, icon_color: 0 } };
  },
  getChatMember({ chats }, { chat_id, user_id }) {
    const known = chats.groups.has(Number(chat_id)) && chats.people.has(Number(user_id));
    return known
      ? { result: { status: 'member', user: chats.userOf(Number(user_id)) } }
      : refused(400, 'chat not found');
  },
};

function textOf({ text, parse_mode }: Params): { text: string } | Refusal {
  if (typeof text !== 'string') return refused(400, 'message text is empty');
  if (parse_mode !== undefined && parse_mode !== 'HTML') return refused(400, 'unsupported parse_mode');
  const read = parse_mode ? readTelegramHtml(text) : { text };
  if ('error' in read) return refused(400, read.error);
  if (read.text.trim() === '') return refused(400, 'message text is empty');
  return read.text.length > 4096 ? refused(400, 'message is too long') : read;
}

function keyboardOf({ reply_markup }: Params, chatId: number): Button[] | Refusal {
  const rows = (reply_markup as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard ?? [];
  for (const button of rows.flat()) {
    const bytes = Buffer.byteLength(button.callback_data ?? '');
    if (!button.text) return refused(400, 'inline keyboard button text is empty');
    if (button.callback_data !== undefined && (bytes < 1 || bytes > 64)) return refused(400, 'BUTTON_DATA_INVALID');
    if (button.web_app && chatId < 0) return refused(400, 'BUTTON_TYPE_INVALID');
    if (button.web_app && !button.web_app.url.startsWith('https://'))
      return refused(400, 'Only HTTPS links are allowed in Web App button');
    if (button.url && !/^(https?|tg):\/\/[^/]*[.:]/.test(button.url)) return refused(400, 'BUTTON_URL_INVALID');
  }
  return rows.flat();
}

function sendMessage({ chats, windows, now }: MethodState, params: Params): MethodResult {
  const chatId = Number(params.chat_id);
  const topicId = params.message_thread_id === undefined ? undefined : Number(params.message_thread_id);
  const text = textOf(params);
  if ('code' in text) return text;
  const buttons = keyboardOf(params, chatId);
  if ('code' in buttons) return buttons;
  const no = chats.refusalFor(chatId, topicId) ?? windows.take(chatId, now().getTime());
  if (no) return no;
  const at = now();
  const message_id = chats.add(chatId, { topicId: topicId ?? null, text: text.text, buttons, at });
  return { result: { message_id, date: Math.floor(at.getTime() / 1000), chat: chats.chatOf(chatId), text: text.text } };
}

function editMessageText({ chats }: MethodState, params: Params): MethodResult {
  const chatId = Number(params.chat_id);
  const message = chats.received(chatId).find(({ messageId }) => messageId === Number(params.message_id));
  if (!message) return refused(400, 'message to edit not found');
  const text = textOf(params);
  if ('code' in text) return text;
  const buttons = keyboardOf(params, chatId);
  if ('code' in buttons) return buttons;
  const { text: shown, buttons: had } = message;
  Object.assign(message, { text: text.text, buttons, before: { text: shown, buttons: had } });
  return { result: { message_id: message.messageId, chat: chats.chatOf(chatId), text: text.text } };
}
