import { isWaiting, leadersOf, newHamletName, nextMonth, type Person } from './merger-form.ts';

it('names the new hamlet with its kind, once', () => {
  expect(newHamletName('thôn', ' Tân Minh ')).toBe('Thôn Tân Minh');
  expect(newHamletName('thôn', 'thôn Tân Minh')).toBe('thôn Tân Minh');
  expect(newHamletName('khu phố', 'Bà Triệu')).toBe('Khu phố Bà Triệu');
  expect(newHamletName('thôn', ' ')).toBe('');
});

it('offers the first of the next month, in December that of the next year', () => {
  expect(nextMonth('2026-11-29')).toBe('2026-12-01');
  expect(nextMonth('2026-12-01')).toBe('2027-01-01');
});

it('waits where its day has come and it was only scheduled', () => {
  expect(isWaiting({ state: 'scheduled', onDate: '2026-12-01' }, '2026-12-01')).toBe(true);
  expect(isWaiting({ state: 'scheduled', onDate: '2026-12-02' }, '2026-12-01')).toBe(false);
  expect(isWaiting({ state: 'applied', onDate: '2026-12-01' }, '2026-12-01')).toBe(false);
});

it('lets choose between the leaders of both teams and whoever was chosen before', () => {
  const person = (id: string, role: 'leader' | 'member'): Person => ({
    person: { id, fullName: id, position: null },
    affiliation: 'other',
    was: [{ hamletId: 'h', role, since: '2022-01-01' }],
  });
  const people = [person('a', 'leader'), person('b', 'member'), person('c', 'leader'), person('d', 'member')];
  expect(leadersOf(people, null).map(({ person: { id } }) => id)).toEqual(['a', 'c']);
  expect(leadersOf(people, 'd').map(({ person: { id } }) => id)).toEqual(['a', 'c', 'd']);
});
