import { Injectable } from '@nestjs/common';
import type { ReminderDay } from '#contracts/reporting/due-days';
import { Tick } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { DueReminders } from '../../reports/periods/due-reminders.ts';
import { reportReminded } from '../../reporting.events.ts';
import type { Report } from '../../reports/report/report.entity.ts';

const EVERY_MS = 600_000;

type Open = Pick<Report, 'id' | 'unitId' | 'dueOn'>;

/**
 * The reminders for reports that are open: five and two days before, on the day, the day after. Each once; of a campaign those
 * alone that somebody waits for.
 */
@Injectable()
export class RemindReports {
  constructor(
    private readonly database: Database,
    private readonly reminders: DueReminders,
    private readonly outbox: Outbox,
  ) {}

  /** Gives how many were reminded. */
  @Tick('reporting.remind', EVERY_MS)
  run(): Promise<number> {
    return this.reminders.each(
      (today) =>
        this.database.rows<Open>(
          sql`select id, unit_id as "unitId",
            due_on::text as "dueOn" from reports where state in ('draft', 'returned') and due_on between ${today}::date - 6
              and ${today}::date + 8 and (campaign_id is null or receiver_id is not null)`,
        ),
      (report, step) => this.remind(report, step),
    );
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
}
