import { Injectable } from '@nestjs/common';
import { type DueDay, type DueShift, dueDay, type WorkCalendar } from '#contracts/due-days';
import { Database, rowsOf, type Tx } from '#platform/database';

/** The calendar of working days, from dated data. */
@Injectable()
export class WorkDays {
  constructor(private readonly database: Database) {}

  /** Holidays and worked weekends from a month before `from` to a month after `to`. */
  async calendar(from: string, to = from, tx?: Tx): Promise<WorkCalendar> {
    const rows = await rowsOf<{ day: string; kind: string }>(
      tx ?? this.database.manager,
      `select on_date::text as day, kind from holidays where on_date between $1::date - 31 and $2::date + 31`,
      [from, to],
    );
    const ofKind = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ day }) => day));
    return { holidays: ofKind('holiday'), workedWeekends: ofKind('swapped_working_day') };
  }

  async due(fixedOn: string, shift: DueShift): Promise<DueDay> {
    return dueDay(fixedOn, shift, await this.calendar(fixedOn));
  }
}
