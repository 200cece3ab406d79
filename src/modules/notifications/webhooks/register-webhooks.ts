/** Tells the platforms where to call us. A platform that does not answer is asked again; the start never waits for it. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Channel, registerTelegramWebhook, type TelegramChannel, type ZaloBotChannel } from '#channels';
import { ENV, type Env } from '#platform/config';
import { Log } from '#platform/logging';
import { DeliveryChannels } from '../delivery-channels.ts';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;

type Registration = () => Promise<{ ok: true } | { ok: false; code: string }>;

@Injectable()
export class RegisterWebhooks implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly timers = new Set<NodeJS.Timeout>();
  private isClosing = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly channels: DeliveryChannels,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE !== 'api') void this.run();
  }

  onModuleDestroy(): void {
    this.isClosing = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** Asks each platform once, now; what fails is asked again later by itself. */
  async run(): Promise<void> {
    await Promise.all(this.channels.inOrder.map((channel) => this.register(channel)));
  }

  private async register(channel: Channel, waitMs = FIRST_WAIT_MS): Promise<void> {
    const ask = this.registrationOf(channel);
    if (!ask) return;
    if (!this.isCallable(channel)) return this.log.warn({ channel: channel.id }, 'no webhook: PUBLIC_URL is not https');
    const answer = await ask();
    if (answer.ok) return this.log.info({ channel: channel.id }, 'the webhook is registered');
    this.log.warn({ channel: channel.id, code: answer.code }, 'the webhook could not be registered; it is tried again');
    this.later(channel, waitMs);
  }

  private later(channel: Channel, waitMs: number): void {
    if (this.isClosing) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.register(channel, Math.min(waitMs * 2, LONGEST_WAIT_MS));
    }, waitMs).unref();
    this.timers.add(timer);
  }

  /** Undefined where the channel calls nobody, or has no secret to prove itself by. */
  private registrationOf(channel: Channel): Registration | undefined {
    const { TELEGRAM_WEBHOOK_SECRET: secret, ZALO_BOT_SECRET, PUBLIC_URL } = this.env;
    const url = `${PUBLIC_URL.replace(/\/$/, '')}/webhooks/${channel.id}`;
    if (channel.id === 'telegram' && secret)
      return () => registerTelegramWebhook((channel as TelegramChannel).api, { url, secret });
    if (channel.id === 'zalo-bot' && ZALO_BOT_SECRET) return () => (channel as ZaloBotChannel).registerWebhook(url);
    return undefined;
  }

  /** The platforms call https only; a server of one's own (an emulator, a local Bot API) may be told a plain address. */
  private isCallable({ id }: Channel): boolean {
    const { PUBLIC_URL, TELEGRAM_API_ROOT, ZALO_URL } = this.env;
    return PUBLIC_URL.startsWith('https://') || (id === 'telegram' ? TELEGRAM_API_ROOT : ZALO_URL) !== undefined;
  }
}
