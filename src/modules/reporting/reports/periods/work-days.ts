import { Injectable } from '@nestjs/common';
import { type DueDay, type DueShift, dueDay, type WorkCalendar } from '#contracts/reporting/due-days';
import { addDays } from '#contracts/reporting/periods';
import { Holidays } from '#modules/organization';

const AROUND_DAYS = 31;

/** The calendar of working days, from dated data. */
@Injectable()
export class WorkDays {
  constructor(private readonly holidays: Holidays) {}

  /** Holidays and worked weekends from a month before `from` to a month after `to`. */
  calendar(from: string, to = from): Promise<WorkCalendar> {
    return this.holidays.calendar(addDays(from, -AROUND_DAYS), addDays(to, AROUND_DAYS));
  }

  async due(fixedOn: string, shift: DueShift): Promise<DueDay> {
    return dueDay(fixedOn, shift, await this.calendar(fixedOn));
  }
}
