/** What the Bot platform's error codes mean. It answers like Telegram's Bot API: `{ ok: false, error_code, description }`. */
import type { SendFailure } from '../channel.ts';
import { numberOf } from '../http/json-scalars.ts';
import { failure, type ZaloAnswer } from '../zalo-oa/call-zalo.ts';

export function botFailure({ status, body, retryAfterMs }: Omit<ZaloAnswer, 'headers'>): SendFailure {
  const number = numberOf(body.error_code ?? status);
  const code = String(Number.isFinite(number) ? number : status);
  const description = typeof body.description === 'string' ? body.description.toLowerCase() : '';
  if (number === 401) return failure('REAUTH', code);
  if (number === 404) return failure('RECIPIENT_GONE', code);
  if (number === 400) return failure(/chat|user/.test(description) ? 'RECIPIENT_GONE' : 'PERMANENT', code);
  if (number === 403 || number === 408) return failure('RETRYABLE', code);
  if (number === 429) {
    return retryAfterMs === undefined ? failure('QUOTA', code) : failure('RETRY_AFTER', code, { retryAfterMs });
  }
  return failure(number >= 500 ? 'AMBIGUOUS' : 'PERMANENT', code);
}
