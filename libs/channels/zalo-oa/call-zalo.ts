/**
 * One call to a Zalo service over the HTTP core, with what is Zalo's own: JSON objects whatever the status says, and
 * failures in classes where there is none.
 */
import type { SendFailure } from '../channel.ts';
import type { HttpCall, HttpClient } from '../http/http-client.ts';

export interface ZaloAnswer {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
  retryAfterMs: number | undefined;
}

export function failure(cls: SendFailure['cls'], code: string, extra: Partial<SendFailure> = {}): SendFailure {
  return { ok: false, cls, code, ...extra };
}

/** For a service that is busy and does not say how long. */
const BUSY_MS = 60_000;

/**
 * @returns the answer when it is a JSON object; else AMBIGUOUS where the request may have been taken (cut off, 5xx or a
 * page instead of JSON), RETRYABLE where it surely was not. Never throws.
 */
export async function callZalo(http: HttpClient, call: HttpCall): Promise<(ZaloAnswer & { ok: true }) | SendFailure> {
  const answer = await http.call(call);
  if (!answer.ok) return answer;
  const { status, json, headers, retryAfterMs } = answer;
  if (json) return { ok: true, status, body: json, headers, retryAfterMs };
  if (status === 429 || status === 503)
    return failure('RETRY_AFTER', `HTTP_${status}`, { retryAfterMs: retryAfterMs ?? BUSY_MS });
  return failure(status >= 300 && status < 500 ? 'CONFIG' : 'AMBIGUOUS', `HTTP_${status}_NO_JSON`);
}

/** A form as bytes, with the header that names it. */
export function formCall(path: string, form: Record<string, string>, headers: Record<string, string>): HttpCall {
  const bytes = Buffer.from(new URLSearchParams(form).toString());
  return { method: 'POST', path, bytes, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } };
}

/** A signal only where there is one. */
export function cutOffBy(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
