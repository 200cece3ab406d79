import type { SendFailure } from '../channel.ts';

interface SmtpError {
  code?: string;
  responseCode?: number;
  /** The server's line, with its code at the beginning. */
  response?: string;
}

/** Refusals of the address itself, by RFC 5321 and RFC 3463; other 5xx speak of us or of the message. */
const goneReplies = new Set([550, 551, 553]);
/** The server wants other credentials: every mail would fail the same way. */
const authReplies = new Set([530, 534, 535, 538]);

/** RFC 3463: 5.1.x and 5.2.1 speak of the mailbox, others of what the server lets in; without such a code the number decides. */
const noMailbox = ({ response = '' }: SmtpError): Partial<SendFailure> =>
  /^\d{3}[ -]5\.(?!1\.|2\.1\b)/.test(response) ? {} : { noSuch: true };

/**
 * Classifies a failed mail. `handedOver` is true once the server had asked for the content and began to get it: whether it
 * kept the mail is then unknown unless it answered.
 */
export function emailFailure(error: unknown, handedOver: boolean): SendFailure {
  const { code = 'UNKNOWN', responseCode } = error as SmtpError;
  const fail = (cls: SendFailure['cls'], extra: Partial<SendFailure> = {}): SendFailure => ({
    ok: false,
    cls,
    code: responseCode ? String(responseCode) : code,
    ...extra,
  });
  if (responseCode) {
    if (authReplies.has(responseCode) || code === 'EAUTH') return fail('REAUTH');
    if (responseCode === 452 && !handedOver) return fail('QUOTA');
    if (responseCode >= 400 && responseCode < 500) return fail('RETRYABLE');
    if (goneReplies.has(responseCode) && !handedOver) return fail('RECIPIENT_GONE', noMailbox(error as SmtpError));
    return fail('PERMANENT');
  }
  if (code === 'EAUTH') return fail('REAUTH');
  if (code === 'EENVELOPE') return fail('RECIPIENT_GONE');
  return fail(handedOver ? 'AMBIGUOUS' : 'RETRYABLE');
}
