import { Injectable } from '@nestjs/common';
import { ANSWER_WORK_DAYS } from '#contracts/privacy/request-kinds';
import { isWorkingDay, type WorkCalendar, workingDayFrom } from '#contracts/reporting/due-days';
import { addDays } from '#contracts/reporting/periods';
import { dateInVietnam } from '#i18n';
import { Holidays } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { dataRequestLate } from '../../membership.events.ts';
import type { DataRequest } from './data-request.entity.ts';

const EVERY_MS = 3_600_000;
/** Tết is the longest run of days off. */
const SPAN_DAYS = 45;

/** By when a request is answered, and who hears of it when it is not. */
@Injectable()
export class DataRequestDeadlines {
  constructor(
    private readonly database: Database,
    private readonly holidays: Holidays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  dueOn(receivedAt: Date): Promise<string> {
    return this.workDaysAfter(dateInVietnam(receivedAt), ANSWER_WORK_DAYS);
  }

  /** The day itself is not counted. */
  async workDaysAfter(from: string, days: number): Promise<string> {
    return answerDay(from, await this.holidays.calendar(from, addDays(from, SPAN_DAYS)), days);
  }

  /** Working days left of each day until which something is answered. */
  async daysLeft(dueOns: readonly string[]): Promise<(dueOn: string) => number> {
    const today = this.clock.today();
    const days = [...dueOns, today].toSorted();
    const calendar = await this.holidays.calendar(days[0] ?? today, days.at(-1) ?? today);
    return (dueOn) => workingDaysLeft(today, dueOn, calendar);
  }

  /** Gives how many went up to the office above. */
  @Tick('membership.escalate-data-requests', EVERY_MS)
  run(): Promise<number> {
    return this.database.tx(async (tx) => {
      const rows = await rowsOf<Pick<DataRequest, 'id' | 'unitId'>>(
        tx,
        sql`update data_requests q set escalated_at = ${this.clock.now()} where q.id in (
            select id from data_requests where outcome is null and escalated_at is null and due_on < ${this.clock.today()}::date
             order by due_on limit 500 for update skip locked)
          returning q.id, q.unit_id as "unitId"`,
      );
      for (const { id, unitId } of rows) await this.outbox.append(tx, dataRequestLate({ requestId: id }, { unitId }));
      return rows.length;
    });
  }
}

/** The day on which it came is not counted. */
export function answerDay(from: string, calendar: WorkCalendar, days: number = ANSWER_WORK_DAYS): string {
  let day = from;
  for (let n = 0; n < days; n++) day = workingDayFrom(addDays(day, 1), 1, calendar);
  return day;
}

/** 0 on the last day; below when it is over, by every day. */
export function workingDaysLeft(today: string, dueOn: string, calendar: WorkCalendar): number {
  if (dueOn < today) return -1 * Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000);
  let left = 0;
  for (let day = addDays(today, 1); day <= dueOn; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) left++;
  return left;
}
