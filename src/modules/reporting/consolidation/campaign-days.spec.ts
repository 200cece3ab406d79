import { campaignDayFault } from './campaign-days.ts';

const today = '2022-04-01';

it.each([
  ['2022-03-28', '2022-04-19', undefined],
  ['2022-04-01', '2022-04-01', undefined],
  ['2020-03-28', '2020-04-19', 'startTooEarly'],
  ['2022-03-01', '2022-03-31', 'dueInPast'],
  ['2022-04-10', '2022-04-09', 'dueBeforeStart'],
  ['2022-04-10', '2099-04-09', 'dueTooFar'],
])('from %s to %s on 1/4/2022: %s', (startsOn, lastDay, code) => {
  expect(campaignDayFault(startsOn, lastDay, today)?.code).toBe(code);
});
