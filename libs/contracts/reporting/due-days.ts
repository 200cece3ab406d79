/**
 * When a report is due once weekends, holidays and swapped working days are looked at. Pure date arithmetic over local days
 * of Viet Nam. A chief's fixed day is meant strictly unless a rule says otherwise, so the default is no shift: then only
 * the reminder moves to the working day before (Điều 148 Bộ luật Dân sự moves time limits to the next working day).
 */
import { addDays, daysBetween } from './periods.ts';

export const dueShifts = ['none', 'next', 'previous'] as const;
export type DueShift = (typeof dueShifts)[number];

/** How a directive words a day: "trước ngày 25" leaves the 25th out, "đến hết ngày 25" is with it. */
export const dueWordings = ['before', 'until'] as const;
export type DueWording = (typeof dueWordings)[number];

/** The day of the month that the directive names, in its own words; and back. What is not typed yet is neither. */
export const namedDueDay = <D extends number | null>(dueBefore: D, wording: DueWording = 'before'): D =>
  (dueBefore === null || wording === 'before' ? dueBefore : dueBefore - 1) as D;
export const dueBeforeOf = (named: number | null, wording: DueWording): number | null =>
  named === null || wording === 'before' ? named : named + 1;

/** Days that differ from the week's order: holidays, and Saturdays or Sundays worked in exchange. */
export interface WorkCalendar {
  holidays: ReadonlySet<string>;
  workedWeekends: ReadonlySet<string>;
}

export interface DueDay {
  /** Last day on which the report is on time, inclusive, after the shift. */
  dueOn: string;
  /** The day that the rule names, inclusive. */
  fixedOn: string;
  /** Last working day not after `dueOn`: reminders name it when it is an earlier one. */
  workingDayOn: string;
}

export function isWorkingDay(day: string, { holidays, workedWeekends }: WorkCalendar): boolean {
  if (workedWeekends.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day itself when it is worked. Tết is the longest run of days off, well below the bound. */
export function workingDayFrom(day: string, direction: 1 | -1, calendar: WorkCalendar): string {
  let at = day;
  for (let steps = 0; steps < 30 && !isWorkingDay(at, calendar); steps++) at = addDays(at, direction);
  return at;
}

export function dueDay(fixedOn: string, shift: DueShift, calendar: WorkCalendar): DueDay {
  const dueOn = shift === 'none' ? fixedOn : workingDayFrom(fixedOn, shift === 'next' ? 1 : -1, calendar);
  return { dueOn, fixedOn, workingDayOn: workingDayFrom(dueOn, -1, calendar) };
}

/** Days after the last day on time; 0 while it is on time. */
export function daysLate(on: string, dueOn: string): number {
  return Math.max(0, daysBetween(dueOn, on));
}

/** Days after the due day in which a first version is still taken, with a reason; then only until a day that its receiver allows. */
const OPEN_LATE_DAYS = 10;

/** @param until the day that the receiver has allowed */
export const isClosed = (dueOn: string, until: string | null, today: string): boolean =>
  daysLate(today, dueOn) > OPEN_LATE_DAYS && (until === null || until < today);

/** Steps of the reminders, in days relative to the due day: before, on it, and the day after. */
export const reminderDays = [-5, -2, 0, 1] as const;
export type ReminderDay = (typeof reminderDays)[number];

/**
 * Which step falls on `today`, if any. A step that falls on a day off is taken on the working day before, but the one after
 * the due day on the working day that follows.
 */
export function reminderOn(today: string, dueOn: string, calendar: WorkCalendar): ReminderDay | undefined {
  const steps = reminderDays.map((step) => ({
    step,
    on: workingDayFrom(addDays(dueOn, step), step > 0 ? 1 : -1, calendar),
  }));
  return steps.filter(({ on }) => on === today).at(-1)?.step;
}
