/** Which days a campaign may have: pure. A year typed wrong would ask hundreds of communes for something long past. */
import { addDays } from '#contracts/reporting/periods';

const LATE_START_DAYS = 92;
const LONGEST_DAYS = 366;

export type CampaignDayFault =
  | { code: 'dueBeforeStart' | 'dueInPast'; path: 'dueBefore' }
  | { code: 'dueTooFar'; path: 'dueBefore'; latest: string }
  | { code: 'startTooEarly'; path: 'startsOn'; earliest: string };

/** @param lastDay on which it is on time: the day before that of "trước ngày" */
export function campaignDayFault(startsOn: string, lastDay: string, today: string): CampaignDayFault | undefined {
  const earliest = addDays(today, -LATE_START_DAYS);
  const latest = addDays(today, LONGEST_DAYS);
  if (startsOn < earliest) return { code: 'startTooEarly', path: 'startsOn', earliest };
  if (lastDay < startsOn) return { code: 'dueBeforeStart', path: 'dueBefore' };
  if (lastDay < today) return { code: 'dueInPast', path: 'dueBefore' };
  return lastDay > latest ? { code: 'dueTooFar', path: 'dueBefore', latest } : undefined;
}
