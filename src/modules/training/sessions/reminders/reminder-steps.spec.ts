import { isLastDay, stepDue } from './reminder-steps.ts';

/** Tuesday, 28 June 2022, 14:00 in Viet Nam. */
const start = new Date('2022-06-28T07:00:00Z');

it.each([
  ['three days before, from 8:00', '2022-06-25T01:00:00Z', 'd3'],
  ['three days before, late in the evening', '2022-06-25T16:59:00Z', 'd3'],
  ['not before 8:00', '2022-06-25T00:59:00Z', undefined],
  ['not two days before', '2022-06-26T03:00:00Z', undefined],
  ['one day before', '2022-06-27T01:00:00Z', 'd1'],
  ['not in the morning of the day', '2022-06-28T02:00:00Z', undefined],
  ['two hours before', '2022-06-28T05:00:00Z', 'h2'],
  ['until it starts', '2022-06-28T06:59:59Z', 'h2'],
  ['not once it has started', '2022-06-28T07:00:00Z', undefined],
])('reminds %s', (_, now, step) => {
  expect(stepDue(start, new Date(now))).toBe(step);
});

it('names people to call from the second reminder on', () => {
  expect(isLastDay(start, new Date('2022-06-27T00:59:00Z'))).toBe(false);
  expect(isLastDay(start, new Date('2022-06-27T01:00:00Z'))).toBe(true);
});
