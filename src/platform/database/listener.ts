import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Client } from 'pg';

type Hear = (payload: string) => void;
const RECONNECT_MS = 1_000;
const CONNECT_MS = 8_000;

/**
 * One LISTEN connection per process. What it hears is a hint: every user of it also polls,
 * so a lost connection only costs time.
 */
@Injectable()
export class Listener implements OnApplicationShutdown {
  private readonly topics = new Map<string, Set<Hear>>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(@Inject(ENV) private readonly env: Env) {}

  /** Calls `hear` for every NOTIFY on the topic until the returned function is called. */
  async on(topic: string, hear: Hear): Promise<() => void> {
    const isNew = !this.topics.has(topic);
    const listeners = this.topics.get(topic) ?? new Set<Hear>();
    this.topics.set(topic, listeners.add(hear));
    await this.connect();
    if (isNew) await this.client?.query(`listen "${topic}"`).catch(() => undefined);
    return () => listeners.delete(hear);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private connect(): Promise<void> {
    this.connecting ??= this.open().catch(() => this.reconnectLater());
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new Client({
      connectionString: this.env.DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'to-so listen',
    });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectLater());
    client.on('notification', ({ channel, payload }) => {
      for (const hear of this.topics.get(channel) ?? []) hear(payload ?? '');
    });
    await client.connect();
    for (const topic of this.topics.keys()) await client.query(`listen "${topic}"`);
    this.client = client;
  }

  private reconnectLater(): void {
    this.client = undefined;
    // A failed attempt says so twice, as an error and as an end: one of them tries again, or the attempts would double.
    if (this.closed || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.connecting = undefined;
      void this.connect();
    }, RECONNECT_MS).unref();
  }
}
