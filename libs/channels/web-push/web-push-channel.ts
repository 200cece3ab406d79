/**
 * Web push to browsers and installed apps (RFC 8030, 8188, 8291, 8292). The body is encrypted for that browser alone; its
 * service worker shows it. Acceptance by the push service means sent, not seen.
 */
import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { Channel, Health, NeutralMessage, Rendered, SendContext, SendFailure, SendResult } from '../channel.ts';
import { HttpClient, type HttpAnswer } from '../http/http-client.ts';
import { type PushAddress, webPushAddress } from './web-push-address.ts';

export interface WebPushSettings {
  /** VAPID pair, base64url: 65 and 32 bytes. Another pair makes all subscriptions void. */
  publicKey: string;
  privateKey: string;
  /** mailto: or https: address at which push services reach the operator. */
  subject: string;
  /** Hosts to which pushes may go, as suffixes. An endpoint comes from a browser, so it is not ours to trust. */
  hosts?: readonly string[];
  timeoutMs?: number;
  perSecond?: number;
  deadline?: (milliseconds: number) => AbortSignal;
}

/** The push services of the browsers in use. */
export const pushHosts = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
] as const;

/** Encrypted bodies of 4,096 bytes pass everywhere; this leaves room for the envelope. */
const MAX_PAYLOAD = 3_000;
/** Seconds that the service keeps an undelivered message: two days, then the next channel has been tried. */
const TTL = 172_800;
const PAUSE_MS = 60_000;

class WebPushChannel implements Channel<PushAddress> {
  readonly id = 'web-push';
  readonly capabilities = {
    maxText: MAX_PAYLOAD,
    lengthUnit: 'bytes',
    formats: ['plain'],
    buttons: 'url',
    openMiniApp: true,
    media: false,
    templatesOnly: false,
    groups: 'none',
    receipts: [],
    inbound: false,
    verifiedPhone: false,
    edit: false,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = webPushAddress;

  constructor(private readonly settings: WebPushSettings) {
    const { timeoutMs = 15_000, perSecond = 100 } = settings;
    this.limits = { perSecond, burst: perSecond, concurrency: 16, timeoutMs, respectsQuietHours: true };
  }

  canSend({ endpoint }: PushAddress) {
    return this.trusted(endpoint)
      ? ({ kind: 'allow', costVnd: 0 } as const)
      : ({ kind: 'deny', reason: 'unknown-push-service' } as const);
  }

  readonly render = renderPush;

  async send(to: PushAddress, [part]: readonly Rendered[], { deliveryKey, signal }: SendContext): Promise<SendResult> {
    if (!part) return fail('PERMANENT', 'NOTHING_RENDERED');
    if (!this.trusted(to.endpoint)) return fail('RECIPIENT_GONE', 'UNKNOWN_PUSH_SERVICE');
    const request = this.encrypted(to, part, deliveryKey);
    if ('ok' in request) return request;
    const http = new HttpClient({
      baseUrl: to.endpoint,
      timeoutMs: this.limits.timeoutMs,
      secrets: [to.endpoint, to.auth],
      ...(this.settings.deadline && { deadline: this.settings.deadline }),
    });
    const answer = await http.call({ path: '', headers: request.headers, bytes: request.body, signal });
    if (!answer.ok) return answer;
    return answer.status >= 200 && answer.status < 300 ? { ok: true, providerId: null } : pushFailure(answer);
  }

  /** There is no call that asks about the service without pushing to somebody. */
  health(): Promise<Health> {
    return Promise.resolve({ state: 'ok', detail: null });
  }

  /** `Topic`: a repeated attempt replaces the first where it was not shown yet. The key is hashed, the service learns nothing. */
  private encrypted(
    { endpoint, p256dh, auth }: PushAddress,
    part: Rendered,
    deliveryKey: string,
  ): { headers: Record<string, string>; body: Buffer } | SendFailure {
    const { subject, publicKey, privateKey } = this.settings;
    try {
      const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, part.text, {
        vapidDetails: { subject, publicKey, privateKey },
        TTL,
        contentEncoding: 'aes128gcm',
        urgency: 'normal',
        topic: createHash('sha256').update(deliveryKey).digest('base64url').slice(0, 32),
      });
      const headers = Object.entries(details.headers).filter(([name]) => name.toLowerCase() !== 'content-length');
      return {
        headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
        body: details.body!,
      };
    } catch {
      return fail('RECIPIENT_GONE', 'BROKEN_SUBSCRIPTION');
    }
  }

  private trusted(endpoint: string): boolean {
    const { hostname, protocol } = new URL(endpoint);
    const hosts = this.settings.hosts ?? pushHosts;
    const known = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
    return known && (protocol === 'https:' || hostname === '127.0.0.1');
  }
}

/** JSON for the service worker: {v, title, body, url, lang}. Cut at whole characters until it fits. */
export function renderPush({ title, paragraphs, link, language }: NeutralMessage): Rendered[] {
  const head = { v: 1, title: cut(title, 300), ...(link && { url: link.url }), lang: language };
  const room = MAX_PAYLOAD - Buffer.byteLength(JSON.stringify({ ...head, body: '' }));
  let body = cut(paragraphs.join('\n'), room);
  while (Buffer.byteLength(JSON.stringify({ ...head, body })) > MAX_PAYLOAD)
    body = cut(body, Buffer.byteLength(body) - 40);
  return [{ text: JSON.stringify({ ...head, body }), subject: title, ...(link && { buttons: [link] }) }];
}

/** At most `max` bytes of UTF-8, an ellipsis included. */
function cut(text: string, max: number): string {
  if (Buffer.byteLength(text) <= max) return text;
  const whole = new TextDecoder('utf-8').decode(Buffer.from(text).subarray(0, Math.max(0, max - 3)), { stream: true });
  return `${whole.trimEnd()}…`;
}

function pushFailure({ status, retryAfterMs }: HttpAnswer): SendFailure {
  if (status === 404 || status === 410) return fail('RECIPIENT_GONE', String(status));
  if (status === 429) return fail('RETRY_AFTER', '429', { retryAfterMs: retryAfterMs ?? PAUSE_MS });
  if (status === 503 && retryAfterMs !== undefined) return fail('RETRY_AFTER', '503', { retryAfterMs });
  if (status === 401 || status === 403) return fail('REAUTH', String(status));
  if (status >= 500) return fail('AMBIGUOUS', String(status));
  return fail('PERMANENT', String(status));
}

function fail(cls: SendFailure['cls'], code: string, extra: Partial<SendFailure> = {}): SendFailure {
  return { ok: false, cls, code, ...extra };
}

export function createWebPushChannel(settings: WebPushSettings): Channel<PushAddress> {
  return new WebPushChannel(settings);
}
