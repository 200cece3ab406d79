/** Which days a campaign may have: pure. A year typed wrong would ask hundreds of communes for something long past. */
import { monthsOfDays } from '#contracts/reporting/long-periods';
import { addDays, daysBetween, type PeriodRule } from '#contracts/reporting/periods';

const LATE_START_DAYS = 92;
const LONGEST_DAYS = 366;
/** A year may still be asked about while the next one's first quarter runs. */
const LATE_PERIOD_DAYS = LONGEST_DAYS + LATE_START_DAYS;

export interface CampaignDays {
  startsOn: string;
  /** The last day of the work that is asked about; null where a list is asked for. */
  endsOn: string | null;
  /** On which it is on time: the day before that of "trước ngày". */
  lastDay: string;
  /** Of a sum of months the rule that says on which day a month begins. */
  months?: PeriodRule;
}

export type CampaignDayFault =
  | { code: 'dueBeforeStart' | 'dueBeforeEnd' | 'dueInPast'; path: 'dueBefore' }
  | { code: 'dueTooFar'; path: 'dueBefore'; latest: string }
  | { code: 'endsBeforeStart'; path: 'endsOn' }
  | { code: 'daysTooLong'; path: 'endsOn'; latest: string }
  | { code: 'notWholeMonths'; path: 'startsOn'; day: number }
  | { code: 'startTooEarly'; path: 'startsOn'; earliest: string };

export function campaignDayFault(days: CampaignDays, today: string): CampaignDayFault | undefined {
  return (days.endsOn === null ? listFault(days, today) : workFault(days, days.endsOn, today)) ?? dueFault(days, today);
}

function listFault({ startsOn, lastDay }: CampaignDays, today: string): CampaignDayFault | undefined {
  const earliest = addDays(today, -LATE_START_DAYS);
  if (startsOn < earliest) return { code: 'startTooEarly', path: 'startsOn', earliest };
  return lastDay < startsOn ? { code: 'dueBeforeStart', path: 'dueBefore' } : undefined;
}

/** Work that is over may be asked about; a report on it can be sent from the day after its last. */
function workFault(
  { startsOn, lastDay, months }: CampaignDays,
  endsOn: string,
  today: string,
): CampaignDayFault | undefined {
  const earliest = addDays(today, -(months ? LATE_PERIOD_DAYS : LONGEST_DAYS));
  if (startsOn < earliest) return { code: 'startTooEarly', path: 'startsOn', earliest };
  if (endsOn < startsOn) return { code: 'endsBeforeStart', path: 'endsOn' };
  if (daysBetween(startsOn, endsOn) >= LONGEST_DAYS)
    return { code: 'daysTooLong', path: 'endsOn', latest: addDays(startsOn, LONGEST_DAYS - 1) };
  if (months && (Number(startsOn.slice(8)) !== months.windowStartDay || !monthsOfDays(startsOn, endsOn)))
    return { code: 'notWholeMonths', path: 'startsOn', day: months.windowStartDay };
  return lastDay <= endsOn ? { code: 'dueBeforeEnd', path: 'dueBefore' } : undefined;
}

function dueFault({ lastDay }: CampaignDays, today: string): CampaignDayFault | undefined {
  const latest = addDays(today, LONGEST_DAYS);
  if (lastDay < today) return { code: 'dueInPast', path: 'dueBefore' };
  return lastDay > latest ? { code: 'dueTooFar', path: 'dueBefore', latest } : undefined;
}
