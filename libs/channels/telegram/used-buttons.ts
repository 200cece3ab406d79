/** A message of ours whose button was pressed: its answers go, its text says what became of them. Links stay. */
import { textOf } from '../http/json-scalars.ts';
import type { BotApi } from './bot-api.ts';
import { MAX_TEXT } from './render-telegram.ts';
import { type TelegramAddress } from './telegram-address.ts';

type Fields = Record<string, unknown>;

export interface PressedMessage {
  messageId: number;
  text: string;
  /** Bold and the like, as Telegram gave them; they count from the text's start and stay right. */
  entities: unknown[];
  /** Of the button that was pressed. */
  label: string;
  /** Rows of one button: what opens something. */
  links: Fields[][];
}

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Undefined where Telegram no longer knows what stood there. */
export function pressedMessage(message: Fields, data: string): PressedMessage | undefined {
  const { message_id: messageId, text } = message;
  if (!Number.isSafeInteger(messageId) || typeof text !== 'string' || text === '') return undefined;
  const buttons = list(fields(message.reply_markup).inline_keyboard).flatMap(list).map(fields);
  return {
    messageId: Number(messageId),
    text,
    entities: list(message.entities).slice(0, 100),
    label: textOf(buttons.find((button) => button.callback_data === data)?.text),
    links: buttons.flatMap((button) => linkOf(button) ?? []),
  };
}

function linkOf(button: Fields): Fields[][] | undefined {
  const url = textOf(button.url);
  const app = textOf(fields(button.web_app).url);
  const text = textOf(button.text);
  if (!text || !(url || app)) return undefined;
  return [[{ text, ...(app ? { web_app: { url: app } } : { url }) }]];
}

/** Best effort: a message that cannot be changed any more harms nobody. */
export async function markUsed(api: BotApi, to: TelegramAddress, pressed: PressedMessage, line: string): Promise<void> {
  const text = `${pressed.text}\n\n${line}`;
  const keyboard = { reply_markup: { inline_keyboard: pressed.links } };
  const message = { chat_id: to.chatId, message_id: pressed.messageId };
  if (text.length > MAX_TEXT) await api.call('editMessageReplyMarkup', { ...message, ...keyboard });
  else
    await api.call('editMessageText', {
      ...message,
      text,
      ...(pressed.entities.length > 0 && { entities: pressed.entities }),
      ...keyboard,
      link_preview_options: { is_disabled: true },
    });
}
