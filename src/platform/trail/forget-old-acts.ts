import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 730;
const BATCH = 5_000;

/** The log is kept 24 months, as the trail of events is; the table refuses any other way. */
@Injectable()
export class ForgetOldActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Tick('platform.forget-old-acts', DAY_MS)
  async run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    let total = 0;
    for (;;) {
      const row = await this.database.one<{ gone: number }>(sql`select forget_old_acts(${before}, ${BATCH}) as gone`);
      const gone = row?.gone ?? 0;
      total += gone;
      if (gone < BATCH) return total;
    }
  }
}
