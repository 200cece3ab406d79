import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { officeCheckDue } from '../organization.events.ts';
import { CHECKED_DAYS } from './office-pages.queries.ts';

const EVERY_MS = 3_600_000;
/** So many cards are asked about by one turn: a country that was set up on one day is asked on several. */
const AT_ONCE = 500;

/** Twice a year an office's own officers are asked whether its card is still right; each time once. */
@Injectable()
export class AskForChecks {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many were asked about. */
  @Tick('organization.office-checks', EVERY_MS)
  run(): Promise<number> {
    const today = this.clock.today();
    return this.database.tx(async (tx) => {
      const due = await rowsOf<{ unitId: string }>(
        tx,
        sql`update offices set asked_on = ${today}::date where id in (
             select id from offices where phone is not null and validity @> ${today}::date
               and greatest(checked_on, asked_on, lower(validity)) + ${CHECKED_DAYS}::int < ${today}::date
              order by id limit ${AT_ONCE} for update skip locked)
           returning unit_id as "unitId"`,
      );
      await this.outbox.appendMany(
        tx,
        due.map(({ unitId }) => officeCheckDue({ unitId }, { unitId })),
      );
      return due.length;
    });
  }
}
