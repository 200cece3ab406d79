/**
 * Sends webhooks as Zalo does: signed, with a short deadline, again after 30 s, 5 min, 15 min, 30 min and 1 h when nobody
 * listens, and no more at all after that. Everything waits in a queue until the emulator's time is moved on.
 */
import { createHash } from 'node:crypto';
import type { ZaloWorld } from './world.ts';

const SECOND = 1_000;
const retryDelays = [30 * SECOND, 300 * SECOND, 900 * SECOND, 1_800 * SECOND, 3_600 * SECOND];

interface Waiting {
  to: 'oa' | 'bot';
  body: string;
  headers: Record<string, string>;
  due: number;
  /** How often it was sent before. */
  tries: number;
}

export interface WebhookAttempt {
  to: 'oa' | 'bot';
  event: string;
  tries: number;
  /** The receiver's status; 'late' when it took too long, 'no-answer' when nobody listened. */
  result: number | 'late' | 'no-answer';
}

export class EmulatedWebhooks {
  private waiting: Waiting[] = [];
  private readonly urls: Partial<Record<'oa' | 'bot', string>> = {};
  private botSecret = '';
  /** False after the last retry, until somebody switches it on again. */
  subscribed = true;
  readonly attempts: WebhookAttempt[] = [];

  constructor(private readonly world: ZaloWorld) {}

  register(to: 'oa' | 'bot', url: string | undefined, secret = ''): void {
    if (url === undefined) delete this.urls[to];
    else this.urls[to] = url;
    if (to === 'bot') this.botSecret = secret;
    if (to === 'oa') this.subscribed = true;
  }

  url(to: 'oa' | 'bot'): string | undefined {
    return this.urls[to];
  }

  /** Signs an event of the account, as it goes over the wire. */
  signed(event: Record<string, unknown>): { body: string; headers: Record<string, string> } {
    const { appId, oaSecretKey } = this.world.settings;
    const timestamp = String(this.world.now().getTime());
    const body = JSON.stringify({ app_id: appId, ...event, timestamp });
    const mac = createHash('sha256').update(`${appId}${body}${timestamp}${oaSecretKey}`).digest('hex');
    return { body, headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` } };
  }

  oa(event: Record<string, unknown>): void {
    if (this.subscribed && this.urls.oa) this.queue('oa', this.signed(event));
  }

  bot(update: Record<string, unknown>): void {
    if (!this.urls.bot) return;
    const shown = this.world.settings.botBody === 'flat' ? update : { ok: true, result: update };
    this.queue('bot', {
      body: JSON.stringify(shown),
      headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': this.botSecret },
    });
  }

  /** Sends what is due, one after the other, and what becomes due by that; each so many times, as when answers are lost. */
  async flush(times = 1): Promise<void> {
    for (let next = this.take(); next; next = this.take())
      for (let time = 0; time < times; time += 1) await this.send(next);
  }

  private queue(to: 'oa' | 'bot', { body, headers }: Pick<Waiting, 'body' | 'headers'>): void {
    this.waiting.push({ to, body, headers, due: this.world.now().getTime(), tries: 0 });
  }

  private take(): Waiting | undefined {
    const now = this.world.now().getTime();
    const [first] = this.waiting.filter(({ due }) => due <= now).sort((a, b) => a.due - b.due);
    this.waiting = this.waiting.filter((entry) => entry !== first);
    return first;
  }

  private async send(entry: Waiting): Promise<void> {
    const url = this.urls[entry.to];
    if (!url || (entry.to === 'oa' && !this.subscribed)) return;
    const result = await this.post(url, entry);
    this.attempts.push({ to: entry.to, event: eventOf(entry.body), tries: entry.tries, result });
    if (typeof result === 'number') return;
    const wait = retryDelays[entry.tries];
    if (wait !== undefined)
      this.waiting.push({ ...entry, due: this.world.now().getTime() + wait, tries: entry.tries + 1 });
    else if (entry.to === 'oa') this.subscribed = false;
  }

  private async post(url: string, { body, headers, tries }: Waiting): Promise<WebhookAttempt['result']> {
    try {
      const signal = AbortSignal.timeout(this.world.settings.webhookTimeoutMs);
      const response = await fetch(this.world.settings.reach(url), {
        method: 'POST',
        body,
        signal,
        headers: tries > 0 ? { ...headers, num_retry: String(tries) } : headers,
      });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'late' : 'no-answer';
    }
  }
}

function eventOf(body: string): string {
  const value = JSON.parse(body) as { event_name?: string; result?: { event_name?: string } };
  return value.event_name ?? value.result?.event_name ?? '';
}
