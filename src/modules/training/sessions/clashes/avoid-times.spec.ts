import { type AvoidRule, avoidedTimes } from './avoid-times.ts';

const rule = (fields: Partial<AvoidRule>): AvoidRule => ({
  label: 'Chợ phiên Dân Lý',
  weekdays: [],
  lunarDays: [],
  from: null,
  to: null,
  startTime: '07:00',
  endTime: '12:00',
  ...fields,
});
const starts = (rules: AvoidRule[], from = '2022-11-01', to = '2022-11-30') =>
  avoidedTimes(rules, from, to).map((time) => time.from.toISOString());

it('gives market days by the lunar calendar at their local hours', () => {
  expect(starts([rule({ lunarDays: [3, 8] })])).toEqual(['2022-11-01T00:00:00.000Z', '2022-11-26T00:00:00.000Z']);
});

it('gives weekdays within a season only', () => {
  expect(starts([rule({ weekdays: [4], from: '2022-11-10', to: '2022-11-20' })])).toEqual([
    '2022-11-10T00:00:00.000Z',
    '2022-11-17T00:00:00.000Z',
  ]);
});

it('a season without days holds every day', () => {
  expect(starts([rule({ label: 'Mùa gặt', from: '2022-11-02', to: '2022-11-04' })])).toHaveLength(3);
});
