/**
 * ZBS template messages: texts that Zalo approved before, to a phone number or, cheaper, to a user id of the account.
 * They reach people who never wrote to the account, and they cost money.
 */
import { createHash } from 'node:crypto';
import type { Channel, Health, NeutralMessage, Rendered, SendContext, SendResult, Verdict } from '../channel.ts';
import { failure } from '../zalo-oa/call-zalo.ts';
import { accountLimits } from '../zalo-oa/account-limits.ts';
import { daytime, type OpenHours } from '../zalo-oa/local-hours.ts';
import { idOf } from '../zalo-oa/oa-channel.ts';
import { type LimitFacts, OaClient } from '../zalo-oa/oa-client.ts';
import { type TokenSource, tokenChannelHealth } from '../zalo-oa/oa-tokens.ts';
import { templateData, type ZbsTemplate } from './zbs-template.ts';
import { type ZbsFacts, type ZbsPrices, zbsVerdict } from './zbs-hours.ts';

/** `phone:84…` with the country's code and no plus sign, or `user:<id towards the account>`. */
export type ZbsAddress = { phone: string } | { userId: string };

export interface ZbsSettings {
  /** Base address of the template messages. */
  url: string;
  tokens: TokenSource;
  template: ZbsTemplate;
  now(): Date;
  facts?(): ZbsFacts;
  prices?: ZbsPrices;
  hours?: OpenHours;
  /** Reaches only the account's and the app's administrators. */
  development?: boolean;
  timeoutMs?: number;
  /** The account's requests per minute: templates count together with its messages. */
  perMinute?: number;
  onLimits?(facts: LimitFacts): void;
}

/** Price list of 2026: 200-300 đ by phone, about a third less by user id. */
export const zbsPrices: ZbsPrices = { phoneVnd: 300, userVnd: 200 };

class ZbsChannel implements Channel<ZbsAddress> {
  readonly id = 'zalo-zbs';
  readonly capabilities = {
    maxText: 400,
    lengthUnit: 'utf16',
    formats: ['plain'],
    buttons: 'url',
    openMiniApp: true,
    media: false,
    templatesOnly: true,
    groups: 'none',
    receipts: ['delivered'],
    inbound: false,
    verifiedPhone: true,
    edit: false,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = { parse: parseAddress, format: formatAddress };
  private readonly client: OaClient;

  constructor(private readonly settings: ZbsSettings) {
    const { perMinute = 100, timeoutMs = 10_000, hours = daytime, url, tokens, now, onLimits } = settings;
    this.limits = { ...accountLimits(perMinute), concurrency: 8, timeoutMs, respectsQuietHours: true };
    this.client = new OaClient({ url, tokens, now, timeoutMs, hours, ...(onLimits && { onLimits }) });
  }

  canSend(to: ZbsAddress, _message: NeutralMessage, now: Date): Verdict {
    return zbsVerdict(this.price(to), this.settings.facts?.() ?? {}, now, this.settings.hours);
  }

  /** The text is the parameters as JSON: what the template makes of them is Zalo's. */
  render(message: NeutralMessage): Rendered[] {
    return [{ text: JSON.stringify(templateData(this.settings.template, message)) }];
  }

  async send(to: ZbsAddress, [part]: readonly Rendered[], { deliveryKey, signal }: SendContext): Promise<SendResult> {
    if (!part) return failure('PERMANENT', 'NOTHING_RENDERED');
    const json = {
      ...('phone' in to ? { phone: to.phone } : { user_id: to.userId }),
      template_id: this.settings.template.id,
      template_data: JSON.parse(part.text) as unknown,
      tracking_id: trackingIdOf(deliveryKey),
      ...(this.settings.development && { mode: 'development' }),
    };
    const answer = await this.client.call({ method: 'POST', path: '/message/template', json, signal });
    return answer.ok ? { ok: true, providerId: idOf(answer.data.msg_id), costVnd: this.price(to) } : answer;
  }

  health(): Promise<Health> {
    return tokenChannelHealth(this.settings.tokens);
  }

  private price(to: ZbsAddress): number {
    const { phoneVnd, userVnd } = this.settings.prices ?? zbsPrices;
    return 'phone' in to ? phoneVnd : userVnd;
  }
}

/** Comes back in the delivery event; at most 48 letters and digits. It does not keep Zalo from sending twice. */
export function trackingIdOf(deliveryKey: string): string {
  return createHash('sha256').update(deliveryKey).digest('hex').slice(0, 40);
}

function parseAddress(text: string): ZbsAddress | undefined {
  const phone = /^phone:(84\d{9,10})$/.exec(text)?.[1];
  if (phone) return { phone };
  const userId = /^user:(\d{1,24})$/.exec(text)?.[1];
  return userId ? { userId } : undefined;
}

function formatAddress(address: ZbsAddress): string {
  return 'phone' in address ? `phone:${address.phone}` : `user:${address.userId}`;
}

export function createZbsChannel(settings: ZbsSettings): Channel<ZbsAddress> {
  return new ZbsChannel(settings);
}
