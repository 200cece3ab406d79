import { Injectable } from '@nestjs/common';
import { type ReminderDay, reminderOn } from '#contracts/reporting/due-days';
import { Clock } from '#platform/clock';
import { WorkDays } from './work-days.ts';

/** Reminders go out from eight in the morning on. */
const FROM = '08:00';

/** Which reminder falls on today, of what units owe. */
@Injectable()
export class DueReminders {
  constructor(
    private readonly days: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** Calls `remind` for each that is due a reminder; gives how many it did. Looks at nothing before eight. */
  async each<T extends { dueOn: string }>(
    open: (today: string) => Promise<readonly T[]>,
    remind: (one: T, step: ReminderDay) => Promise<boolean>,
  ): Promise<number> {
    if (this.clock.timeOf(this.clock.now()) < FROM) return 0;
    const today = this.clock.today();
    const owed = await open(today);
    const calendar = await this.days.calendar(today);
    let reminded = 0;
    for (const one of owed) {
      const step = reminderOn(today, one.dueOn, calendar);
      if (step !== undefined && (await remind(one, step))) reminded++;
    }
    return reminded;
  }
}
