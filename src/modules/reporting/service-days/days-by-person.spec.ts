import { daysByPerson } from './days-by-person.ts';
import type { DayOfPerson } from './service-day.queries.ts';

const line = (day: string, isConfirmed = true, teamId = 'A', personId = 'hoa'): DayOfPerson => ({
  personId,
  teamId,
  day: `2026-11-${day}`,
  isConfirmed,
});

it('counts a day once, confirmed as soon as one result of it is', () => {
  const lines = [line('05'), line('05', false), line('05', true, 'B'), line('06', false), line('07')];
  expect(daysByPerson(lines)).toEqual([
    { personId: 'hoa', teamId: 'A', confirmed: ['2026-11-05', '2026-11-07'], waiting: 1 },
  ]);
});

it('puts a member of two teams where most confirmed days are of, in any order of lines', () => {
  const lines = [line('05', true, 'B'), line('06', false, 'A'), line('07', false, 'A')];
  expect(daysByPerson(lines)[0]?.teamId).toBe('B');
  expect(daysByPerson([...lines].reverse())[0]?.teamId).toBe('B');
});

it('keeps people apart', () => {
  expect(daysByPerson([line('05'), line('05', true, 'A', 'tuấn')])).toHaveLength(2);
});
