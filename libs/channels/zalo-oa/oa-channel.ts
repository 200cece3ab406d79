/** Consultation messages of the Official Account to people who wrote to it or follow it. */
import type {
  Channel,
  Health,
  NeutralMessage,
  Rendered,
  SendContext,
  SendResult,
  Verdict,
  Verified,
} from '../channel.ts';
import {
  type ConsultationRules,
  consultationRules,
  consultationVerdict,
  type InteractionFacts,
} from './consultation-window.ts';
import { textOf } from '../http/json-scalars.ts';
import { accountLimits } from './account-limits.ts';
import { normalizeOaEvents } from './normalize-oa-events.ts';
import { type LimitFacts, OaClient } from './oa-client.ts';
import { type TokenSource, tokenChannelHealth } from './oa-tokens.ts';
import { type SignedBy, verifyOaWebhook } from './oa-webhook.ts';
import { renderText } from './render-text.ts';
import { sendParts } from './send-parts.ts';

/** Longest text of one message. */
export const OA_TEXT = 2000;
/** More at once gains nothing and lets other channels wait. */
const MOST_AT_ONCE = 16;
/** Ids of a person towards one account: decimal. */
const USER_ID = /^\d{1,24}$/;

export interface OaChannelSettings {
  /** Base address of the OpenAPI. */
  url: string;
  tokens: TokenSource;
  /** Without it inbound webhooks are refused. */
  webhook?: SignedBy;
  now(): Date;
  /** Asked for each message, so it must answer from memory. */
  interactions(userId: string): InteractionFacts;
  rules?: Partial<ConsultationRules>;
  timeoutMs?: number;
  /** The plan's requests per minute. */
  perMinute?: number;
  onLimits?(facts: LimitFacts): void;
}

class OaChannel implements Channel<string> {
  readonly id = 'zalo-oa';
  readonly capabilities = {
    maxText: OA_TEXT,
    lengthUnit: 'utf16',
    formats: ['plain'],
    buttons: 'none',
    openMiniApp: true,
    media: true,
    templatesOnly: false,
    groups: 'none',
    receipts: ['delivered', 'seen'],
    inbound: true,
    verifiedPhone: false,
    edit: false,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = {
    parse: (text: string) => (USER_ID.test(text) ? text : undefined),
    format: (userId: string) => userId,
  };
  private readonly client: OaClient;
  private readonly rules: ConsultationRules;

  constructor(private readonly settings: OaChannelSettings) {
    const { perMinute = 100, timeoutMs = 10_000, url, tokens, now, onLimits } = settings;
    this.limits = {
      ...accountLimits(perMinute),
      concurrency: Math.min(MOST_AT_ONCE, Math.ceil(8 * Math.sqrt(Math.max(1, perMinute / 100)))),
      timeoutMs,
      respectsQuietHours: true,
    };
    this.rules = { ...consultationRules, ...settings.rules };
    this.client = new OaClient({ url, tokens, now, timeoutMs, hours: this.rules.hours, ...(onLimits && { onLimits }) });
  }

  canSend(userId: string, _message: NeutralMessage, now: Date): Verdict {
    return consultationVerdict(this.settings.interactions(userId), now, this.rules);
  }

  render(message: NeutralMessage): Rendered[] {
    return renderText(message, OA_TEXT);
  }

  send(userId: string, parts: readonly Rendered[], { signal }: SendContext): Promise<SendResult> {
    const verdict = consultationVerdict(this.settings.interactions(userId), this.settings.now(), this.rules);
    const costVnd = verdict.kind === 'allow' ? verdict.costVnd : 0;
    return sendParts(parts, async ({ text }) => {
      const json = { recipient: { user_id: userId }, message: { text } };
      const answer = await this.client.call({ method: 'POST', path: '/v3.0/oa/message/cs', json, signal });
      return answer.ok ? { ok: true, providerId: idOf(answer.data.message_id), costVnd } : answer;
    });
  }

  verifyInbound(headers: Record<string, string | undefined>, rawBody: Buffer, now: Date): Verified {
    return this.settings.webhook
      ? verifyOaWebhook(this.settings.webhook, headers, rawBody, now)
      : { ok: false, reason: 'not-configured' };
  }

  normalize(verified: Verified) {
    return normalizeOaEvents(verified);
  }

  health(): Promise<Health> {
    return tokenChannelHealth(this.settings.tokens);
  }
}

export function idOf(value: unknown): string | null {
  return textOf(value) || null;
}

export function createOaChannel(settings: OaChannelSettings): Channel<string> {
  return new OaChannel(settings);
}
