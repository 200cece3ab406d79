import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Log } from '#platform/logging';
import { Queues } from '#platform/queue';
import { HandleInbound } from './handle-inbound.ts';
import { RetryLater } from '../chat/talks/retry-later.ts';
import { type StoredEvent, WebhookEvents } from './webhook-events.ts';
import { WebhookQueue, WEBHOOKS, type WebhookJob } from './webhook-queue.ts';

const AT_ONCE = 8;
const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;

/** Works the events off in worker processes; what fails is tried again, at last given up and logged without its words. */
@Injectable()
export class WorkWebhooks implements OnApplicationBootstrap {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly queues: Queues,
    private readonly queue: WebhookQueue,
    private readonly events: WebhookEvents,
    private readonly handle: HandleInbound,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE === 'api') return;
    this.queues.register<WebhookJob>(WEBHOOKS, ({ id }) => this.work(id), { concurrency: AT_ONCE });
  }

  /** A lost job, a killed worker and a failed attempt all end here. Gives the number of events offered again. */
  @Tick('notifications.webhooks-sweep', 10_000)
  async sweep(): Promise<number> {
    const overdue = await this.events.overdue();
    await Promise.all(overdue.map(({ id, attempts }) => this.queue.offer([id], `again-${attempts}`)));
    return overdue.length;
  }

  /** Those of one chat in turn: whoever ends one offers the next, and ends when the queue has it: no moment lies between. */
  async work(id: string): Promise<void> {
    const event = await this.events.claim(id);
    if (!event) return;
    const next = await this.handle.execute(event).then(
      () => this.events.done(id),
      (error: unknown) => this.failed(event, error),
    );
    if (next) await this.queue.offer([next], `after-${id}-${event.attempts}`);
  }

  private failed({ id, channel, kind, attempts }: StoredEvent, error: unknown): Promise<string | undefined> {
    const expected = error instanceof RetryLater;
    const over = attempts >= (expected ? error.attempts : MOST_ATTEMPTS);
    if (!expected || over)
      this.log[over && !expected ? 'error' : 'warn'](
        { channel, kind, attempts, error },
        'an event of a webhook failed',
      );
    return over
      ? this.events.done(id, { failed: !expected })
      : this.events.later(id, (expected && error.waitMs) || waitOf(attempts));
  }
}

function waitOf(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS);
}
