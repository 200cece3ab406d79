import { Injectable } from '@nestjs/common';
import { type ReminderDay, reminderOn } from '#contracts/reporting/due-days';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { sheetReminded } from '../../reporting.events.ts';
import { WorkDays } from '../../reports/periods/work-days.ts';

const EVERY_MS = 600_000;
/** Reminders go out from eight in the morning on. */
const FROM = '08:00';

interface Open {
  id: string;
  unitId: string;
  dueOn: string;
}

/** The reminders for forms that are not answered, on the days of those for reports. Each once. */
@Injectable()
export class RemindSheets {
  constructor(
    private readonly database: Database,
    private readonly days: WorkDays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many were reminded. */
  @Tick('forms.remind', EVERY_MS)
  async run(): Promise<number> {
    const today = this.clock.today();
    if (this.clock.timeOf(this.clock.now()) < FROM) return 0;
    const open = await this.database.rows<Open>(
      sql`select s.id, s.unit_id as "unitId", k.due_on::text as "dueOn" from form_rounds k
        join form_sheets s on s.round_id = k.id and s.state in ('open', 'returned')
       where k.recalled_at is null and k.due_on between ${today}::date - 6 and ${today}::date + 8`,
    );
    const calendar = await this.days.calendar(today);
    let reminded = 0;
    for (const sheet of open) {
      const step = reminderOn(today, sheet.dueOn, calendar);
      if (step !== undefined && (await this.remind(sheet, step))) reminded++;
    }
    return reminded;
  }

  private remind({ id, unitId }: Open, step: ReminderDay): Promise<boolean> {
    return this.database.tx(async (tx) => {
      const rows = await rowsOf(
        tx,
        sql`update form_sheets set reminded = reminded || ${step}::int where id = ${id} and not (${step} = any(reminded))
          and state in ('open', 'returned') returning id`,
      );
      if (rows.length === 0) return false;
      await this.outbox.append(tx, sheetReminded({ sheetId: id, step }, { unitId }));
      return true;
    });
  }
}
