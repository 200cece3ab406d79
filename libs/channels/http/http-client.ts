/**
 * One HTTP core for all providers. A call ends in an answer, whatever its status or body, or in one of two classes:
 * RETRYABLE when no connection was made, AMBIGUOUS when the provider may have taken the request. It never throws, and
 * nothing of the request's address, headers or body comes out with a failure.
 */
import type { SendFailure } from '../channel.ts';
import { scrubber } from './scrub.ts';

export interface HttpSettings {
  /** Everything before the path; an emulator, a proxy or a local server may stand in. */
  baseUrl: string;
  /** Milliseconds for one call, connecting and reading included. */
  timeoutMs: number;
  /** Taken out of every text that this client gives back. */
  secrets?: readonly string[];
  /** Gives a signal that aborts after so many milliseconds. */
  deadline?: (milliseconds: number) => AbortSignal;
  /** For a `Retry-After` that is a date. */
  now?: () => Date;
}

export interface HttpCall {
  method?: 'GET' | 'POST';
  /** Put behind `baseUrl`. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  bytes?: Uint8Array;
  signal?: AbortSignal;
}

export interface HttpAnswer {
  ok: true;
  status: number;
  headers: Headers;
  /** The body when it is a JSON object; undefined for HTML, for nothing, for anything else. */
  json: Record<string, unknown> | undefined;
  /** The body without secrets, at most 2,000 characters. */
  excerpt: string;
  /** Milliseconds that the answer's `Retry-After` asks for. */
  retryAfterMs: number | undefined;
}

/** The connection never stood, so nothing was taken. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_HAS_EXPIRED',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const MAX_BODY = 1_000_000;
const MAX_EXCERPT = 2_000;

export class HttpClient {
  private readonly baseUrl: string;
  readonly scrub: (text: string) => string;
  private readonly deadline: (milliseconds: number) => AbortSignal;
  private readonly now: () => Date;
  private readonly underWay = new Set<readonly AbortSignal[]>();

  constructor(private readonly settings: HttpSettings) {
    this.baseUrl = settings.baseUrl.replace(/\/+$/, '');
    this.scrub = scrubber(settings.secrets ?? []);
    this.deadline = settings.deadline ?? AbortSignal.timeout;
    this.now = settings.now ?? (() => new Date());
  }

  async call(call: HttpCall): Promise<HttpAnswer | SendFailure> {
    if (call.signal?.aborted) return { ok: false, cls: 'RETRYABLE', code: 'NOT_STARTED' };
    const deadline = this.deadline(this.settings.timeoutMs);
    const signals = call.signal ? [call.signal, deadline] : [deadline];
    // Node 20 may collect a deadline that only a fetch or `any` knows, and its timer with it: the call would hang for good.
    this.underWay.add(signals);
    try {
      const response = await fetch(`${this.baseUrl}${call.path}`, this.request(call, AbortSignal.any(signals)));
      return await this.answer(response);
    } catch (error) {
      return thrownFailure(error);
    } finally {
      this.underWay.delete(signals);
    }
  }

  private request(call: HttpCall, signal: AbortSignal): RequestInit {
    const json = call.json === undefined ? undefined : JSON.stringify(call.json);
    return {
      method: call.method ?? 'POST',
      headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...call.headers },
      ...((json ?? call.bytes) !== undefined && { body: (json ?? call.bytes) as RequestInit['body'] }),
      signal,
      // A token must not follow a redirect to somewhere else: a 3xx is an answer like any other.
      redirect: 'manual',
    };
  }

  private async answer(response: Response): Promise<HttpAnswer> {
    const text = await limited(response);
    return {
      ok: true,
      status: response.status,
      headers: response.headers,
      json: objectOf(text),
      excerpt: this.scrub(text.slice(0, MAX_EXCERPT)),
      retryAfterMs: retryAfterOf(response.headers, this.now),
    };
  }
}

function thrownFailure(error: unknown): SendFailure {
  const { name } = error as { name?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return { ok: false, cls: 'AMBIGUOUS', code: 'CUT_OFF' };
  const { code } = ((error as { cause?: unknown }).cause ?? error) as { code?: unknown };
  const known = typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? code : 'NETWORK';
  return { ok: false, cls: neverConnected.has(known) ? 'RETRYABLE' : 'AMBIGUOUS', code: known };
}

/** A body that breaks off after an error status changes nothing about that status; after a success it does. */
async function limited(response: Response): Promise<string> {
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      parts.push(part);
      size += part.length;
      if (size > MAX_BODY) break;
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    if (response.status >= 400) return '';
    throw error;
  }
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

function retryAfterOf(headers: Headers, now: () => Date): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d{1,7}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now().getTime());
}
