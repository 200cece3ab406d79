/**
 * Messages into the Official Account's own groups. Off unless switched on: each group needs a paid seat. No buttons and
 * no window; a link stands in the text, people are named by mentions. What happens in a group comes by the account's webhook.
 */
import type { Channel, Health, NeutralMessage, Rendered, SendContext, SendResult, Verdict } from '../channel.ts';
import { accountLimits } from '../zalo-oa/account-limits.ts';
import { idOf } from '../zalo-oa/oa-channel.ts';
import { type LimitFacts, OaClient } from '../zalo-oa/oa-client.ts';
import { type TokenSource, tokenChannelHealth } from '../zalo-oa/oa-tokens.ts';
import { renderText } from '../zalo-oa/render-text.ts';
import { sendParts } from '../zalo-oa/send-parts.ts';
import { GMF_NAME } from './gmf-name.ts';
import { GmfGroupAdmin } from './group-admin.ts';

export interface GmfSettings {
  /** Base address of the OpenAPI. */
  url: string;
  tokens: TokenSource;
  now(): Date;
  /** Longest group name. */
  nameMax?: number;
  /** Price of one message; free of charge until the end of 2026, unknown after. */
  costVnd?: number;
  timeoutMs?: number;
  perMinute?: number;
  onLimits?(facts: LimitFacts): void;
}

/** A seat's price by size: what the channels page shows before anyone makes a group. Price list of 2026, per month. */
export const gmfSeatVnd = { gmf10: 25_000, gmf50: 60_000, gmf100: 100_000, gmf1000: 300_000 } as const;

const GMF_TEXT = 2000;
const GROUP_ID = /^[0-9a-z]{1,40}$/i;

export interface GmfChannel extends Channel<string> {
  readonly groups: GmfGroupAdmin;
}

class OaGroupChannel implements GmfChannel {
  readonly id = 'zalo-gmf';
  readonly capabilities;
  readonly limits;
  readonly address = {
    parse: (text: string) => (GROUP_ID.test(text) ? text : undefined),
    format: (groupId: string) => groupId,
  };
  readonly groups: GmfGroupAdmin;
  private readonly client: OaClient;

  constructor(private readonly settings: GmfSettings) {
    const { perMinute = 100, timeoutMs = 10_000, nameMax = GMF_NAME, url, tokens, now, onLimits } = settings;
    this.capabilities = {
      maxText: GMF_TEXT,
      lengthUnit: 'utf16',
      formats: ['plain'],
      buttons: 'none',
      openMiniApp: true,
      media: true,
      templatesOnly: false,
      groups: 'create',
      groupNameMax: nameMax,
      receipts: [],
      inbound: false,
      verifiedPhone: false,
      edit: false,
      batchMax: 1,
    } as const;
    this.limits = {
      ...accountLimits(perMinute),
      concurrency: 4,
      timeoutMs,
      respectsQuietHours: true,
    };
    this.client = new OaClient({ url, tokens, now, timeoutMs, ...(onLimits && { onLimits }) });
    this.groups = new GmfGroupAdmin(this.client, nameMax);
  }

  canSend(): Verdict {
    return { kind: 'allow', costVnd: this.settings.costVnd ?? 0 };
  }

  render(message: NeutralMessage): Rendered[] {
    return renderText(message, GMF_TEXT);
  }

  send(groupId: string, parts: readonly Rendered[], { signal }: SendContext): Promise<SendResult> {
    const costVnd = this.settings.costVnd ?? 0;
    return sendParts(parts, async ({ text }) => {
      const json = { recipient: { group_id: groupId }, message: { text } };
      const answer = await this.client.call({ method: 'POST', path: '/v3.0/oa/group/message', json, signal });
      return answer.ok ? { ok: true, providerId: idOf(answer.data.message_id), costVnd } : answer;
    });
  }

  health(): Promise<Health> {
    return tokenChannelHealth(this.settings.tokens);
  }
}

/** Names a person, or with the group's own id everybody, inside a group's text. */
export function mention(id: string): string {
  return `[@${id}]`;
}

export function createGmfChannel(settings: GmfSettings): GmfChannel {
  return new OaGroupChannel(settings);
}
