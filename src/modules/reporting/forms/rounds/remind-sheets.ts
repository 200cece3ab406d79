import { Injectable } from '@nestjs/common';
import type { ReminderDay } from '#contracts/reporting/due-days';
import { Tick } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { sheetReminded } from '../../reporting.events.ts';
import { DueReminders } from '../../reports/periods/due-reminders.ts';

const EVERY_MS = 600_000;

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
    private readonly reminders: DueReminders,
    private readonly outbox: Outbox,
  ) {}

  /** Gives how many were reminded. */
  @Tick('forms.remind', EVERY_MS)
  run(): Promise<number> {
    return this.reminders.each(
      (today) =>
        this.database.rows<Open>(
          sql`select s.id, s.unit_id as "unitId", k.due_on::text as "dueOn" from form_rounds k
            join form_sheets s on s.round_id = k.id and s.state in ('open', 'returned')
           where k.recalled_at is null and k.due_on between ${today}::date - 6 and ${today}::date + 8`,
        ),
      (sheet, step) => this.remind(sheet, step),
    );
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
