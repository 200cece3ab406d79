/**
 * The Official Account's OpenAPI, as messages, groups and ZBS templates share it: the token header, HTTP 200 with an
 * `error` number, one refresh when the token is refused, and the facts about limits that come with every answer.
 */
import type { SendFailure } from '../channel.ts';
import { HttpClient } from '../http/http-client.ts';
import { numberOf } from '../http/json-scalars.ts';
import { callZalo, cutOffBy, failure, type ZaloAnswer } from './call-zalo.ts';
import { always, type OpenHours } from './local-hours.ts';
import { oaFailure } from './oa-failure.ts';
import type { TokenSource } from './oa-tokens.ts';

/** What one answer says about how much is left; for the token bucket and for the channels page. */
export interface LimitFacts {
  /** Requests per minute, and how many of them are left. */
  limit?: number;
  remaining?: number;
  /** Milliseconds for which nothing should be sent; 0 when all is well. */
  pauseMs: number;
  /** Messages left in the quota that the answer speaks of. */
  quotaLeft?: number;
  quotaTotal?: number;
  at: Date;
}

export interface OaClientSettings {
  /** Base address: the OpenAPI, or ZBS's. */
  url: string;
  tokens: TokenSource;
  now(): Date;
  timeoutMs: number;
  /** After a refusal for the night the next opening is taken from here. */
  hours?: OpenHours;
  onLimits?(facts: LimitFacts): void;
}

export interface OaRequest {
  method: 'GET' | 'POST';
  /** With its query. */
  path: string;
  json?: unknown;
  signal?: AbortSignal | undefined;
}

export type OaAnswer = { ok: true; data: Record<string, unknown> } | SendFailure;

/** Limits count by the minute. */
const WINDOW_MS = 60_000;

export class OaClient {
  private readonly http: HttpClient;

  constructor(private readonly settings: OaClientSettings) {
    const { url: baseUrl, timeoutMs, now } = settings;
    this.http = new HttpClient({ baseUrl, timeoutMs, now });
  }

  call(request: OaRequest): Promise<OaAnswer> {
    return this.settings.tokens.withToken(
      (accessToken) => this.once(request, accessToken),
      (answer) => !answer.ok && answer.cls === 'REAUTH',
    );
  }

  private async once({ method, path, json, signal }: OaRequest, accessToken: string): Promise<OaAnswer> {
    const headers = { access_token: accessToken };
    const answer = await callZalo(this.http, { method, path, json, headers, ...cutOffBy(signal) });
    return answer.ok ? this.read(answer) : answer;
  }

  private read({ status, headers, body, retryAfterMs }: ZaloAnswer): OaAnswer {
    const now = this.settings.now();
    const error = numberOf(body.error);
    const data = recordOf(body.data);
    this.settings.onLimits?.(limitFacts({ headers, retryAfterMs }, data, error === -32, now));
    if (error === 0) return { ok: true, data };
    if (Number.isFinite(error)) {
      return oaFailure(error, { now, hours: this.settings.hours ?? always, retryAfterMs });
    }
    if (status === 429) return failure('RETRY_AFTER', 'HTTP_429', { retryAfterMs: retryAfterMs ?? WINDOW_MS });
    if (status >= 400 && status < 500) return failure('CONFIG', `HTTP_${status}`);
    return failure('AMBIGUOUS', `HTTP_${status}_NO_ERROR_NUMBER`);
  }
}

function limitFacts(
  { headers, retryAfterMs }: Pick<ZaloAnswer, 'headers' | 'retryAfterMs'>,
  data: Record<string, unknown>,
  busy: boolean,
  at: Date,
): LimitFacts {
  const limit = countOf(headers.get('x-ratelimit-limit'));
  const remaining = countOf(headers.get('x-ratelimit-remain'));
  const quota = recordOf(data.quota);
  const quotaLeft = countOf(quota.remainingQuota ?? quota.remain);
  const quotaTotal = countOf(quota.dailyQuota ?? quota.total);
  return {
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(quotaLeft !== undefined && { quotaLeft }),
    ...(quotaTotal !== undefined && { quotaTotal }),
    pauseMs: busy || remaining === 0 ? (retryAfterMs ?? WINDOW_MS) : 0,
    at,
  };
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function countOf(value: unknown): number | undefined {
  const number = value === '' ? Number.NaN : numberOf(value);
  return Number.isFinite(number) ? number : undefined;
}
