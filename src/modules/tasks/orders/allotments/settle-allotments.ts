import { Injectable } from '@nestjs/common';
import { organizationSql } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { AllotmentQueries } from './allotment.queries.ts';
import { AllotmentWriter } from './allotment-writer.ts';
import { toHeirs } from './check-shares.ts';

const EVERY_MS = 60 * 60_000;

/** When communes were merged, the heir has their numbers from that day on, and the whole stays what it was. */
@Injectable()
export class SettleAllotments {
  constructor(
    private readonly database: Database,
    private readonly queries: AllotmentQueries,
    private readonly writer: AllotmentWriter,
    private readonly clock: Clock,
  ) {}

  /** Gives how many were changed. */
  @Tick('tasks.settle-allotments', EVERY_MS)
  async run(): Promise<number> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct a.id from allotments a join allotment_shares s on s.allotment_id = a.id
        join ${organizationSql.units} u on u.id = s.unit_id and upper(u.validity) <= ${this.clock.today()}::date
       where a.cancelled_at is null order by a.id`,
    );
    let settled = 0;
    for (const { id } of rows) if (await this.settle(id)) settled += 1;
    return settled;
  }

  private settle(id: string): Promise<boolean> {
    return this.database.tx(async (tx) => {
      const old = await this.writer.lock(tx, id);
      if (!old || old.cancelledAt) return false;
      const shares = toHeirs(old.shares, await this.queries.heirs(old.shares.map(({ unitId }) => unitId)));
      if (!shares) return false;
      await this.writer.change(tx, old, { shares, dueOn: old.dueOn, reason: null, at: this.clock.now() });
      return true;
    });
  }
}
