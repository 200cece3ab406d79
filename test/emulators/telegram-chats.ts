/** What the emulated Telegram knows: people, groups, topics, who blocked the bot, and what each phone shows. */
export interface Button {
  text: string;
  url?: string;
  web_app?: { url: string };
  callback_data?: string;
}

export interface ReceivedMessage {
  messageId: number;
  topicId: number | null;
  /** As the person reads it. */
  text: string;
  buttons: Button[];
  /** As it was before it was changed: what a slow phone still shows, and may press. */
  before?: { text: string; buttons: Button[] };
  at: Date;
}

export interface EmulatedPerson {
  id: number;
  firstName: string;
  /** "84511234567": without the plus, as some phones have it. */
  phone: string;
  blocked: boolean;
  /** False until the person has opened the bot: bots cannot write first. */
  started: boolean;
}

export interface EmulatedGroup {
  id: number;
  title: string;
  forum: boolean;
  topics: Map<number, string>;
  botInside: boolean;
  migratedTo: number | null;
}

export interface Refusal {
  code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}
export const refused = (code: number, words: string, parameters?: Refusal['parameters']): Refusal => ({
  code,
  description: `${code === 403 ? 'Forbidden' : code === 429 ? 'Too Many Requests' : 'Bad Request'}: ${words}`,
  ...(parameters && { parameters }),
});

export class TelegramChats {
  readonly people = new Map<number, EmulatedPerson>();
  readonly groups = new Map<number, EmulatedGroup>();
  private readonly inboxes = new Map<number, ReceivedMessage[]>();
  private nextId = 1;

  received(chatId: number): ReceivedMessage[] {
    const inbox = this.inboxes.get(chatId) ?? [];
    this.inboxes.set(chatId, inbox);
    return inbox;
  }

  add(chatId: number, message: Omit<ReceivedMessage, 'messageId'>): number {
    const messageId = this.nextId++;
    this.received(chatId).push({ messageId, ...message });
    return messageId;
  }

  number(): number {
    return this.nextId++;
  }

  /** Why the bot may not write there now. */
  refusalFor(chatId: number, topicId: number | undefined): Refusal | undefined {
    const group = this.groups.get(chatId);
    if (group) return refusalOfGroup(group, topicId);
    const person = this.people.get(chatId);
    if (!person) return refused(400, 'chat not found');
    if (person.blocked) return refused(403, 'bot was blocked by the user');
    if (!person.started) return refused(403, "bot can't initiate conversation with a user");
    return topicId ? refused(400, 'message thread not found') : undefined;
  }

  chatOf(chatId: number): Record<string, unknown> {
    const group = this.groups.get(chatId);
    if (!group) return { id: chatId, type: 'private', first_name: this.people.get(chatId)?.firstName ?? '' };
    return {
      id: chatId,
      type: String(chatId).startsWith('-100') ? 'supergroup' : 'group',
      title: group.title,
      ...(group.forum && { is_forum: true }),
    };
  }

  /** Of a message inside a topic: it stands below the service message that opened the topic. */
  topicOf(chatId: number, topicId: number | null | undefined): Record<string, unknown> {
    if (!topicId) return {};
    const name = this.groups.get(chatId)?.topics.get(topicId) ?? '';
    return {
      message_thread_id: topicId,
      is_topic_message: true,
      reply_to_message: { message_id: topicId, chat: this.chatOf(chatId), forum_topic_created: { name } },
    };
  }

  userOf(id: number): Record<string, unknown> {
    return { id, is_bot: false, first_name: this.people.get(id)?.firstName ?? '', language_code: 'vi' };
  }
}

function refusalOfGroup(group: EmulatedGroup, topicId: number | undefined): Refusal | undefined {
  if (group.migratedTo)
    return refused(400, 'group chat was upgraded to a supergroup chat', { migrate_to_chat_id: group.migratedTo });
  if (!group.botInside) return refused(403, 'bot was kicked from the group chat');
  return topicId && !group.topics.has(topicId) ? refused(400, 'message thread not found') : undefined;
}
