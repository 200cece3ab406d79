import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Listener } from '#platform/database';
import { Log } from '#platform/logging';
import { Relay } from './relay.ts';

/** LISTEN wakes the relay; this poll is the net below it. */
const POLL_MS = 2_000;

/** Keeps the relay running: one run at a time, and one more when it was woken meanwhile. */
@Injectable()
export class Wake implements OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    private readonly relay: Relay,
    private readonly listener: Listener,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    await this.listener.on('outbox', () => this.wake());
    this.wake();
  }

  /** Before the queues close: a relay that publishes into a closed queue would wait for ever. */
  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.running;
  }

  private wake(): void {
    if (this.closed) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.run().finally(() => {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async run(): Promise<void> {
    try {
      await this.relay.run();
      await this.relay.offerAgain();
    } catch (error) {
      this.log.warn({ error }, 'the relay could not run; it tries again');
    }
  }
}
