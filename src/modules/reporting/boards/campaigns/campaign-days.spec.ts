import { campaignDayFault } from './campaign-days.ts';

const today = '2022-04-01';

it.each([
  ['2022-03-28', '2022-04-19', undefined],
  ['2022-04-01', '2022-04-01', undefined],
  ['2020-03-28', '2020-04-19', 'startTooEarly'],
  ['2022-03-01', '2022-03-31', 'dueInPast'],
  ['2022-04-10', '2022-04-09', 'dueBeforeStart'],
  ['2022-04-10', '2099-04-09', 'dueTooFar'],
])('a list from %s to %s on 1/4/2022: %s', (startsOn, lastDay, code) => {
  expect(campaignDayFault({ startsOn, endsOn: null, lastDay }, today)?.code).toBe(code);
});

it.each([
  ['2022-04-01', '2022-04-20', '2022-04-24', undefined],
  // Work that is over, of one day, and a whole year.
  ['2021-10-01', '2021-10-20', '2022-04-05', undefined],
  ['2022-04-02', '2022-04-02', '2022-04-03', undefined],
  ['2021-04-02', '2022-04-02', '2022-04-03', undefined],
  ['2021-04-02', '2022-04-03', '2022-04-04', 'daysTooLong'],
  ['2020-10-01', '2020-10-20', '2022-04-05', 'startTooEarly'],
  ['2022-04-20', '2022-04-19', '2022-04-24', 'endsBeforeStart'],
  // On its last day nobody can send it yet.
  ['2022-04-01', '2022-04-20', '2022-04-20', 'dueBeforeEnd'],
  ['2022-03-01', '2022-03-20', '2022-03-31', 'dueInPast'],
  ['2022-04-01', '2022-04-20', '2099-04-09', 'dueTooFar'],
])('work from %s to %s, due by %s, on 1/4/2022: %s', (startsOn, endsOn, lastDay, code) => {
  expect(campaignDayFault({ startsOn, endsOn, lastDay }, today)?.code).toBe(code);
});
