import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { MeasureParts } from '#platform/measures';
import { Handlings, Outbox } from '#platform/outbox';
import { failedRetried } from '../../notifications.events.ts';

/** The cause is put right: what could not be handled need not wait for its next turn. */
@Injectable()
export class RetryFailed {
  constructor(
    private readonly scope: Scope,
    private readonly database: Database,
    private readonly handlings: Handlings,
    private readonly outbox: Outbox,
    private readonly parts: MeasureParts,
  ) {}

  async execute(
    actor: Actor,
    { eventId }: RouteBody<typeof routes.retryFailed>,
  ): Promise<RouteAnswer<typeof routes.retryFailed>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const count = await this.database.tx(async (tx) => {
      const n = await this.handlings.retry(tx, eventId ?? null);
      if (n > 0) await this.outbox.append(tx, failedRetried({ count: n }), actor);
      return n;
    });
    this.parts.forget();
    return { count };
  }
}
