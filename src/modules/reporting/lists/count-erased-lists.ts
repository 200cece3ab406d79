import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RuleRegistry } from '#modules/organization';
import { Database, sql } from '#platform/database';

/** Which lists another time of keeping would erase. */
@Injectable()
export class CountErasedLists implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: RuleRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.countBy(['keepLists'], async ({ day, value }) => {
      const days = value.kind === 'keepLists' ? value.amount : 0;
      const row = await this.database.one<{ count: number }>(
        sql`select count(*)::int as count from list_jobs where asked_at < ${day}::date - ${days}::int`,
      );
      return { what: 'erased', stays: false, count: row?.count ?? 0, communes: null };
    });
  }
}
