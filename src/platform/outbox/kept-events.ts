import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from '#platform/database';
import { RetentionRegistry } from '#platform/retention';

/** The outbox is the audit trail: what has happened goes after the time of the log, and the table refuses any other way. */
@Injectable()
export class KeptEvents implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    this.registry.keep('events', {
      due: ({ before, most }) =>
        sql`select o.occurred_at as at, is_held('keepLog', o.actor_id, coalesce(o.place_id, o.unit_id)) as held from outbox o
          where o.occurred_at < ${before} and o.published_at is not null limit ${most}`,
      erase: ({ before, most }) => sql`select forget_old_events(${before}, ${most}::int) as gone`,
    });
  }
}
