import { type DatedRule, payOfPerson, payOfTeam, ruleOfMonth } from './allowance.ts';

const period = { endsOn: '2026-11-14' };
const rule = (change: Partial<DatedRule> = {}): DatedRule => ({
  basis: 'day',
  amount: 60_000,
  from: '2026-01-01',
  until: null,
  ...change,
});
const days = ['2026-10-27', '2026-11-05', '2026-11-09', '2026-11-11'];

it('pays each confirmed day', () => {
  expect(payOfPerson([rule()], days, period)).toEqual({
    basis: 'day',
    from: '2026-01-01',
    parts: [{ days: 4, amount: 60_000 }],
    sum: 240_000,
  });
});

it('pays a day with the amount of that day where the rule changed within the month', () => {
  const rules = [rule({ until: '2026-11-01' }), rule({ amount: 80_000, from: '2026-11-01' })];
  expect(payOfPerson(rules, days, period)).toMatchObject({
    from: '2026-11-01',
    parts: [
      { days: 1, amount: 60_000 },
      { days: 3, amount: 80_000 },
    ],
    sum: 300_000,
  });
  const begun = [rule({ from: '2026-11-06' })];
  expect(payOfPerson(begun, days, period)?.sum).toBe(120_000);
});

it('pays a person once a month however many days, and nobody for no day', () => {
  const rules = [rule({ basis: 'person', amount: 300_000 })];
  expect(payOfPerson(rules, days, period)?.sum).toBe(300_000);
  expect(payOfPerson(rules, [], period)?.sum).toBe(0);
  expect(payOfTeam(rules, 4, period)).toBeNull();
});

it('pays a team and says nothing of its people', () => {
  const rules = [rule({ basis: 'team', amount: 600_000 })];
  expect(payOfPerson(rules, days, period)).toMatchObject({ basis: 'team', sum: null });
  expect([payOfTeam(rules, 4, period), payOfTeam(rules, 0, period)]).toEqual([600_000, 0]);
});

it('pays nothing without a rule on the last day, and nothing once it has ended', () => {
  expect(payOfPerson([], days, period)).toBeNull();
  expect(payOfPerson([rule({ from: '2026-11-15' })], days, period)).toBeNull();
  const ended = [rule({ until: '2026-11-01' }), rule({ basis: 'none', amount: 0, from: '2026-11-01' })];
  expect(ruleOfMonth(ended, period)).toBeUndefined();
  expect(payOfTeam([rule({ basis: 'team', until: '2026-11-14' })], 3, period)).toBeNull();
});
