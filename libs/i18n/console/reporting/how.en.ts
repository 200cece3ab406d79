import type { howVi } from './how.vi.ts';

/** English words of how figures are counted. */
export const howEn: Record<keyof typeof howVi, string> = {
  'how.title': 'How it is counted',
  'how.sent':
    'Sent: the report stands as sent, late ones too. One that was given back and not sent again does not count. Every commune that owes the month counts, also those that have been merged or divided since.',
  'how.onTime': 'On time or late: by the day on which it was first sent.',
  'how.missing': 'Not sent: the due day is over and it was never sent.',
  'how.active':
    'Active: at least one result of the period that the commune confirmed. Of a month that was sent, as it was sent.',
  'how.silent':
    'Silent: somebody of the team can be reached, and there is no record of it for more than {silentDays} days, since the last record or since the team was entered here. A team is not silent while its leader and deputies have not signed in, linked no Zalo or Telegram and have no e-mail: nothing reaches it; nor on days for which the leader or a deputy has said that they are busy.',
  'how.unanswered':
    'Silent: the team was told and has not answered. Teams that were not reached stand apart: call them.',
  'how.reach':
    'Plan reach: of each indicator the year so far over the plan of the year, at most 100%; of a pillar the mean over its planned indicators. Of communes that sent the month’s report, as they sent it.',
  'how.likely':
    'Likely late: within {days} days of the due day, nothing written and nothing sent, and late in half of the last {months} periods or more, {times} at least.',
  'rb.past': 'late in {n} of {of} periods before',
};
