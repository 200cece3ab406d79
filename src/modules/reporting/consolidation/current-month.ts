import { addDays, monthBefore, type PeriodRule, periodOf, periodOfMonth } from '#contracts/periods';

/** The month that people work on: the one that has just closed until a week after its due day, else the open one. */
export function currentMonth(today: string, rule: PeriodRule): string {
  const open = periodOf(today, rule);
  const closed = periodOfMonth(monthBefore(open.month), rule);
  return today <= addDays(closed.dueOn, 7) ? closed.month : open.month;
}
