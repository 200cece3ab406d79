/** The proven fields of a launch. What is new to us stays in `fields`, so that a newer Telegram breaks nothing. */
export interface TelegramUser {
  /** Decimal. */
  id: string;
  firstName: string;
  lastName: string;
  username: string | null;
  languageCode: string | null;
  isBot: boolean;
  /** True when the person has allowed the bot to write. */
  allowsWriteToPm: boolean;
  /** The object as it came. */
  fields: Readonly<Record<string, unknown>>;
}

export interface TelegramLaunch {
  user: TelegramUser | null;
  authDate: Date;
  startParam: string | null;
  chatType: 'sender' | 'private' | 'group' | 'supergroup' | 'channel' | null;
  chatInstance: string | null;
  queryId: string | null;
  fields: ReadonlyMap<string, string>;
}

const chatTypes = ['sender', 'private', 'group', 'supergroup', 'channel'] as const;

/** Undefined when a known field does not have its shape. */
export function readLaunch(pairs: ReadonlyMap<string, string>, authDate: Date): TelegramLaunch | undefined {
  const userText = pairs.get('user');
  const user = userText === undefined ? null : readUser(userText);
  const startParam = pairs.get('start_param') ?? null;
  const chatType = pairs.get('chat_type') ?? null;
  if (user === undefined || (startParam !== null && !/^[\w-]{0,512}$/.test(startParam))) return undefined;
  if (chatType !== null && !chatTypes.includes(chatType as (typeof chatTypes)[number])) return undefined;
  return {
    user,
    authDate,
    startParam,
    chatType: chatType as TelegramLaunch['chatType'],
    chatInstance: pairs.get('chat_instance') ?? null,
    queryId: pairs.get('query_id') ?? null,
    fields: pairs,
  };
}

function readUser(text: string): TelegramUser | undefined {
  const value = jsonObject(text);
  if (!value || !Number.isSafeInteger(value.id) || Number(value.id) <= 0) return undefined;
  const word = (name: string) => (typeof value[name] === 'string' ? (value[name] as string) : null);
  return {
    id: String(value.id),
    firstName: word('first_name') ?? '',
    lastName: word('last_name') ?? '',
    username: word('username'),
    languageCode: word('language_code'),
    isBot: value.is_bot === true,
    allowsWriteToPm: value.allows_write_to_pm === true,
    fields: value,
  };
}

export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
