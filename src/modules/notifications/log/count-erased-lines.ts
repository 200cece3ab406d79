import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RuleRegistry } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { outboxSql } from '#platform/outbox';
import { trailSql } from '#platform/trail';

/** Which lines of the log another time of keeping would erase. */
@Injectable()
export class CountErasedLines implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.countBy(['keepLog'], async ({ day, value }) => {
      const months = value.kind === 'keepLog' ? value.amount : 0;
      const before = sql`(${day}::date - make_interval(months => ${months}::int))`;
      const row = await this.database.one<{ count: number }>(
        sql`select ((select count(*) from ${outboxSql.events} o where o.actor_id is not null and o.occurred_at < ${before})
          + (select count(*) from ${trailSql.acts} a where a.at < ${before}))::int as count`,
      );
      return { what: 'erased', stays: false, count: row?.count ?? 0, communes: null };
    });
  }
}
