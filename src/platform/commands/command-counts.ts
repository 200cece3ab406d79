import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';

/** How many commands there were, and how many of them were refused. */
@Injectable()
export class CommandCounts {
  constructor(private readonly database: Database) {}

  /** Of those that began then; answers are kept for ninety days. */
  async between(from: Date, to: Date): Promise<{ all: number; refused: number }> {
    const row = await this.database.one<{ all: number; refused: number }>(
      sql`select count(*)::int as "all", (count(*) filter (where status between 400 and 499))::int as refused
         from command_answers where started_at >= ${from} and started_at < ${to} and status is not null`,
    );
    return row ?? { all: 0, refused: 0 };
  }
}
