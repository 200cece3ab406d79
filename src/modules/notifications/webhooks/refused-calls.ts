import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log } from '#platform/logging';

const TELL_MS = 60_000;

/** Counts webhook calls that were refused, by channel and reason, and tells the log once a minute when there are new ones. */
@Injectable()
export class RefusedCalls implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly counts = new Map<string, number>();
  private untold = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly log: Log) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tell(), TELL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.tell();
  }

  /** @param reason one of the channel's own words, never text of the caller */
  count(channel: string, reason: string): void {
    const key = `${channel} ${reason}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.untold += 1;
  }

  /** Since this process started: `{ 'telegram wrong-signature': 3 }`. */
  totals(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  private tell(): void {
    if (this.untold === 0) return;
    this.log.warn({ refused: this.totals(), lately: this.untold }, 'webhook calls were refused');
    this.untold = 0;
  }
}
