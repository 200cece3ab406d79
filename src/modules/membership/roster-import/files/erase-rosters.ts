import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';

const EVERY_MS = 600_000;

/** Seven days after the upload an import that nobody confirmed is gone; of a confirmed one only the result is left. */
@Injectable()
export class EraseRosters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Tick('membership.erase-rosters', EVERY_MS)
  async eraseDue(): Promise<void> {
    const now = this.clock.now();
    await this.database.tx(async (tx) => {
      await execute(tx, sql`delete from roster_imports where status = 'staged' and expires_at <= ${now}`);
      await execute(
        tx,
        sql`update roster_imports set workbook = null, reading = null, reading_of = null, choices = '{}'
          where workbook is not null and expires_at <= ${now}`,
      );
    });
  }
}
