/**
 * What a refusal of the Bot API means for a delivery. The description decides where the number does not; it never comes
 * out itself, since it may repeat parts of the request.
 * Source: Bot API server (tdlib/telegram-bot-api) and its documentation.
 */
import type { FailureClass, SendFailure } from '../channel.ts';

export interface TelegramError {
  /** `error_code`, or the HTTP status where the body was no JSON. */
  status: number;
  description: string;
  /** Seconds. */
  retryAfter?: number | undefined;
  migrateTo?: string | undefined;
  /** False for a page of a proxy instead of the server's own answer. */
  fromServer: boolean;
  group: boolean;
}

const rules: readonly [number, RegExp, FailureClass, string][] = [
  [
    400,
    /chat not found|user not found|peer_id_invalid|group chat was deactivated/i,
    'RECIPIENT_GONE',
    'CHAT_NOT_FOUND',
  ],
  [400, /message thread not found|topic_deleted|topic_closed/i, 'PERMANENT', 'TOPIC_NOT_FOUND'],
  [400, /not enough rights|have no rights|chat_write_forbidden|chat_restricted/i, 'RECIPIENT_GONE', 'NO_RIGHTS'],
  [403, /./, 'RECIPIENT_GONE', 'FORBIDDEN'],
  [401, /./, 'REAUTH', 'UNAUTHORIZED'],
  [404, /./, 'CONFIG', 'NO_SUCH_BOT'],
  [409, /./, 'CONFIG', 'CONFLICT'],
  [400, /too long/i, 'PERMANENT', 'TOO_LONG'],
  [400, /can't parse|unsupported start tag/i, 'PERMANENT', 'MARKUP'],
  [400, /query is too old/i, 'PERMANENT', 'QUERY_TOO_OLD'],
  [400, /button/i, 'PERMANENT', 'BUTTON'],
];

/** Where the server asks for a pause without saying how long. */
const PAUSE_SECONDS = 5;

export function telegramFailure(error: TelegramError): SendFailure {
  const { status, description, group } = error;
  if (status === 429) {
    const retryAfterMs = (error.retryAfter ?? PAUSE_SECONDS) * 1000;
    // Groups have a limit of their own (per minute); a private chat hardly ever, so there the account is meant.
    return { ok: false, cls: 'RETRY_AFTER', code: '429', retryAfterMs, scope: group ? 'address' : 'account' };
  }
  if (error.migrateTo) return { ok: false, cls: 'ADDRESS_MOVED', code: '400_MIGRATED', movedTo: error.migrateTo };
  // The server's own refusal says that nothing was sent; a page of something in between says nothing of the kind.
  if (status >= 500) return { ok: false, cls: error.fromServer ? 'RETRYABLE' : 'AMBIGUOUS', code: `${status}` };
  if (!error.fromServer)
    return { ok: false, cls: status >= 300 && status < 500 ? 'CONFIG' : 'AMBIGUOUS', code: `${status}_NO_JSON` };
  const rule = rules.find(([number, words]) => number === status && words.test(description || ' '));
  return rule
    ? { ok: false, cls: rule[2], code: `${status}_${rule[3]}` }
    : { ok: false, cls: 'PERMANENT', code: `${status}` };
}
