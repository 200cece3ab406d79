import { Injectable } from '@nestjs/common';
import { Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { RetentionPort } from '#platform/retention';

const DAY_MS = 86_400_000;
const BATCH = 5_000;

/** The log is kept as long as the trail of events is; the table refuses any other way. */
@Injectable()
export class ForgetOldActs {
  constructor(
    private readonly database: Database,
    private readonly kept: RetentionPort,
  ) {}

  @Tick('platform.forget-old-acts', DAY_MS)
  async run(): Promise<number> {
    const before = await this.kept.logBefore();
    let total = 0;
    for (;;) {
      const row = await this.database.one<{ gone: number }>(sql`select forget_old_acts(${before}, ${BATCH}) as gone`);
      const gone = row?.gone ?? 0;
      total += gone;
      if (gone < BATCH) return total;
    }
  }
}
