import { Injectable } from '@nestjs/common';
import { periodOf } from '#contracts/reporting/periods';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import type { NumbersEnd } from '#contracts/tasks/monthly-numbers';
import { monthlyColumns } from '../../series/monthly.ts';
import type { AllotmentSchedule } from '../allotment.entity.ts';

export type NumberSchedule = Pick<
  AllotmentSchedule,
  'seriesId' | 'unitId' | 'setAt' | 'lastMonth' | 'version' | 'nextTitle' | 'nextDueDay' | 'nextShares'
>;
/** Of `allotment_schedules s`. */
export const scheduleColumns = sql`${monthlyColumns}, s.next_shares as "nextShares"`;

/** Which numbers are given anew each month, and for which month they were. */
@Injectable()
export class NumberSchedules {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** False where they are given each month already. */
  async start(
    tx: Tx,
    { seriesId, unitId }: Pick<NumberSchedule, 'seriesId' | 'unitId'>,
    { personId }: { personId: string },
  ): Promise<boolean> {
    const now = this.clock.now();
    const { month } = periodOf(this.clock.today(), await this.organization.periodRule(unitId));
    const changed = await rowsOf(
      tx,
      sql`insert into allotment_schedules (series_id, unit_id, set_by, set_at, last_month)
        values (${seriesId}, ${unitId}, ${personId}, ${now}, ${month})
       on conflict (series_id) do update set set_by = ${personId}, set_at = ${now},
         last_month = greatest(allotment_schedules.last_month, ${month}), ended_at = null, end_reason = null
         where allotment_schedules.ended_at is not null returning series_id`,
    );
    return changed.length > 0;
  }

  /** False where it has ended already. */
  async end(tx: Tx, seriesId: string, reason: NumbersEnd): Promise<boolean> {
    const changed = await rowsOf(
      tx,
      sql`update allotment_schedules set ended_at = ${this.clock.now()}, end_reason = ${reason} where series_id = ${seriesId}
        and ended_at is null returning series_id`,
    );
    return changed.length > 0;
  }

  /** False when another process has given this month's numbers, or an officer has changed them since they were planned. */
  async claim(tx: Tx, { seriesId, version }: NumberSchedule, month: string): Promise<boolean> {
    const claimed = await rowsOf(
      tx,
      sql`update allotment_schedules set last_month = ${month}, next_title = null, next_due_day = null, next_shares = null
        where series_id = ${seriesId} and last_month < ${month} and ended_at is null and version = ${version}
        returning series_id`,
    );
    return claimed.length > 0;
  }

  async wish(
    tx: Tx,
    seriesId: string,
    { nextTitle, nextDueDay, nextShares }: Pick<NumberSchedule, 'nextTitle' | 'nextDueDay' | 'nextShares'>,
  ): Promise<void> {
    await execute(
      tx,
      sql`update allotment_schedules set next_title = ${nextTitle}, next_due_day = ${nextDueDay},
          next_shares = ${nextShares && JSON.stringify(nextShares)}::jsonb, version = version + 1 where series_id = ${seriesId}`,
    );
  }
}
