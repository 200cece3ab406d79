/** The dates of the next order of a monthly series. Pure, over local days. */
import { addDays, type PeriodRule, periodOf } from '#contracts/reporting/periods';

/** Same day of the month, so many months later; the last day where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** Whole months from one 'YYYY-MM' to another. */
export function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
}

/** The next such day of a month from `from` on; the last day where the month is shorter. */
export function dayOfMonthFrom(date: number, from: string): string {
  const inMonth = (first: string) =>
    addDays(first, Math.min(date, Number(addDays(addMonths(first, 1), -1).slice(8))) - 1);
  const first = `${from.slice(0, 7)}-01`;
  const day = inMonth(first);
  return day < from ? inMonth(addMonths(first, 1)) : day;
}

/** A team has a week at least. */
export const soonestDueOn = (today: string): string => addDays(today, 7);

/** The last order's deadline moved by the periods that have passed; at least a week from `today` where that is too near. */
export function nextDueOn(last: { issuedOn: string; dueOn: string }, today: string, rule: PeriodRule): string {
  const moved = addMonths(last.dueOn, monthsBetween(periodOf(last.issuedOn, rule).month, periodOf(today, rule).month));
  const nearest = soonestDueOn(today);
  return moved < nearest ? nearest : moved;
}
