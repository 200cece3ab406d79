/** When those invited are reminded: pure. Each step has its own span of time, so that a late tick still finds it. */
import { addDays, dateInVietnam, startOfDay } from '#i18n';

/** Three days and one day before: who has not answered. Two hours before: who holds a seat. */
export type ReminderStep = 'd3' | 'd1' | 'h2';

const HOUR_MS = 3_600_000;
/** 8:00: nobody is reminded in the night. */
const MORNING_MS = 8 * HOUR_MS;
const SOON_MS = 2 * HOUR_MS;
/** The earliest step is never further away than this. */
export const AHEAD_MS = 4 * 24 * HOUR_MS;

/** The step in whose time `now` lies; none for a session that was published too late for it. */
export function stepDue(startsAt: Date, now: Date): ReminderStep | undefined {
  const left = startsAt.getTime() - now.getTime();
  if (left <= 0) return undefined;
  if (left <= SOON_MS) return 'h2';
  const today = dateInVietnam(now);
  if (now.getTime() < startOfDay(today) + MORNING_MS) return undefined;
  const day = dateInVietnam(startsAt);
  if (today === addDays(day, -3)) return 'd3';
  return today === addDays(day, -1) ? 'd1' : undefined;
}

/** From the second reminder on, whoever has still not answered is to be called. */
export function isLastDay(startsAt: Date, now: Date): boolean {
  return now.getTime() >= startOfDay(addDays(dateInVietnam(startsAt), -1)) + MORNING_MS;
}
