/** A chat of the Bot API, and in a forum the topic: "5110001", "-1001234567890", "-1001234567890/7". */
import type { AddressCodec } from '../channel.ts';

export interface TelegramAddress {
  /** Decimal; negative for groups. Kept as text: it may grow beyond 53 bits. */
  chatId: string;
  topicId?: number;
}

const ADDRESS = /^(-?[1-9]\d{0,18})(?:\/([1-9]\d{0,9}))?$/;

export const telegramAddress: AddressCodec<TelegramAddress> = {
  parse(text) {
    const [, chatId, topic] = ADDRESS.exec(text) ?? [];
    if (!chatId || (topic && !isGroup(chatId))) return undefined;
    return topic ? { chatId, topicId: Number(topic) } : { chatId };
  },
  format: ({ chatId, topicId }) => (topicId ? `${chatId}/${topicId}` : chatId),
};

export function isGroup(chatId: string): boolean {
  return chatId.startsWith('-');
}
