import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '#contracts/reporting/due-days';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Holiday } from './holiday.entity.ts';

export interface HolidayInfo extends Pick<Holiday, 'kind' | 'name'> {
  day: string;
}

const columns = sql`on_date::text as day, kind, name`;

/**
 * Days that are no working days though they look like one, or the other way round; they hold for the whole country. Whoever
 * changes them has checked the actor's right.
 */
@Injectable()
export class Holidays {
  constructor(private readonly database: Database) {}

  /** By day, both days included. */
  between(from: string, to: string): Promise<HolidayInfo[]> {
    return this.database.rows(
      sql`select ${columns} from holidays where on_date between ${from}::date and ${to}::date order by on_date`,
    );
  }

  /** What counting working days from one day to another asks for. */
  async calendar(from: string, to: string): Promise<WorkCalendar> {
    const days = await this.between(from, to);
    const ofKind = (kind: Holiday['kind']) => new Set(days.filter((one) => one.kind === kind).map(({ day }) => day));
    return { holidays: ofKind('holiday'), workedWeekends: ofKind('swapped_working_day') };
  }

  /** False when the day is one already. */
  async add(tx: Tx, { day, kind, name }: HolidayInfo): Promise<boolean> {
    const added = await rowsOf(
      tx,
      sql`insert into holidays (on_date, name, kind) values (${day}, ${name}, ${kind}) on conflict do nothing returning 1`,
    );
    return added.length > 0;
  }

  /** Undefined when the day is none. */
  async rename(tx: Tx, day: string, name: string): Promise<HolidayInfo | undefined> {
    const [renamed] = await rowsOf<HolidayInfo>(
      tx,
      sql`update holidays set name = ${name} where on_date = ${day} returning ${columns}`,
    );
    return renamed;
  }

  /** False when the day is none. */
  async remove(tx: Tx, day: string): Promise<boolean> {
    const { affected } = await tx.delete(Holiday, { onDate: day });
    return (affected ?? 0) > 0;
  }
}
