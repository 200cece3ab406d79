import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { RetentionPort } from '#platform/retention';

const DAY_MS = 24 * 3_600_000;
const COMMANDS_DAYS = 90;
const BATCH = 5_000;

/** Drops what has been kept for its time, in small batches, so that no table is locked for long. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly kept: RetentionPort,
  ) {}

  @Tick('platform.retention', 6 * 3_600_000)
  async run(): Promise<number> {
    const commands = await this.until(
      new Date(this.clock.now().getTime() - COMMANDS_DAYS * DAY_MS),
      (before) => sql`with gone as (
         delete from command_answers where (person_id, command_id) in (
           select person_id, command_id from command_answers where started_at < ${before} limit ${BATCH}) returning 1)
       select count(*)::int as gone from gone`,
    );
    // The outbox is the audit trail, and the table refuses any other way.
    const events = await this.until(
      await this.kept.logBefore(),
      (before) => sql`select forget_old_events(${before}, ${BATCH}) as gone`,
    );
    return commands + events;
  }

  private async until(before: Date, statement: (before: Date) => Sql): Promise<number> {
    let total = 0;
    for (;;) {
      const gone = (await this.database.one<{ gone: number }>(statement(before)))?.gone ?? 0;
      total += gone;
      if (gone < BATCH) return total;
    }
  }
}
