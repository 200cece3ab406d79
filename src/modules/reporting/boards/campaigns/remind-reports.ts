import { Injectable } from '@nestjs/common';
import { type ReminderDay, reminderOn } from '#contracts/reporting/due-days';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { WorkDays } from '../../reports/periods/work-days.ts';
import { reportReminded } from '../../reporting.events.ts';
import type { Report } from '../../reports/report/report.entity.ts';

const EVERY_MS = 600_000;
/** Reminders go out from eight in the morning on. */
const FROM_HOUR = 8;

type Open = Pick<Report, 'id' | 'unitId' | 'dueOn'>;

/**
 * The reminders for reports that are open: five and two days before, on the day, the day after. Each once; of a campaign those
 * alone that somebody waits for.
 */
@Injectable()
export class RemindReports {
  constructor(
    private readonly database: Database,
    private readonly days: WorkDays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many were reminded. */
  @Tick('reporting.remind', EVERY_MS)
  async run(): Promise<number> {
    const today = this.clock.today();
    if (this.hour() < FROM_HOUR) return 0;
    const open = await this.database.rows<Open>(
      sql`select id, unit_id as "unitId",
        due_on::text as "dueOn" from reports where state in ('draft', 'returned') and due_on between ${today}::date - 6
          and ${today}::date + 8 and (campaign_id is null or receiver_id is not null)`,
    );
    const calendar = await this.days.calendar(today);
    let reminded = 0;
    for (const report of open) {
      const step = reminderOn(today, report.dueOn, calendar);
      if (step !== undefined && (await this.remind(report, step))) reminded++;
    }
    return reminded;
  }

  private remind({ id, unitId }: Open, step: ReminderDay): Promise<boolean> {
    return this.database.tx(async (tx) => {
      const rows = await rowsOf(
        tx,
        sql`update reports set reminded = reminded || ${step}::int where id = ${id} and not (${step} = any(reminded))
          and state in ('draft', 'returned') returning id`,
      );
      if (rows.length === 0) return false;
      await this.outbox.append(tx, reportReminded({ reportId: id, step }, { unitId }));
      return true;
    });
  }

  private hour(): number {
    return new Date(this.clock.now().getTime() + 7 * 3_600_000).getUTCHours();
  }
}
