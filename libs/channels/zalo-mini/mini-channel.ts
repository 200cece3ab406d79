/** Notices of the mini-app itself, to people who allowed them there. */
import type { Channel, Health, NeutralMessage, Rendered, SendContext, SendResult } from '../channel.ts';
import { HttpClient } from '../http/http-client.ts';
import { numberOf } from '../http/json-scalars.ts';
import { callZalo, cutOffBy, failure, type ZaloAnswer } from '../zalo-oa/call-zalo.ts';

export interface MiniSettings {
  /** Base address of the notification service. */
  url: string;
  miniAppId: string;
  apiKey: string;
  /** An approved notice of this mini-app. */
  templateId: string;
  timeoutMs?: number;
  perSecond?: number;
}

/** Ids of a person towards the app: decimal. */
const APP_USER_ID = /^\d{1,24}$/;
const lengths = { title: 65, contentTitle: 65, contentDescription: 400, buttonText: 30 } as const;

class MiniChannel implements Channel<string> {
  readonly id = 'zalo-mini';
  readonly capabilities = {
    maxText: lengths.contentDescription,
    lengthUnit: 'utf16',
    formats: ['plain'],
    buttons: 'url',
    openMiniApp: true,
    media: false,
    templatesOnly: true,
    groups: 'none',
    receipts: [],
    inbound: false,
    verifiedPhone: false,
    edit: false,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = {
    parse: (text: string) => (APP_USER_ID.test(text) ? text : undefined),
    format: (userId: string) => userId,
  };

  private readonly http: HttpClient;

  constructor(private readonly settings: MiniSettings) {
    const { perSecond = 5, timeoutMs = 10_000, url: baseUrl, apiKey } = settings;
    this.http = new HttpClient({ baseUrl, timeoutMs, secrets: [apiKey] });
    this.limits = { perSecond, burst: perSecond, concurrency: 4, timeoutMs, respectsQuietHours: true };
  }

  canSend() {
    return { kind: 'allow', costVnd: 0 } as const;
  }

  render({ title, paragraphs, footer, link }: NeutralMessage): Rendered[] {
    const buttons = link ? [{ label: cut(link.label, lengths.buttonText), url: link.url }] : [];
    return [
      {
        subject: cut(title, lengths.title),
        text: cut(paragraphs.join(' ') || footer, lengths.contentDescription),
        buttons,
      },
    ];
  }

  async send(userId: string, [part]: readonly Rendered[], { signal }: SendContext): Promise<SendResult> {
    if (!part) return failure('PERMANENT', 'NOTHING_RENDERED');
    const { apiKey, miniAppId, templateId } = this.settings;
    const answer = await callZalo(this.http, {
      path: '/notification/template',
      headers: { 'x-api-key': `Bearer ${apiKey}`, 'x-user-id': userId, 'x-miniapp-id': miniAppId },
      json: { templateId, templateData: dataOf(part) },
      ...cutOffBy(signal),
    });
    return answer.ok ? resultOf(answer) : answer;
  }

  /** The service has no call that changes nothing; sends themselves show how it is. */
  async health(): Promise<Health> {
    return { state: 'ok', detail: null };
  }
}

function dataOf({ subject = '', text, buttons = [] }: Rendered): Record<string, string> {
  const [button] = buttons;
  return {
    title: subject,
    contentTitle: cut(subject, lengths.contentTitle),
    contentDescription: text,
    ...(button && { buttonText: button.label, buttonUrl: button.url }),
  };
}

/** Not authorised by the person (-1401), refused (-201, -202): their next channel. -203: over the call limit. */
function resultOf({ status, body, retryAfterMs }: ZaloAnswer): SendResult {
  const error = numberOf(body.error ?? (status === 200 ? 0 : status));
  const data = body.data as { msgId?: unknown } | undefined;
  if (status === 200 && error === 0)
    return { ok: true, providerId: typeof data?.msgId === 'string' ? data.msgId : null };
  const code = String(error);
  if ([-1401, -201, -202, -2002].includes(error)) return failure('RECIPIENT_GONE', code);
  if (error === -203 || status === 429) {
    return retryAfterMs === undefined ? failure('QUOTA', code) : failure('RETRY_AFTER', code, { retryAfterMs });
  }
  if (status === 401) return failure('REAUTH', code);
  if (status === 403 || error === -1403) return failure('CONFIG', code);
  return failure(status >= 500 ? 'AMBIGUOUS' : 'PERMANENT', code);
}

function cut(text: string, max: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length <= max ? letters.join('') : `${letters.slice(0, max - 1).join('')}…`;
}

export function createMiniChannel(settings: MiniSettings): Channel<string> {
  return new MiniChannel(settings);
}
