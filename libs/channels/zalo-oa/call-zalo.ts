/**
 * One HTTP call to a Zalo service. Nothing of the request can come out with a failure: tokens travel in headers and, for
 * bots, in the address, so a failure carries a short code of ours and never the error's own text.
 */
import type { SendFailure } from '../channel.ts';

export interface ZaloRequest {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form. */
  form?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Milliseconds; together with `signal`, whichever ends first. */
  timeoutMs: number;
}

export interface ZaloAnswer {
  ok: true;
  status: number;
  headers: Headers;
  /** The parsed object, whatever the status says. */
  body: Record<string, unknown>;
}

/** The connection never stood, so nothing was taken. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function failure(cls: SendFailure['cls'], code: string, extra: Partial<SendFailure> = {}): SendFailure {
  return { ok: false, cls, code, ...extra };
}

/**
 * @returns the answer when it is a JSON object; else AMBIGUOUS where the request may have been taken (cut off, 5xx or a
 * page instead of JSON), RETRYABLE where it surely was not. Never throws.
 */
export async function callZalo(request: ZaloRequest): Promise<ZaloAnswer | SendFailure> {
  try {
    const deadline = AbortSignal.timeout(request.timeoutMs);
    const response = await fetch(request.url, {
      method: request.method,
      headers:
        request.json === undefined ? request.headers : { 'content-type': 'application/json', ...request.headers },
      body: request.form
        ? new URLSearchParams(request.form)
        : request.json === undefined
          ? undefined
          : JSON.stringify(request.json),
      signal: request.signal ? AbortSignal.any([request.signal, deadline]) : deadline,
      redirect: 'error',
    });
    return answerOf(response, await response.text());
  } catch (error) {
    return failure(...classOfThrown(error));
  }
}

function answerOf(response: Response, text: string): ZaloAnswer | SendFailure {
  const body = objectOf(text);
  if (body) return { ok: true, status: response.status, headers: response.headers, body };
  if (response.status === 429 || response.status === 503) {
    return failure('RETRY_AFTER', `HTTP_${response.status}`, {
      retryAfterMs: retryAfterMs(response.headers) ?? 60_000,
    });
  }
  return failure(
    response.status >= 400 && response.status < 500 ? 'CONFIG' : 'AMBIGUOUS',
    `HTTP_${response.status}_NO_JSON`,
  );
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function classOfThrown(error: unknown): [SendFailure['cls'], string] {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return ['AMBIGUOUS', 'CUT_OFF'];
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  const code = typeof cause?.code === 'string' && /^[A-Z_]{3,40}$/.test(cause.code) ? cause.code : 'NETWORK';
  return [neverConnected.has(code) ? 'RETRYABLE' : 'AMBIGUOUS', code];
}

/** Milliseconds of a `Retry-After` in seconds; dates are not used by these services. */
export function retryAfterMs(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
