/** Calls of the Bot API: POST <root>/bot<token>/<method>. The token is in every address, so no address leaves this file. */
import type { SendFailure } from '../channel.ts';
import { HttpClient, type HttpAnswer } from '../http/http-client.ts';
import { textOf } from '../http/json-scalars.ts';
import { telegramFailure } from './telegram-failure.ts';

export interface BotApiSettings {
  token: string;
  /** https://api.telegram.org, a local server, a proxy or an emulator. */
  root: string;
  timeoutMs: number;
  deadline?: (milliseconds: number) => AbortSignal;
}

export type BotAnswer = { ok: true; result: unknown } | SendFailure;

export class BotApi {
  private readonly http: HttpClient;
  /** The part of the token that is no secret: the bot's user id. */
  readonly botId: string;

  constructor(private readonly settings: BotApiSettings) {
    const { token, root, timeoutMs, deadline } = settings;
    this.botId = /^\d+/.exec(token)?.[0] ?? '0';
    this.http = new HttpClient({
      baseUrl: root,
      timeoutMs,
      secrets: [token, token.slice(this.botId.length + 1)],
      ...(deadline && { deadline }),
    });
  }

  /** Never throws. `params.chat_id` tells whether a group's limits are meant. */
  async call(method: string, params: Record<string, unknown> = {}, signal?: AbortSignal): Promise<BotAnswer> {
    const answer = await this.http.call({
      path: `/bot${this.settings.token}/${method}`,
      json: params,
      ...(signal && { signal }),
    });
    if (!answer.ok) return answer;
    if (answer.status === 200 && answer.json?.ok === true) return { ok: true, result: answer.json.result };
    return telegramFailure({ ...errorOf(answer), group: textOf(params.chat_id).startsWith('-') });
  }

  get scrub(): (text: string) => string {
    return this.http.scrub;
  }
}

function errorOf({ json, status, retryAfterMs }: HttpAnswer) {
  const fromServer = json?.ok === false;
  const parameters = (
    fromServer && typeof json.parameters === 'object' && json.parameters !== null ? json.parameters : {}
  ) as Record<string, unknown>;
  const seconds = retryAfterMs === undefined ? undefined : retryAfterMs / 1000;
  return {
    fromServer,
    status: fromServer && Number.isInteger(json.error_code) ? Number(json.error_code) : status,
    description: fromServer ? textOf(json.description) : '',
    retryAfter:
      typeof parameters.retry_after === 'number' && parameters.retry_after >= 0 ? parameters.retry_after : seconds,
    migrateTo: /^-\d{1,19}$/.exec(textOf(parameters.migrate_to_chat_id))?.[0],
  };
}
