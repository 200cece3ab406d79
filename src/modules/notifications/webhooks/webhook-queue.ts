import { Injectable } from '@nestjs/common';
import { Log } from '#platform/logging';
import { Queues } from '#platform/queue';

export const WEBHOOKS = 'webhooks';
export interface WebhookJob {
  id: string;
}

/** Hands events to the workers; the platform need not wait for it. A job that does not get there is found by the sweep. */
@Injectable()
export class WebhookQueue {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly queues: Queues,
    private readonly log: Log,
  ) {}

  /**
   * Resolves when the queue has them or the sweep must find them; never rejects.
   * @param round tells a second offer from the first
   */
  offer(ids: readonly string[], round: number | string = 0): Promise<void> {
    if (ids.length === 0) return Promise.resolve();
    const jobs = ids.map((id) => ({ name: 'work', data: { id } satisfies WebhookJob, jobId: `${id}-${round}` }));
    const offering = this.queues
      .addMany(WEBHOOKS, jobs)
      .catch((error: unknown) => this.log.warn({ error }, 'an event of a webhook waits for the sweep'))
      .finally(() => this.underWay.delete(offering));
    this.underWay.add(offering);
    return offering;
  }

  /** Resolves when the queue has what was offered. */
  async settled(): Promise<number> {
    const count = this.underWay.size;
    await Promise.all(this.underWay);
    return count;
  }
}
