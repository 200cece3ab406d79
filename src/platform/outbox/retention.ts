import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database } from '#platform/database';

const DAY_MS = 24 * 3_600_000;
const COMMANDS_DAYS = 90;
/** The outbox is the audit trail: kept 24 months. */
const EVENTS_DAYS = 730;
const BATCH = 5_000;

/** Drops what has been kept for its time, in small batches, so that no table is locked for long. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Tick('platform.retention', 6 * 3_600_000)
  async run(): Promise<number> {
    const commands = await this.drop(
      'delete from command_answers where (person_id, command_id) in (select person_id, command_id from command_answers where started_at < $1 limit $2)',
      COMMANDS_DAYS,
    );
    const events = await this.drop(
      'delete from outbox where id in (select id from outbox where occurred_at < $1 and published_at is not null limit $2)',
      EVENTS_DAYS,
    );
    return commands + events;
  }

  private async drop(statement: string, days: number): Promise<number> {
    const before = new Date(this.clock.now().getTime() - days * DAY_MS);
    let total = 0;
    for (;;) {
      const gone = await this.database.rows(`${statement} returning 1`, [before, BATCH]);
      total += gone.length;
      if (gone.length < BATCH) return total;
    }
  }
}
