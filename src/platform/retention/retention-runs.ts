import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KeptName } from '#contracts/privacy/kept-records';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { oldRows } from './kept-records.ts';
import { RetentionRegistry } from './retention-registry.ts';
import type { RetentionRun } from './retention-run.entity.ts';

/** What went, by day and kind: counts, and nothing of what they were. */
@Injectable()
export class RetentionRuns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly registry: RetentionRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.keep(
      'erasures',
      oldRows({ table: sql`retention_runs`, at: sql`r.at`, held: sql`is_held('keepLog', null, null)` }),
    );
  }

  async add(record: KeptName, before: Date, gone: number): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      sql`insert into retention_runs (on_day, record, at, before, gone) values (${this.clock.dayOf(now)}, ${record}, ${now}, ${before}, ${gone})
        on conflict (on_day, record) do update set at = excluded.at, before = excluded.before, gone = retention_runs.gone + excluded.gone`,
    );
  }

  /** The latest first. */
  latest(most: number): Promise<RetentionRun[]> {
    return this.database.rows(
      sql`select on_day::text as "onDay", record, at, before, gone from retention_runs order by on_day desc, gone desc, record limit ${most}`,
    );
  }
}
