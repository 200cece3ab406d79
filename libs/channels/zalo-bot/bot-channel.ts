/**
 * Zalo's Bot platform: plain texts to people who wrote to the bot before. No buttons, no edits, no receipts. The token is
 * part of the address of every call, so no address ever leaves this file.
 */
import type {
  Channel,
  Health,
  NeutralMessage,
  Rendered,
  SendContext,
  SendFailure,
  SendResult,
  Verified,
} from '../channel.ts';
import { HttpClient } from '../http/http-client.ts';
import { callZalo, cutOffBy } from '../zalo-oa/call-zalo.ts';
import { idOf } from '../zalo-oa/oa-channel.ts';
import { recordOf } from '../zalo-oa/oa-client.ts';
import { renderText } from '../zalo-oa/render-text.ts';
import { sendParts } from '../zalo-oa/send-parts.ts';
import { botFailure } from './bot-failure.ts';
import { normalizeBotEvents, verifyBotWebhook } from './bot-inbound.ts';

export interface BotSettings {
  /** Base address of the Bot API. */
  url: string;
  token: string;
  /** 8 to 256 characters; what Zalo sends back in the header of each webhook. */
  webhookSecret?: string;
  timeoutMs?: number;
  perSecond?: number;
}

const BOT_TEXT = 2000;
const CHAT_ID = /^[0-9A-Za-z_-]{1,64}$/;

class BotChannel implements Channel<string> {
  readonly id = 'zalo-bot';
  readonly capabilities = {
    maxText: BOT_TEXT,
    lengthUnit: 'utf16',
    formats: ['plain'],
    buttons: 'none',
    openMiniApp: true,
    media: false,
    templatesOnly: false,
    groups: 'none',
    receipts: [],
    inbound: true,
    verifiedPhone: false,
    edit: false,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = {
    parse: (text: string) => (CHAT_ID.test(text) ? text : undefined),
    format: (chatId: string) => chatId,
  };

  private readonly http: HttpClient;

  constructor(private readonly settings: BotSettings) {
    const { perSecond = 5, timeoutMs = 10_000, url: baseUrl, token } = settings;
    this.http = new HttpClient({ baseUrl, timeoutMs, secrets: [token] });
    this.limits = { perSecond, burst: perSecond, concurrency: 4, timeoutMs, respectsQuietHours: true };
  }

  canSend() {
    return { kind: 'allow', costVnd: 0 } as const;
  }

  render(message: NeutralMessage): Rendered[] {
    return renderText(message, BOT_TEXT);
  }

  send(chatId: string, parts: readonly Rendered[], { signal }: SendContext): Promise<SendResult> {
    return sendParts(parts, async ({ text }) => {
      const answer = await this.ask('sendMessage', { chat_id: chatId, text }, signal);
      if (!answer.ok) return answer;
      return answer.body.ok === true
        ? { ok: true, providerId: idOf(recordOf(answer.body.result).message_id) }
        : botFailure(answer);
    });
  }

  verifyInbound(headers: Record<string, string | undefined>, rawBody: Buffer): Verified {
    return verifyBotWebhook(this.settings.webhookSecret ?? '', headers, rawBody);
  }

  normalize(verified: Verified) {
    return normalizeBotEvents(verified);
  }

  /** @param url https, ours; Zalo gives the secret back in a header of each call. Source: setWebhook of the Bot platform */
  async registerWebhook(url: string): Promise<{ ok: true } | SendFailure> {
    const answer = await this.ask('setWebhook', { url, secret_token: this.settings.webhookSecret });
    if (!answer.ok) return answer;
    return answer.body.ok === true ? { ok: true } : botFailure(answer);
  }

  async health(): Promise<Health> {
    const answer = await this.ask('getMe', {});
    if (answer.ok && answer.body.ok === true) return { state: 'ok', detail: null };
    return { state: 'down', detail: answer.ok ? botFailure(answer).code : answer.code };
  }

  private ask(method: string, json: unknown, signal?: AbortSignal) {
    return callZalo(this.http, { path: `/bot${this.settings.token}/${method}`, json, ...cutOffBy(signal) });
  }
}

export type ZaloBotChannel = BotChannel;

export function createBotChannel(settings: BotSettings): ZaloBotChannel {
  return new BotChannel(settings);
}
