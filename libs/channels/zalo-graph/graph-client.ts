/**
 * Who stands behind a mini-app's access token, and which phone number they have. Both are proved by our app secret on the
 * server; what a client says about itself is never taken.
 */
import { createHmac } from 'node:crypto';
import { HttpClient } from '../http/http-client.ts';
import { numberOf } from '../http/json-scalars.ts';
import { callZalo, type ZaloAnswer } from '../zalo-oa/call-zalo.ts';

/** Stable codes; `expired` and `used` ask the person to try again, `app` and `config` ask the operator. */
export type GraphErrorCode =
  | 'zalo.tokenInvalid'
  | 'zalo.notAllowed'
  | 'zalo.phoneTokenEmpty'
  | 'zalo.phoneTokenInvalid'
  | 'zalo.phoneTokenOfAnotherApp'
  | 'zalo.phoneTokenUsed'
  | 'zalo.secretWrong'
  | 'zalo.unavailable'
  | 'zalo.answerNotUnderstood';

export interface GraphFailure {
  ok: false;
  code: GraphErrorCode;
  /** Zalo's own number, or a short word for a failure of the line. */
  provider: string;
}

export interface GraphPerson {
  ok: true;
  /** Unique for the Zalo app; another space than the Official Account's user ids. */
  id: string;
  name: string | null;
}

export interface GraphSettings {
  /** Base address of the graph service. */
  url: string;
  appSecret: string;
  timeoutMs?: number;
}

/** Hex HMAC-SHA256 of the access token, keyed by the app's secret. */
export function appSecretProof(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

const codes: Record<number, GraphErrorCode> = {
  114: 'zalo.phoneTokenEmpty',
  115: 'zalo.phoneTokenInvalid',
  116: 'zalo.secretWrong',
  117: 'zalo.secretWrong',
  118: 'zalo.phoneTokenOfAnotherApp',
  119: 'zalo.phoneTokenUsed',
  [-1401]: 'zalo.notAllowed',
  [-242]: 'zalo.secretWrong',
  [-216]: 'zalo.tokenInvalid',
  [-220]: 'zalo.tokenInvalid',
  452: 'zalo.tokenInvalid',
};
const TOKEN = /^[\x21-\x7e]{8,4096}$/;

export class GraphClient {
  private readonly http: HttpClient;

  constructor(private readonly settings: GraphSettings) {
    const { url: baseUrl, timeoutMs = 8_000, appSecret } = settings;
    this.http = new HttpClient({ baseUrl, timeoutMs, secrets: [appSecret] });
  }

  async me(accessToken: string): Promise<GraphPerson | GraphFailure> {
    if (!TOKEN.test(accessToken)) return fail('zalo.tokenInvalid', 'SHAPE');
    const headers = {
      access_token: accessToken,
      appsecret_proof: appSecretProof(accessToken, this.settings.appSecret),
    };
    const body = await this.get('/v2.0/me?fields=id,name,picture', headers, 'zalo.tokenInvalid');
    if (body.ok === false) return body;
    const { id, name } = body.fields;
    if (typeof id !== 'string' || !/^\d{1,24}$/.test(id)) return fail('zalo.answerNotUnderstood', 'NO_ID');
    return { ok: true, id, name: typeof name === 'string' ? name : null };
  }

  /** @returns digits with the country's code, as in 84512345678. The token works once, within two minutes. */
  async phone(accessToken: string, phoneToken: string): Promise<{ ok: true; number: string } | GraphFailure> {
    if (!TOKEN.test(accessToken)) return fail('zalo.tokenInvalid', 'SHAPE');
    if (!TOKEN.test(phoneToken)) return fail('zalo.phoneTokenInvalid', 'SHAPE');
    const headers = { access_token: accessToken, code: phoneToken, secret_key: this.settings.appSecret };
    const body = await this.get('/v2.0/me/info', headers, 'zalo.phoneTokenInvalid');
    if (body.ok === false) return body;
    const number = (body.fields.data as { number?: unknown } | undefined)?.number;
    if (typeof number !== 'string' || !/^\d{9,15}$/.test(number)) return fail('zalo.answerNotUnderstood', 'NO_NUMBER');
    return { ok: true, number };
  }

  private async get(path: string, headers: Record<string, string>, unknown: GraphErrorCode) {
    const answer = await callZalo(this.http, { method: 'GET', path, headers });
    return answer.ok ? fieldsOf(answer, unknown) : fail('zalo.unavailable', answer.code);
  }
}

function fieldsOf(
  { status, body }: ZaloAnswer,
  unknown: GraphErrorCode,
): { ok: true; fields: Record<string, unknown> } | GraphFailure {
  const error = numberOf(body.error ?? 0);
  if (status === 200 && error === 0) return { ok: true, fields: body };
  if (status >= 500 || status === 429) return fail('zalo.unavailable', String(status));
  return fail(codes[error] ?? unknown, Number.isFinite(error) && error !== 0 ? String(error) : String(status));
}

function fail(code: GraphErrorCode, provider: string): GraphFailure {
  return { ok: false, code, provider };
}
