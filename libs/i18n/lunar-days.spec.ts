import { addDays } from './dates.ts';
import { lunarDayOf } from './lunar-days.ts';

it('begins a month on each Tết, the one on which Viet Nam and China differed included', () => {
  const firsts = ['2007-02-17', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2030-02-02'];
  expect(firsts.map(lunarDayOf)).toEqual(firsts.map(() => 1));
});

it('knows the full moons of Mid-Autumn and of Vu Lan', () => {
  expect(['2022-09-10', '2023-09-29', '2024-09-17', '2025-10-06', '2022-08-12'].map(lunarDayOf)).toEqual([
    15, 15, 15, 15, 15,
  ]);
});

it('counts on by one day, and starts again after 29 or 30', () => {
  for (let day = '2022-01-01', i = 0; i < 4_000; i++, day = addDays(day, 1)) {
    const [today, tomorrow] = [lunarDayOf(day), lunarDayOf(addDays(day, 1))];
    expect(tomorrow === today + 1 || (tomorrow === 1 && today >= 29)).toBe(true);
    expect(today).toBeLessThanOrEqual(30);
  }
});
