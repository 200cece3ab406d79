import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { redact } from '#platform/logging';
import { Handlings } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { queueOf } from '../../plan/planning/chunk-queue.ts';
import { DeliveryChannels } from '../../delivery-channels.ts';

const SHOWN = 50;
const EVENTS = 'events';

/**
 * The queues as they are, and what failed. Jobs are hints and gone when they end: why something failed stands in the rows, which is
 * why this is no board of jobs (docs/decisions/0174).
 */
@Injectable()
export class ReadQueues {
  constructor(
    private readonly scope: Scope,
    private readonly queues: Queues,
    private readonly handlings: Handlings,
    private readonly channels: DeliveryChannels,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.systemQueues>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const known = [EVENTS, ...this.channels.ids.map(queueOf)];
    const [depths, failed, failedTotal] = await Promise.all([
      this.queues.depths(known),
      this.handlings.failed(SHOWN),
      this.handlings.failedTotal(),
    ]);
    return {
      queues: [...depths].map(([queue, depth]) => ({ queue, ...depth })),
      failed: failed.map(({ failure, occurredAt, nextAttemptAt, ...row }) => ({
        ...row,
        failure: redact(failure ?? ''),
        occurredAt: occurredAt.toISOString(),
        nextAttemptAt: nextAttemptAt.toISOString(),
      })),
      failedTotal,
      asOf: this.clock.now().toISOString(),
    };
  }
}
