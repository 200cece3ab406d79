import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, short, sql } from '#platform/database';
import { LearnRoute } from './learn-route.ts';
import { LiveSignal } from './live-signal.ts';
import type { Notification } from './notification.entity.ts';

/** Messages that were open for a second. A phone without network sends it later, with its time. */
@Injectable()
export class MarkSeen {
  constructor(
    private readonly database: Database,
    private readonly live: LiveSignal,
    private readonly routes: LearnRoute,
    private readonly clock: Clock,
  ) {}

  /** The phone's clock counts only between the message's arrival and now. Others' messages are left alone. */
  async execute(actor: Actor, { ids, at }: RouteBody<typeof routes.markSeen>): Promise<void> {
    const now = this.clock.now();
    const seenAt = at ? new Date(at) : now;
    const seen = await this.database.rows<Pick<Notification, 'messageId'>>(
      short(sql`update notifications set seen_at = greatest(created_at, least(${seenAt}::timestamptz, ${now})),
        fetched_at = coalesce(fetched_at, greatest(created_at, least(${seenAt}::timestamptz, ${now})))
        where person_id = ${actor.personId} and message_id = any(${ids}) and seen_at is null returning message_id as "messageId"`),
    );
    if (seen.length === 0) return;
    const messageIds = seen.map((row) => row.messageId);
    const [orders] = await Promise.all([
      this.database.rows<{ assignmentId: string }>(
        short(sql`select distinct assignment_id as "assignmentId" from messages where id = any(${messageIds})
          and assignment_id is not null`),
      ),
      this.routes.opened(actor.personId, messageIds, seenAt < now ? seenAt : now),
    ]);
    for (const { assignmentId } of orders) await this.live.assignment(assignmentId);
  }
}
