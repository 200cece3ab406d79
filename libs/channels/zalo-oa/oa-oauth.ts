/**
 * OAuth v4 of the Official Account. Failures may come with HTTP 200 as `error_name`: only an answer that carries both
 * tokens is a success, since a stored error body would cost the account its only refresh token.
 */
import { createHash } from 'node:crypto';
import type { SendFailure } from '../channel.ts';
import { HttpClient } from '../http/http-client.ts';
import { numberOf } from '../http/json-scalars.ts';
import { callZalo, failure, formCall, type ZaloAnswer } from './call-zalo.ts';

export interface OaApp {
  appId: string;
  /** The app's secret; not the account's secret that signs webhooks. */
  appSecret: string;
}

export interface OauthSettings extends OaApp {
  /** Base address of the OAuth service. */
  url: string;
  timeoutMs: number;
}

export interface TokenPair {
  ok: true;
  accessToken: string;
  /** Works once, within three months. */
  refreshToken: string;
  /** 25 hours, as told by the service. */
  expiresInSeconds: number;
}

/** Redirect, secret, and a refresh token that is used or over: a person must authorise again or correct the settings. */
const forPeople = new Map([
  [-14003, 'CONFIG'],
  [-14004, 'CONFIG'],
  [-14020, 'REAUTH'],
] as const);

export class OaOauth {
  private readonly http: HttpClient;

  constructor(private readonly settings: OauthSettings) {
    const { url: baseUrl, timeoutMs, appSecret } = settings;
    this.http = new HttpClient({ baseUrl, timeoutMs, secrets: [appSecret] });
  }

  /** Where an administrator of the account gives consent; `verifier` stays on our side. */
  consentUrl(redirectUri: string, state: string, verifier: string): string {
    const query = new URLSearchParams({
      app_id: this.settings.appId,
      redirect_uri: redirectUri,
      code_challenge: challengeOf(verifier),
      state,
    });
    return `${this.settings.url}/v4/oa/permission?${query}`;
  }

  /** The code lives ten minutes and works once. */
  exchange(code: string, verifier: string): Promise<TokenPair | SendFailure> {
    return this.ask({ grant_type: 'authorization_code', code, code_verifier: verifier });
  }

  /** Burns `refreshToken` as soon as the service takes it, whatever becomes of the answer. */
  refresh(refreshToken: string): Promise<TokenPair | SendFailure> {
    return this.ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  private async ask(form: Record<string, string>): Promise<TokenPair | SendFailure> {
    const { appId, appSecret } = this.settings;
    const call = formCall('/v4/oa/access_token', { app_id: appId, ...form }, { secret_key: appSecret });
    const answer = await callZalo(this.http, call);
    return answer.ok ? pairOf(answer) : answer;
  }
}

/** PKCE S256. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function pairOf({ body, status }: ZaloAnswer): TokenPair | SendFailure {
  const { access_token: accessToken, refresh_token: refreshToken } = body;
  const expiresInSeconds = numberOf(body.expires_in);
  const whole =
    isToken(accessToken) && isToken(refreshToken) && Number.isFinite(expiresInSeconds) && expiresInSeconds > 0;
  if (whole) return { ok: true, accessToken, refreshToken, expiresInSeconds };
  const error = numberOf(body.error);
  const cls = forPeople.get(error as -14003);
  if (cls) return failure(cls, String(error));
  if (Number.isFinite(error) || 'error_name' in body)
    return failure('RETRYABLE', Number.isFinite(error) ? String(error) : 'OAUTH_ERROR');
  return failure('AMBIGUOUS', `OAUTH_HTTP_${status}_NO_TOKENS`);
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 8;
}
