import { addDays, type PeriodRule, periodOf, periodOfMonth } from '#contracts/periods';

/** The month that people work on: the one that has just closed until a week after its due day, else the open one. */
export function currentMonth(today: string, rule: PeriodRule): string {
  const open = periodOf(today, rule);
  const closed = periodOfMonth(addDays(`${open.month}-01`, -1).slice(0, 7), rule);
  return today <= addDays(closed.dueOn, 7) ? closed.month : open.month;
}
